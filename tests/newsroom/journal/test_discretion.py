"""Whatever fails over a draft, none of its words come into the logs."""

import io
import json
import logging
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from django.db import DataError
from django.test import Client
from django.urls import reverse

from newsroom.journal.lines import JsonLine, Line, note_traces
from review import tasks
from review.models import Analysis
from tests.factories import PASSWORD
from tests.review.conftest import Newsroom

MARKER = "Quillfeather"
SECRET = f"{MARKER} was bribed, says an auditor."


@pytest.fixture(params=[Line, JsonLine])
def log(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """All that the newsroom's own formatters make of what is logged, at every level."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(note_traces)
    handler.setFormatter(request.param())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


class Quoting(RuntimeError):
    """An error as libraries raise them: with what they were given."""


def quote(*_args: object, **_named: object) -> None:
    try:
        raise DataError(f"Failing row contains ({SECRET})")
    except DataError as error:
        raise Quoting(f"cannot read {SECRET!r}") from error


def test_a_reading_that_fails_is_told_without_its_words(
    newsroom: Newsroom, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = newsroom.hand_in(SECRET)
    monkeypatch.setattr("analysis.pipeline.annotate", quote)
    analysis = Analysis.objects.get(draft=draft)

    tasks.analyse_draft(analysis.pk)

    assert f"Analysis {analysis.pk} failed" in log.getvalue()
    assert "Quoting" in log.getvalue()
    assert "DataError" in log.getvalue()
    assert MARKER not in log.getvalue()


def test_a_task_that_fails_is_told_without_its_words(
    newsroom: Newsroom, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = newsroom.hand_in(SECRET)
    monkeypatch.setattr(tasks, "attempt", quote)

    tasks.analyse_draft.apply(args=(Analysis.objects.get(draft=draft).pk,))

    assert "raised unexpected" in log.getvalue()
    assert "Quoting" in log.getvalue()
    assert MARKER not in log.getvalue()


def test_a_page_that_fails_is_told_without_its_words(
    newsroom: Newsroom, log: io.StringIO, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.read_in(SECRET)
    monkeypatch.setattr("review.views.review.open_spread", quote)
    client.force_login(newsroom.editor)
    client.raise_request_exception = False

    page = client.get(reverse("review", args=[newsroom.story.pk]), {"q": MARKER})

    assert page.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "Quoting" in log.getvalue()
    assert MARKER not in log.getvalue()
    assert MARKER not in page.content.decode()


def test_a_password_and_its_links_are_not_told(newsroom: Newsroom, log: io.StringIO, client: Client) -> None:
    client.post(reverse("login"), {"username": "edda", "password": PASSWORD})
    client.get(reverse("password_reset_confirm", args=["MQ", "tolkien-3f9a"]))
    client.get("/accounts/reset/MQ/tolkien-3f9a/no-such-page/")
    client.get(reverse("unsubscribe", args=["tolkien-3f9a"]))

    assert "Not Found: /accounts/reset/…" in log.getvalue()
    assert PASSWORD not in log.getvalue()
    assert "tolkien" not in log.getvalue()


def test_what_tells_of_machines_alone_is_told_in_full(log: io.StringIO) -> None:
    logging.getLogger("review").warning("waits for the sweep: %r", ConnectionRefusedError(111, "Connection refused"))

    assert "ConnectionRefusedError: [Errno 111] Connection refused" in log.getvalue()


def test_an_error_that_is_told_in_passing_is_told_by_its_name(log: io.StringIO) -> None:
    logging.getLogger("review").warning("alerts %s were not sent: %r, %s", [7], ValueError(SECRET), Quoting(SECRET))

    assert "alerts [7] were not sent: ValueError, " in log.getvalue()
    assert MARKER not in log.getvalue()


def test_a_line_for_machines_is_one_object(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    record = logging.LogRecord("review", logging.ERROR, "", 1, "%s failed", ("Analysis 3",), None)
    record.data = SECRET  # as libraries add what they like

    told = json.loads(JsonLine().format(record))

    assert told.pop("at").endswith("+00:00")
    assert told == {"level": "ERROR", "logger": "review", "process": record.process, "message": "Analysis 3 failed"}

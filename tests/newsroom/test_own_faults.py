"""What is answered where the database went away, and where the fault of a query is our own."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import pytest
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.http import UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.test import Client

from articles.models import Role
from review.actions.connections import make_token
from review.models import TokenScope
from tests.factories import DeskFactory, member
from tests.losses import lost_line

NOTE = "Rhea will ring the harbour master\nbefore six."


@pytest.fixture
def editor(db: None) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(member(DeskFactory.create(), Role.EDITOR))
    return client


@pytest.fixture
def wire(db: None) -> Client:
    desk = DeskFactory.create()
    _, token = make_token(by=member(desk, Role.CHIEF), desk=desk, name="Wire", scopes=[TokenScope.HAND_IN])
    return Client(headers={"Authorization": f"Bearer {token}"}, raise_request_exception=False)


@contextmanager
def database_failing(error: Exception) -> Iterator[None]:
    """Every query of this process, from the session's on."""

    def fail(*_: object) -> NoReturn:
        raise error

    with connection.execute_wrapper(fail):
        yield


def test_page_says_that_the_database_is_away_and_when_to_ask_again(editor: Client) -> None:
    with database_failing(lost_line()):
        response = editor.get("/")

    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert "Back in a moment" in response.content.decode()
    assert "may not be saved" not in response.content.decode()


def test_page_shows_what_was_written_and_may_not_be_saved(editor: Client) -> None:
    with database_failing(lost_line()):
        response = editor.post("/hand-in/", {"slug": "wall", "text": NOTE})

    assert response.status_code == 503
    assert "may not be saved" in response.content.decode()
    assert "harbour master<br>before six." in response.content.decode()


def test_what_was_written_is_stored_nowhere_on_the_way(editor: Client) -> None:
    with database_failing(lost_line()):
        response = editor.post("/hand-in/", {"slug": "wall", "text": NOTE})

    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("fault", [UnreadablePostError, RequestDataTooBig, MultiPartParserError, BadRequest])
def test_form_that_cannot_be_read_either_is_left_out(
    editor: Client, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    def fail(_: WSGIRequest) -> NoReturn:
        raise fault

    monkeypatch.setattr(WSGIRequest, "_load_post_and_files", fail)

    with database_failing(lost_line()):
        response = editor.post("/hand-in/", {"slug": "wall", "text": NOTE})

    assert response.status_code == 503
    assert "may not be saved" in response.content.decode()
    assert "harbour master" not in response.content.decode()


@pytest.mark.django_db
def test_password_is_never_shown(client: Client) -> None:
    client.raise_request_exception = False
    with database_failing(lost_line()):
        response = client.post("/accounts/login/", {"username": "edda", "password": "the wall by night"})

    assert response.status_code == 503
    assert "by night" not in response.content.decode()


def test_system_is_told_that_the_database_is_away_and_when_to_ask_again(wire: Client) -> None:
    with database_failing(lost_line()):
        response = wire.post("/api/v1/hand-ins", {"slug": "wall"}, content_type="application/json")

    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["type"] == "urn:backread:problem:away"


def test_person_who_asks_the_api_is_told_the_same(editor: Client) -> None:
    with database_failing(lost_line()):
        response = editor.get("/api/v1/token")

    assert (response.status_code, response["Content-Type"]) == (503, "application/problem+json")


@pytest.mark.parametrize("address", ["/", "/api/v1/token"])
def test_query_that_is_wrong_stays_a_fault_of_ours(editor: Client, wire: Client, address: str) -> None:
    asking = wire if address.startswith("/api/") else editor

    with database_failing(lost_line(sqlite3.OperationalError("no such column: tone"))):
        response = asking.get(address)

    assert response.status_code == 500
    assert "Retry-After" not in response


@pytest.mark.django_db
def test_process_lives_and_is_not_ready_without_its_database(client: Client) -> None:
    with database_failing(lost_line()):
        answers = [client.get(address).status_code for address in ("/healthz", "/readyz")]

    assert answers == [200, 503]

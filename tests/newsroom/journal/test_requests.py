"""Each request has a line and an id, and the tasks that it asks for bear it as well."""

import logging
import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django_guid import clear_guid, set_guid

from articles.models import Desk, Membership, Role, User
from review.actions.drafts import receive_draft
from review.actions.stories import open_story
from tests.review.conftest import Newsroom
from tests.services import wait_until
from tests.workers import Worker


def test_a_request_is_told_with_its_page_and_rows_but_no_words(
    newsroom: Newsroom, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.force_login(newsroom.editor)
    caplog.set_level(logging.INFO, "newsroom.journal.requests")

    client.get(reverse("sign-off", args=[newsroom.story.pk]), {"q": "auditor"})
    client.get("/no/such/page/")

    told, nowhere = (line for line in caplog.messages if " in " in line)
    assert re.fullmatch(rf"GET /stories/<int:story_id>/sign-off/ story_id={newsroom.story.pk}: 200 in \d+ ms", told)
    assert nowhere.startswith("GET an address that is not there: ")


def test_the_id_that_a_proxy_gave_is_kept(client: Client, db: None) -> None:
    given = "0f3c6a1e5b7d4c2f8a9e0d1c2b3a4f5e"

    answer = client.get(reverse("login"), headers={"X-Request-ID": given})

    assert answer.headers["X-Request-ID"] == given


def test_an_id_that_is_none_is_replaced(client: Client, db: None) -> None:
    answer = client.get(reverse("login"), headers={"X-Request-ID": "<b>forged</b>"})

    assert re.fullmatch("[0-9a-f]{32}", answer.headers["X-Request-ID"])


def test_a_task_is_told_under_the_id_of_the_request_that_asked_for_it(worker: Worker) -> None:
    editor = User.objects.create_user("edda")
    desk = Desk.objects.create(name="City desk", slug="city")
    Membership.objects.create(user=editor, desk=desk, role=Role.EDITOR)
    story = open_story(by=editor, desk=desk, slug="dredging")
    set_guid("c0ffee00000000000000000000000000")

    receive_draft(by=editor, story=story, headline="Board approves dredging", body="Work begins in March.")
    worker.finish()
    clear_guid()

    told = re.compile(r"\[request c0ffee00\] \[task [0-9a-f]{8}\] Task review\.tasks\.analyse_draft\S+ succeeded")
    wait_until(lambda: told.search(_log(worker.log)), "The line of the task")


def _log(path: Path) -> str:
    return path.read_text()

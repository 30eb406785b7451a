"""Two editors at one story: each sees who else is there, and what the other decided."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Desk, Role, User
from review.actions.resolutions import dismiss, mark_to_fix, reopen
from review.models import Finding, Presence, Reason
from tests.factories import AnalysisFactory, DeskFactory, member
from tests.review.drafts import Pair, read_draft

MOST_QUERIES = 10


@pytest.fixture
def finding(pair: Pair) -> Finding:
    return pair.found("Monday", "Friday", message="The days differ.")


@pytest.fixture
def colleague(desk: Desk) -> User:
    return member(desk, Role.EDITOR, first_name="Ottoline", last_name="Reyes")


class Page:
    """A review page that somebody has open, which asks for itself as its script does."""

    def __init__(self, person: User, pair: Pair, **query: int) -> None:
        self.client, self.pair = Client(), pair
        self.client.force_login(person)
        response = self.client.get(reverse("review", args=[pair.story.pk]), query)
        self.address = response.wsgi_request.get_full_path()
        self.follow(response.content.decode())

    def follow(self, markup: str) -> None:
        found = re.search(r'id="company"[^>]* hx-get="([^"]*)"', markup, re.DOTALL)
        assert found
        self.asks = found[1].replace("&amp;", "&")

    def ask(self, **filled_in: str) -> HttpResponse:
        headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{self.address}"}
        response: HttpResponse = self.client.get(self.asks, filled_in, headers=headers)  # type: ignore[assignment]
        if response.status_code == 200:
            self.follow(told(response))
        return response


def told(response: HttpResponse) -> str:
    return response.content.decode()


def test_nothing_is_sent_while_nothing_happens(pair: Pair, editor: User) -> None:
    page = Page(editor, pair)

    assert page.ask().status_code == 204


def test_a_page_shows_who_else_has_the_story_open(pair: Pair, editor: User, colleague: User) -> None:
    page = Page(editor, pair)
    Page(colleague, pair)

    response = page.ask()

    assert "Ottoline Reyes is looking at this story as well" in told(response)
    assert str(editor) not in told(response)
    assert page.ask().status_code == 204


def test_who_has_the_same_finding_open_is_marked(pair: Pair, finding: Finding, editor: User, colleague: User) -> None:
    page = Page(editor, pair, finding=finding.pk)

    Page(colleague, pair, finding=finding.pk)

    assert "Ottoline Reyes has this finding open as well" in told(page.ask())


def test_who_left_is_gone_after_some_seconds(pair: Pair, editor: User, colleague: User) -> None:
    Page(colleague, pair)
    page = Page(editor, pair)
    Presence.objects.filter(user=colleague).update(at=Presence.objects.get(user=editor).at - timedelta(minutes=1))

    assert "Ottoline Reyes" not in told(page.ask())


def test_what_a_colleague_decided_shows_in_list_card_and_counts(
    pair: Pair, finding: Finding, editor: User, colleague: User
) -> None:
    page = Page(editor, pair, finding=finding.pk)
    dismiss(by=colleague, finding=finding, reason=Reason.BOTH_TRUE, seen=None)

    news = told(page.ask())

    assert "Ottoline Reyes</strong> decided on finding 1: Dismissed: Both are true" in news
    assert "0 open findings" in news
    assert "The days differ." in news.split('id="list"')[1]
    assert "Reopen" in news.split('id="card"')[1]
    assert page.ask().status_code == 204


def test_a_form_that_stands_open_is_left_alone(pair: Pair, finding: Finding, editor: User, colleague: User) -> None:
    page = Page(editor, pair, finding=finding.pk)
    mark_to_fix(by=colleague, finding=finding, seen=None)

    news = told(page.ask(deciding="1"))

    assert 'id="card"' not in news
    assert "decided on finding 1: To fix" in news


def test_nobody_is_told_of_their_own_decision(pair: Pair, finding: Finding, editor: User) -> None:
    page = Page(editor, pair)
    mark_to_fix(by=editor, finding=finding, seen=None)

    assert "decided on" not in told(page.ask())


def test_a_finding_that_is_open_again_comes_back(pair: Pair, finding: Finding, editor: User, colleague: User) -> None:
    dismissal = dismiss(by=colleague, finding=finding, reason=Reason.WRONG, seen=None)
    page = Page(editor, pair)
    reopen(by=colleague, finding=finding, seen=dismissal.pk)

    assert "The days differ." in told(page.ask()).split('id="list"')[1]


def test_a_new_draft_is_told_with_the_way_to_it(pair: Pair, editor: User) -> None:
    page = Page(editor, pair)
    read_draft(pair.story, "A third version", "It is about something else.")

    assert "Draft C3 came in" in told(page.ask())
    assert page.ask().status_code == 204


def test_drafts_that_are_read_again_are_told(pair: Pair, editor: User) -> None:
    page = Page(editor, pair)
    AnalysisFactory.create(draft=pair.left, versions="newer")

    assert "being read again" in told(page.ask())


def test_asking_costs_a_few_queries_however_many_look(pair: Pair, editor: User, desk: Desk) -> None:
    page = Page(editor, pair)
    Page(member(desk, Role.CHIEF), pair)
    page.ask()
    with CaptureQueriesContext(connection) as with_one:
        page.ask()
    for _ in range(5):
        Page(member(desk, Role.EDITOR), pair)
    page.ask()

    with CaptureQueriesContext(connection) as with_six:
        page.ask()

    assert len(with_six) == len(with_one) <= MOST_QUERIES


def test_a_finding_of_another_story_is_nowhere_to_be_at(pair: Pair, editor: User) -> None:
    Page(editor, pair, finding=99_999)

    assert Presence.objects.get().finding is None


def test_nobody_outside_the_desk_is_told(client: Client, pair: Pair, editor: User) -> None:
    asks = Page(editor, pair).asks
    client.force_login(member(DeskFactory.create(), Role.CHIEF))

    assert client.get(asks).status_code == 404


def test_without_scripts_the_address_leads_to_the_page(client: Client, pair: Pair, editor: User) -> None:
    response = client.get(reverse("company", args=[pair.story.pk]))

    assert response["Location"] == reverse("review", args=[pair.story.pk])

"""What could not be saved says so, and nothing that was typed is lost: offline, an error, a session that ended."""

import re
from typing import NoReturn

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Locator, Page, Route, expect

from articles.models import Desk, Role, User
from review.models import Finding, Reason, Resolution, ResolutionKind
from review.views.findings import ACTS, Act
from tests.factories import PASSWORD
from tests.losses import lost_line
from tests.pages.steps import enter, person_on
from tests.review.drafts import Pair


@pytest.fixture
def editor(desk: Desk) -> User:
    return person_on(desk)


@pytest.fixture
def review(page: Page, editor: User, pair: Pair) -> Page:
    """The first of two findings is about to be dismissed."""
    pair.found("Ines Moreau", "Inez Moreau", kind="name", message="The names differ.")
    days: Finding = pair.found("Monday", "Friday", kind="date", message="The days differ.")
    enter(page, editor, f"/stories/{pair.story.pk}/review/?finding={days.pk}")
    page.keyboard.press("d")
    page.get_by_label("Both are true").check()
    page.get_by_label("Note").first.fill("Two sailings")
    return page


def send(review: Page) -> None:
    review.get_by_role("button", name="Dismiss", exact=True).click()


def lit(review: Page) -> Locator:
    return review.locator("#copy .cell .mark.selected")


def test_offline_it_is_kept_and_sent_again_with_one_click(review: Page) -> None:
    review.context.set_offline(True)
    send(review)
    expect(review.get_by_role("alert")).to_contain_text("may not be saved")
    expect(lit(review)).to_have_text(["Monday", "Friday"])
    assert not Resolution.objects.exists()

    review.context.set_offline(False)
    review.get_by_role("button", name="Send again").click()

    expect(review.locator("#said")).to_contain_text("Dismissed.")
    expect(review.get_by_role("alert")).to_be_hidden()
    assert Resolution.objects.get().note == "Two sailings"


def test_what_was_saved_though_the_answer_was_lost_can_be_sent_again(review: Page) -> None:
    def lose_the_answer(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort("connectionreset")

    review.route(re.compile("/dismiss/"), lose_the_answer, times=1)
    send(review)
    expect(review.get_by_role("alert")).to_contain_text("may not be saved")
    assert Resolution.objects.count() == 1

    review.get_by_role("button", name="Send again").click()

    expect(review.locator("#said")).to_contain_text("Dismissed.")
    expect(review.get_by_role("alert")).to_be_hidden()
    assert Resolution.objects.count() == 1


def test_that_something_else_was_answered_since_does_not_hide_it(review: Page) -> None:
    review.context.set_offline(True)
    send(review)
    expect(review.get_by_role("alert")).to_contain_text("may not be saved")
    review.context.set_offline(False)

    for _ in range(2):  # when the second comes, the first is read
        with review.expect_response(re.compile("/company/")):
            pass

    expect(review.get_by_role("alert")).to_contain_text("may not be saved")


@pytest.mark.parametrize("error", [OSError("The disk is full."), lost_line()], ids=["ours", "database away"])
def test_an_error_of_the_server_says_so_and_keeps_what_was_typed(
    review: Page, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(**_: object) -> NoReturn:
        raise error

    monkeypatch.setitem(ACTS, ResolutionKind.DISMISSED, Act(fail, "Dismissed."))

    send(review)

    expect(review.get_by_role("alert")).to_contain_text("may not be saved")
    expect(review.get_by_label("Note").first).to_have_value("Two sailings")


def test_who_was_logged_out_finds_the_note_again(review: Page, editor: User) -> None:
    Session.objects.all().delete()
    send(review)
    review.get_by_label("Username").fill(editor.username)
    review.get_by_label("Password").fill(PASSWORD)
    review.get_by_role("button", name="Log in").click()

    expect(review.get_by_role("alert")).to_contain_text("you were logged out")
    expect(review.get_by_label("Note").first).to_have_value("Two sailings")
    expect(review.get_by_label("Both are true")).to_be_checked()
    send(review)
    expect(review.locator("#said")).to_contain_text("Dismissed.")
    assert Resolution.objects.get().reason == Reason.BOTH_TRUE


def test_nobody_else_finds_what_was_not_sent(review: Page, desk: Desk) -> None:
    chief = person_on(desk, Role.CHIEF)
    Session.objects.all().delete()
    send(review)
    review.get_by_label("Username").fill(chief.username)
    review.get_by_label("Password").fill(PASSWORD)
    review.get_by_role("button", name="Log in").click()

    expect(review.get_by_text(str(chief))).to_be_visible()
    expect(review.get_by_role("alert")).to_be_hidden()
    expect(review.get_by_label("Note").first).to_have_value("")


def test_a_note_that_was_not_sent_yet_outlives_the_session_as_well(review: Page, editor: User) -> None:
    Session.objects.all().delete()  # the page notices by itself, while the note is being written

    review.get_by_label("Username").fill(editor.username)
    review.get_by_label("Password").fill(PASSWORD)
    review.get_by_role("button", name="Log in").click()

    expect(review.get_by_label("Note").first).to_have_value("Two sailings")

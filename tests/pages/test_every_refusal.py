"""Pages that tell of an error or a refusal: in our own words, for everybody's eyes, in both themes, on all screens."""

import logging

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from articles.models import User
from tests.pages.steps import enter, person_on
from tests.pages.test_every_page import COLOURS, DESK, PHONE, faults_in

TOLD = {
    "400": (400, "That could not be read"),
    "403": (403, "Not yours to do"),
    "csrf": (403, "That page was too old"),
    "404": (404, "Not here"),
    "405": (405, "Nothing to look at"),
    "409": (409, "Not done"),
    "500": (500, "Something broke"),
    "503": (503, "Back in a moment"),
    "507": (507, "There is no room for that file"),
}
WRONG = "not-the-password"


@pytest.fixture
def person(page: Page) -> User:
    return person_on()


@pytest.fixture
def failing(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    settings.ROOT_URLCONF = "tests.pages.failing"
    caplog.set_level(logging.CRITICAL)  # what breaks here is meant to


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize("kind", TOLD)
def test_who_is_logged_in_is_told_what_went_wrong(page: Page, person: User, kind: str) -> None:
    status, heading = TOLD[kind]
    enter(page, person)

    answer = page.goto(f"/failing/{kind}/")

    assert answer
    assert answer.status == status
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert faults(page) == []


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize("kind", sorted(TOLD.keys() - {"409"}))
def test_a_stranger_is_told_what_went_wrong(page: Page, kind: str) -> None:
    page.goto(f"/failing/{kind}/")

    expect(page.get_by_role("heading", level=1)).to_have_text(TOLD[kind][1])
    assert faults(page) == []


def test_who_tried_too_often_is_told_how_long_to_wait(page: Page, person: User) -> None:
    for _ in range(5):
        page.goto("/accounts/login/")
        page.get_by_label("Username").fill(person.username)
        page.get_by_label("Password").fill(WRONG)
        with page.expect_response("**/accounts/login/") as answer:
            page.get_by_role("button", name="Log in").click()

    assert answer.value.status == 429
    expect(page.get_by_role("heading", level=1)).to_have_text("Too many tries")
    expect(page.get_by_text("Wait a quarter of an hour")).to_be_visible()
    assert faults(page) == []


def test_a_form_without_its_token_is_refused_in_our_words(page: Page, person: User) -> None:
    page.goto("/accounts/login/")
    page.locator("main [name=csrfmiddlewaretoken]").evaluate("field => field.remove()")
    page.get_by_label("Username").fill(person.username)
    page.get_by_label("Password").fill(WRONG)

    page.get_by_role("button", name="Log in").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("That page was too old")


@pytest.mark.usefixtures("failing")
def test_a_refusal_says_why_and_leads_back(page: Page, person: User) -> None:
    enter(page, person)

    page.goto("/failing/409/")

    expect(page.get_by_text("Nobody signs their own story.")).to_be_visible()
    expect(page.get_by_role("link", name="Go back")).to_be_visible()


def faults(page: Page) -> list[str]:
    return [fault for size in (DESK, PHONE) for colours in COLOURS for fault in faults_in(page, size, colours)]

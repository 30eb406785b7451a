"""Two editors at one story in two browsers: they see each other, and each other's decisions, within seconds."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Desk
from review.models import Finding, Reason, Resolution
from tests.browser import watched_page
from tests.pages.steps import enter, person_on


@pytest.fixture
def mine(page: Page, desk: Desk, days: Finding) -> Page:
    return at_the_days(page, desk, days, first_name="Nadia", last_name="Orr")


@pytest.fixture
def theirs(browser: Browser, live_server: LiveServer, desk: Desk, days: Finding) -> Iterator[Page]:
    with watched_page(browser, live_server.url) as other:
        yield at_the_days(other, desk, days, first_name="Ottoline", last_name="Reyes")


def at_the_days(page: Page, desk: Desk, days: Finding, *, first_name: str, last_name: str) -> Page:
    person = person_on(desk, first_name=first_name, last_name=last_name)
    enter(page, person, f"/stories/{days.annotation.story_id}/review/?finding={days.pk}")
    return page


def test_each_sees_that_the_other_is_at_the_same_finding(mine: Page, theirs: Page) -> None:
    expect(mine.locator(".person")).to_contain_text("Ottoline Reyes has this finding open as well")
    expect(theirs.locator(".person")).to_contain_text("Nadia Orr has this finding open as well")


def test_each_sees_that_the_other_is_elsewhere_in_the_story(mine: Page, theirs: Page) -> None:
    theirs.goto(theirs.url.partition("?")[0])

    expect(mine.locator(".person")).to_contain_text("Ottoline Reyes is looking at this story as well")
    expect(mine.locator(".person--beside")).to_have_count(0)


def test_a_decision_of_the_other_shows_by_itself(mine: Page, theirs: Page) -> None:
    theirs.keyboard.press("f")
    expect(theirs.locator("#said")).to_contain_text("Marked to fix")

    expect(mine.locator("#said")).to_contain_text("Ottoline Reyes decided on finding 1: To fix")
    expect(mine.locator("#list")).to_contain_text("To fix")
    expect(mine.get_by_role("region", name="Selected finding")).to_contain_text("Decided so far: To fix")


def test_a_note_that_is_being_written_is_left_alone_and_refused_kindly(mine: Page, theirs: Page) -> None:
    mine.keyboard.press("d")
    mine.get_by_label("Both are true").check()
    mine.get_by_label("Note").first.fill("Two sailings")
    theirs.keyboard.press("f")
    expect(mine.locator("#said")).to_contain_text("Ottoline Reyes decided on finding 1")

    expect(mine.get_by_label("Note").first).to_have_value("Two sailings")
    mine.get_by_role("button", name="Dismiss", exact=True).click()

    expect(mine.get_by_role("alert")).to_contain_text("Ottoline Reyes was faster")
    expect(mine.get_by_label("Note").first).to_have_value("Two sailings")
    mine.get_by_role("button", name="Dismiss", exact=True).click()
    expect(mine.locator("#said")).to_contain_text("Dismissed.")
    assert Resolution.objects.latest("pk").reason == Reason.BOTH_TRUE

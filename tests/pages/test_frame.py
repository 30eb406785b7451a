"""The frame of every page: logging in and out, the keyboard, a phone's width, and pages that are not there."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Story
from tests.factories import DraftFactory, StoryFactory
from tests.pages.steps import enter, person_on

OF_A_STORY = {"hand-in-to", "sign-off", "plan", "history"}


@pytest.fixture
def story(page: Page) -> Story:
    """A story with one draft; an editor of its desk is logged in."""
    editor = person_on()
    story = StoryFactory.create(desk=editor.desks.get(), slug="a-rather-long-slug-line-for-a-narrow-screen")
    DraftFactory.create(story=story, headline="Bridge over the Tarn to close for repairs until the end of summer")
    enter(page, editor)
    return story


def test_a_wrong_password_is_told_on_the_page(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("wrong")

    page.get_by_role("button", name="Log in").click()

    expect(page.get_by_role("alert")).to_contain_text("correct username and password")


def test_logging_out_ends_the_session(page: Page, story: Story) -> None:
    page.goto("/")
    page.locator(".menu summary").click()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()

    page.goto(f"/stories/{story.pk}/history/")

    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    expect(page.get_by_role("heading", name=story.slug)).to_have_count(0)


def test_the_first_tab_skips_to_the_page(page: Page, story: Story) -> None:
    page.goto("/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize(
    "address",
    ["/", "/?table=1", "/hand-in/", "/hand-over/", "hand-in/", "sign-off/", "plan/", "history/", "/notifications/"],
)
def test_no_page_is_wider_than_a_phone(page: Page, story: Story, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})

    page.goto(address if address.startswith("/") else f"/stories/{story.pk}/{address}")

    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_open_page_of_a_story_is_in_sight_among_its_tabs_on_a_phone(page: Page, story: Story) -> None:
    page.set_viewport_size({"width": 390, "height": 844})

    page.goto(f"/stories/{story.pk}/history/")

    tabs = page.get_by_role("navigation", name="Story")
    expect(tabs.get_by_role("link", name="History")).to_be_in_viewport(ratio=1)


def test_what_is_not_there_says_so_in_the_house_style(page: Page, story: Story) -> None:
    page.goto("/stories/999999/sign-off/")

    expect(page.get_by_role("heading", name="Not here")).to_be_visible()
    expect(page.get_by_role("link", name="To the board")).to_be_visible()


def test_a_line_that_fails_is_told_and_taken_back_when_it_holds_again(page: Page, story: Story) -> None:
    page.goto("/")
    page.context.set_offline(True)
    page.get_by_label("Mine").check()
    expect(page.get_by_text("You are offline.")).to_be_visible()

    page.context.set_offline(False)
    page.get_by_label("Mine").uncheck()

    expect(page.get_by_text("You are offline.")).to_be_hidden()
    expect(page.get_by_role("alert")).to_be_hidden()


def test_a_session_that_ended_leads_to_the_log_in_and_back(page: Page, story: Story) -> None:
    page.goto("/")
    page.context.clear_cookies()

    page.get_by_label("Mine").click()  # not check(): the box is gone as soon as it is ticked

    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    expect(page.get_by_role("heading", name="Board")).to_have_count(0)

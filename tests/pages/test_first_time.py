"""A newcomer gets from nothing to a pair to review with one click and without documentation, scripts or not."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Desk, Role, Story, User
from tests.pages.steps import enter, log_in, person_on

TRY = "Try it with two example drafts"


@pytest.fixture
def newcomer(desk: Desk) -> User:
    return person_on(desk, Role.REPORTER)


def test_from_an_empty_board_to_a_reviewed_pair(page: Page, newcomer: User, worker: object) -> None:
    log_in(page, newcomer)
    page.get_by_role("button", name=TRY).click()

    expect(page.get_by_role("heading", name="example: Marsh Lane baths")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Two example drafts are handed in")).to_be_visible()

    found = page.get_by_role("region", name="List of findings").get_by_role("listitem")
    cost = found.filter(has_text="How much did the repair cost? A1 says £2.4 million, B2 £2.8 million.")
    expect(cost).to_be_visible(timeout=120_000)


def test_it_goes_without_scripts(browser: Browser, live_server: LiveServer, newcomer: User) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    log_in(page, newcomer)
    page.get_by_role("link", name="Hand in", exact=True).first.click()
    page.get_by_role("button", name=TRY).click()

    expect(page).to_have_url(re.compile(r"/review/$"))
    expect(page.get_by_role("columnheader")).to_have_count(2)
    context.close()


def test_who_has_handed_in_before_is_offered_none(page: Page, newcomer: User) -> None:
    enter(page, newcomer, "/")
    page.get_by_role("button", name=TRY).click()
    expect(page.get_by_role("columnheader")).to_have_count(2)

    page.goto("/hand-in/")

    expect(page.get_by_role("heading", name="Hand in", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name=TRY)).to_have_count(0)
    assert Story.objects.get().opened_by == newcomer

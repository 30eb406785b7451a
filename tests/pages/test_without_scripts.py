"""The whole way of a story with scripts switched off: an editor hands in, reviews and names, a chief signs."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Desk, Role
from review.models import Decision, ResolutionKind
from tests.pages.steps import enter, person_on
from tests.workers import Worker

pytestmark = pytest.mark.long
OURS = "The bridge over the Tarn will close for six weeks, the engineer Dana Voss said on Monday."
THEIRS = "The bridge over the Tarn will close for nine weeks, the engineer Dana Voss said on Monday."


@pytest.fixture
def chiefs_page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    yield context.new_page()
    context.close()


def paste(page: Page, headline: str, text: str) -> None:
    page.get_by_text("Or paste a text", exact=True).click()
    page.locator("#id_headline").fill(headline)
    page.locator("#id_text").fill(text)
    page.get_by_role("button", name="Hand in", exact=True).click()


def dismiss(page: Page) -> None:
    page.get_by_text("Dismiss…").click()
    page.get_by_label("Both are true").first.check()
    page.get_by_role("button", name="Dismiss", exact=True).click()
    expect(page.get_by_text("Dismissed.").first).to_be_visible()
    page.wait_for_load_state()  # what is below comes a moment after it


def test_an_editor_and_a_chief_do_all_their_work(
    scriptless_page: Page, chiefs_page: Page, desk: Desk, worker: Worker
) -> None:
    editor, chief = person_on(desk), person_on(desk, Role.CHIEF)
    enter(scriptless_page, editor)
    enter(chiefs_page, chief)

    two_versions_are_handed_in(scriptless_page, worker)
    every_finding_is_decided(scriptless_page)
    a_name_is_ruled_on_and_that_is_taken_back(scriptless_page, worker)
    the_chief_is_told_and_signs(chiefs_page)

    assert Decision.objects.get().by == chief
    kinds = set(desk.stories.get().resolutions.values_list("kind", flat=True))
    assert kinds >= {ResolutionKind.TO_FIX, ResolutionKind.REOPENED, ResolutionKind.DISMISSED}


def two_versions_are_handed_in(page: Page, worker: Worker) -> None:
    page.goto("/hand-in/")
    page.get_by_label("Slug line").fill("tarn-bridge")
    for count, (headline, text) in enumerate([("Tarn bridge to close", OURS), ("Bridge shut for repairs", THEIRS)], 1):
        paste(page, headline, text)
        expect(page.locator("article.upload")).to_have_count(count)
    worker.finish()
    page.reload()
    confirm = page.get_by_role("button", name="Make it a draft")
    for left in (1, 0):
        confirm.first.click()
        expect(confirm).to_have_count(left)
    worker.finish()
    page.reload()
    expect(page.locator("#progress").get_by_text("All versions are read and compared.")).to_be_visible()
    page.get_by_role("link", name="Open the review").click()


def every_finding_is_decided(page: Page) -> None:
    """All are dismissed; one is opened again, is to be fixed, and is dismissed after all."""
    listed = page.locator("#list a")
    expect(listed.first).to_be_visible()
    while listed.count():
        listed.first.click()
        dismiss(page)
    expect(page.get_by_text("Everything here is decided")).to_be_visible()
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Show dismissed").check()
    page.get_by_role("button", name="Search and filter").click()
    listed.first.click()
    page.get_by_role("button", name="Reopen").click()
    page.get_by_role("button", name="To fix").click()
    listed.first.click()
    dismiss(page)


def a_name_is_ruled_on_and_that_is_taken_back(page: Page, worker: Worker) -> None:
    page.get_by_role("link", name="Names").click()
    page.get_by_role("link", name="Dana Voss").first.click()
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("Confirmed by").first).to_be_visible()
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("Taken back").first).to_be_visible()
    worker.finish()


def the_chief_is_told_and_signs(page: Page) -> None:
    page.goto("/notifications/")
    page.get_by_role("link", name="tarn-bridge").first.click()
    page.get_by_role("link", name="Open the story").click()
    page.get_by_role("navigation", name="Story").get_by_role("link", name="Sign-off").click()
    page.get_by_label("sign exactly this text").first.check()
    page.get_by_role("button", name="Approve draft").click()
    expect(page.get_by_text(re.compile("The text of draft .. is signed"))).to_be_visible()

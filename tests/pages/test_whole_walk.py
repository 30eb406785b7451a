"""An editor and a chief take a story from the board to its last page, by mouse and by keyboard, wide and narrow.

No page of it writes an error on the console, under the policy that forbids scripts from anywhere else.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Desk, Role
from review.models import DecisionKind
from tests.browser import watched_page
from tests.pages.hands import Hand, Keyboard, Pointer
from tests.pages.steps import enter, person_on
from tests.workers import Worker

pytestmark = pytest.mark.long
OURS = "The bridge over the Tarn will close for six weeks, the engineer Dana Voss said on Monday."
THEIRS = "The bridge over the Tarn will close for nine weeks, the engineer Dana Voss said on Monday."
WIDE, NARROW = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)


@pytest.fixture
def two_pages(browser: Browser, live_server: LiveServer) -> Iterator[tuple[Page, Page]]:
    with (
        watched_page(browser, live_server.url, silent=True) as editors,
        watched_page(browser, live_server.url, silent=True) as chiefs,
    ):
        yield editors, chiefs


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1440", "390"])
@pytest.mark.parametrize("kind", [Pointer, Keyboard])
def test_a_story_goes_from_the_board_to_its_signature_and_the_desk_changes_its_rules(
    two_pages: tuple[Page, Page], desk: Desk, worker: Worker, kind: type[Pointer | Keyboard], size: ViewportSize
) -> None:
    for page, role in zip(two_pages, (Role.EDITOR, Role.CHIEF), strict=True):
        page.set_viewport_size(size)
        enter(page, person_on(desk, role))
        page.goto("/")
    editor, chief = (kind(page) for page in two_pages)

    two_versions_are_handed_in(editor, worker)
    every_finding_is_decided(editor)
    the_chief_is_told_and_signs(chief)
    the_history_tells_of_it(editor)
    the_desk_wants_two_signatures(chief)

    desk.refresh_from_db()
    assert desk.signatures_needed == 2
    assert desk.stories.get().decisions.get().kind == DecisionKind.APPROVE


def two_versions_are_handed_in(editor: Hand, worker: Worker) -> None:
    page = editor.page
    editor.press(page.get_by_role("link", name="Hand in the first story"))
    editor.fill(page.get_by_label("Slug line"), "tarn-bridge")
    for headline, text in (("Tarn bridge to close", OURS), ("Bridge shut for repairs", THEIRS)):
        editor.press(page.locator(".paste summary"))
        editor.fill(page.locator("#id_headline"), headline)
        editor.fill(page.locator("#id_text"), text)
        editor.press(page.get_by_role("button", name="Hand in", exact=True))
        expect(page.get_by_role("heading", name="Hand in another version")).to_be_visible()
    worker.finish()
    confirm = page.get_by_role("button", name="Make it a draft")
    expect(confirm).to_have_count(2)
    for left in (1, 0):
        editor.press(confirm.first)
        expect(confirm).to_have_count(left)
    worker.finish()
    expect(page.locator("#progress")).to_contain_text("All versions are read and compared.")
    editor.press(page.get_by_role("link", name="Open the review"))


def every_finding_is_decided(editor: Hand) -> None:
    page, card = editor.page, editor.page.get_by_role("region", name="Selected finding")
    if page.viewport_size == NARROW:
        editor.choose(page.get_by_role("radio", name=re.compile("Findings")))
    editor.press(card.get_by_role("link", name=re.compile("Next finding")))
    while True:
        expect(card.locator(".decide").or_(card.get_by_text("Everything here is decided"))).to_be_visible()
        if not card.locator(".decide").count():
            return
        selected = card.get_attribute("data-finding")
        editor.press(card.locator("summary", has_text="Dismiss…"))
        editor.choose(card.get_by_label("Both are true"))
        editor.press(card.get_by_role("button", name="Dismiss", exact=True))
        expect(page.locator(f"#card[data-finding='{selected}']")).to_have_count(0)


def the_chief_is_told_and_signs(chief: Hand) -> None:
    page = chief.page
    chief.press(page.get_by_role("navigation", name="Main").get_by_role("link", name="Notifications"))
    chief.press(page.get_by_role("main").get_by_role("link", name="tarn-bridge").first)
    chief.press(page.get_by_role("link", name="Open the story"))
    chief.press(page.get_by_role("navigation", name="Story").get_by_role("link", name="Sign-off"))
    chief.press(page.get_by_label("sign exactly this text").first)
    chief.press(page.get_by_role("button", name="Approve draft"))
    expect(page.get_by_text(re.compile("The text of draft .. is signed"))).to_be_visible()


def the_history_tells_of_it(editor: Hand) -> None:
    page = editor.page
    editor.press(page.get_by_role("navigation", name="Story").get_by_role("link", name="History"))
    expect(page.get_by_role("heading", name="What happened, the latest first")).to_be_visible()
    expect(page.locator(".events")).to_contain_text("approved")
    editor.press(page.get_by_role("link", name="Backread"))
    expect(page.get_by_role("link", name="tarn-bridge")).to_be_visible()


def the_desk_wants_two_signatures(chief: Hand) -> None:
    page = chief.page
    chief.press(page.locator(".menu summary"))
    chief.press(page.get_by_role("link", name="Desks and house lists"))
    chief.fill(page.get_by_label("Signatures needed"), "2")
    chief.press(page.get_by_role("button", name="Save the settings"))
    expect(page.locator(".events")).to_contain_text("changed the settings")

"""The next card shows with its key, without asking the server; one that may be out of date never does."""

import re

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from articles.models import Desk
from review.actions.resolutions import mark_to_fix
from review.models import Finding
from tests.pages.steps import enter, person_on
from tests.review.drafts import Pair
from tests.services import wait_until


@pytest.fixture
def review(page: Page, desk: Desk, pair: Pair, days: Finding, names: Finding) -> Page:
    """The page with the first finding open, and the next one's card at hand."""
    enter(page, person_on(desk), f"/stories/{pair.story.pk}/review/?finding={days.pk}")
    wait_until(lambda: is_at_hand(page, names), "The next finding's card")
    return page


def is_at_hand(page: Page, finding: Finding) -> bool:
    """Whether the page holds its card: that the answer came does not say that it was read."""
    held = "async (finding) => (await import('/static/review/at-hand.js')).isAtHand(finding)"
    return bool(page.evaluate(held, str(finding.pk)))


def part_of(request: Request) -> str:
    return request.headers.get("hx-target", "")


def card(page: Page) -> Locator:
    return page.get_by_role("region", name="Selected finding")


def test_a_card_at_hand_shows_without_asking(review: Page, names: Finding) -> None:
    asked: list[str] = []
    review.on("request", lambda request: asked.append(part_of(request)))

    review.keyboard.press("n")

    expect(card(review)).to_contain_text("The names differ.")
    expect(card(review).get_by_role("button", name="To fix")).to_be_visible()
    expect(review.locator("#list [aria-current]")).to_contain_text("The names differ.")
    expect(review).to_have_url(re.compile(rf"finding={names.pk}\b"))
    assert "card" not in asked


def test_a_decision_on_a_card_at_hand_is_saved(review: Page, names: Finding) -> None:
    review.keyboard.press("n")
    expect(card(review)).to_contain_text("The names differ.")
    review.keyboard.press("f")

    expect(review.locator("#said")).to_contain_text("Marked to fix")
    assert names.annotation.story.resolutions.get().fingerprint == names.fingerprint


def test_what_a_colleague_decided_meanwhile_stands_on_the_card(review: Page, desk: Desk, names: Finding) -> None:
    colleague = person_on(desk, first_name="Ottoline", last_name="Reyes")
    mark_to_fix(by=colleague, finding=names, seen=None)
    expect(review.locator("#said")).to_contain_text("Ottoline Reyes decided on finding 2: To fix")

    review.keyboard.press("n")

    expect(card(review)).to_contain_text("The names differ.")
    expect(card(review)).to_contain_text("Decided so far: To fix")


def test_without_a_line_no_card_is_shown_that_may_be_out_of_date(review: Page) -> None:
    review.context.set_offline(True)
    expect(review.get_by_text("You are offline")).to_be_visible()

    review.keyboard.press("n")

    expect(review.locator("#copy .cell .mark.selected").first).to_have_text("Ines Moreau")
    expect(card(review)).to_contain_text("The days differ.")


def test_while_the_server_is_silent_no_card_is_shown_that_may_be_out_of_date(review: Page) -> None:
    review.route("**/company/**", lambda route: route.abort("connectionreset"))
    expect(review.get_by_role("alert")).to_contain_text("did not answer")

    with review.expect_request(lambda request: part_of(request) == "card"):
        review.keyboard.press("n")

    expect(card(review)).to_contain_text("The names differ.")


def test_a_browser_that_does_not_tell_when_it_is_idle_has_cards_at_hand(
    page: Page, desk: Desk, pair: Pair, days: Finding, names: Finding
) -> None:
    page.add_init_script("delete window.requestIdleCallback")
    enter(page, person_on(desk))

    page.goto(f"/stories/{pair.story.pk}/review/?finding={days.pk}")

    wait_until(lambda: is_at_hand(page, names), "The next finding's card")

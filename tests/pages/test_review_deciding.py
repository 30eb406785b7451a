"""An editor decides on many findings at once, and takes back what was just decided: by keyboard and by mouse."""

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from articles.models import Desk
from review.models import Finding, Reason, Resolution, ResolutionKind
from tests.pages.steps import enter, person_on
from tests.review.drafts import Pair

DESK, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)


@pytest.fixture
def blocker(pair: Pair) -> Finding:
    return pair.found("Monday", "Friday", kind="date", severity="blocker", message="The days differ.")


@pytest.fixture
def review(page: Page, desk: Desk, pair: Pair, blocker: Finding) -> Page:
    """A blocker and two lesser findings."""
    pair.found("Ines Moreau", "Inez Moreau", kind="name", severity="minor", message="The names differ.")
    pair.found_alone(pair.right, "four pounds", kind="source", severity="note", message="Who says so?")
    page.set_viewport_size(DESK)
    enter(page, person_on(desk), f"/stories/{pair.story.pk}/review/")
    return page


def said(page: Page) -> Locator:
    return page.locator("#said")


def dismiss_all(review: Page) -> None:
    review.get_by_text("Dismiss several…").click()
    review.get_by_label("All of the list").check()
    review.locator("#several").get_by_label("Both are true").check()
    review.get_by_role("button", name="Dismiss 2 chosen").click()


@pytest.mark.parametrize("screen", [DESK, PHONE])
def test_all_but_blockers_are_dismissed_at_once_and_undone_at_once(review: Page, screen: ViewportSize) -> None:
    review.set_viewport_size(screen)
    if screen == PHONE:
        review.locator(".switch label").last.click()
    dismiss_all(review)

    expect(said(review)).to_contain_text("2 findings dismissed.")
    expect(review.locator("#list .finding")).to_have_count(1)
    assert set(Resolution.objects.values_list("reason", flat=True)) == {Reason.BOTH_TRUE}
    review.get_by_role("button", name="Undo").click()
    expect(said(review)).to_contain_text("2 findings taken back")
    expect(review.locator("#list .finding")).to_have_count(3)


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_who_has_chosen_none_is_led_to_the_boxes_and_loses_nothing(review: Page, screen: ViewportSize) -> None:
    review.set_viewport_size(screen)
    if screen == PHONE:
        review.locator(".switch label").last.click()
    drawer = review.locator("#several")
    review.get_by_text("Dismiss several…").click()
    drawer.get_by_label("Both are true").check()
    drawer.get_by_label("Note").fill("Agreed with the wire.")
    review.get_by_role("button", name="Dismiss the chosen").click()

    expect(review.get_by_text("None is chosen yet")).to_be_in_viewport()
    expect(review.get_by_label("Choose finding").first).to_be_focused()
    expect(drawer.get_by_label("Both are true")).to_be_checked()
    expect(drawer.get_by_label("Note")).to_have_value("Agreed with the wire.")
    review.keyboard.press("Space")
    review.get_by_role("button", name="Dismiss 1 chosen").click()
    expect(said(review)).to_contain_text("Dismissed.")


def test_a_key_undoes_what_a_key_decided(review: Page, blocker: Finding) -> None:
    review.keyboard.press("n")
    expect(review.locator("#card")).to_contain_text("The days differ.")
    review.keyboard.press("f")
    expect(said(review)).to_contain_text("Marked to fix")
    review.keyboard.press("u")

    expect(said(review)).to_contain_text("Taken back")
    expect(review.locator("#card")).to_contain_text("The days differ.")
    assert blocker.resolutions.latest("pk").kind == ResolutionKind.REOPENED


def test_severities_in_the_head_narrow_the_list(review: Page) -> None:
    head = review.locator("#tally")
    head.get_by_role("link", name="1 blocker").click()
    expect(review.locator("#list .finding")).to_have_count(1)

    head.get_by_role("link", name="1 blocker").click()

    expect(review.locator("#list .finding")).to_have_count(3)


def test_the_count_over_the_columns_follows_on_a_phone(review: Page) -> None:
    review.set_viewport_size(PHONE)
    switch = review.locator(".switch label").last
    expect(switch).to_contain_text("Findings 3")
    switch.click()

    dismiss_all(review)

    expect(switch).to_contain_text("Findings 1")

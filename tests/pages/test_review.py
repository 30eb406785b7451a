"""An editor works through the findings of a pair: by keyboard, by mouse, on a phone, and without scripts."""

import re

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from articles.models import Desk
from review.models import Comparison, Finding, Reason, Resolution, ResolutionKind, RunState, Stage
from tests.pages.steps import enter, person_on
from tests.review.drafts import Pair

PHONE = ViewportSize(width=390, height=844)


@pytest.fixture
def review(page: Page, desk: Desk, pair: Pair, days: Finding, names: Finding) -> Page:
    """The page with both findings, open before an editor."""
    return opened(page, desk, pair)


def opened(page: Page, desk: Desk, pair: Pair) -> Page:
    enter(page, person_on(desk), f"/stories/{pair.story.pk}/review/")
    return page


def card(page: Page) -> Locator:
    return page.get_by_role("region", name="Selected finding")


def ask_why_the_days_are_dismissed(page: Page) -> None:
    """By the keyboard; the card tells of the days after each key."""
    for key in ("n", "d"):
        page.keyboard.press(key)
        expect(card(page)).to_contain_text("The days differ.")


def lit(page: Page) -> Locator:
    return page.locator("#copy .cell .mark.selected")


def test_selecting_lights_both_places_joins_them_and_opens_the_card(review: Page) -> None:
    review.keyboard.press("n")

    expect(card(review)).to_contain_text("The days differ.")
    expect(lit(review)).to_have_text(["Monday", "Friday"])
    expect(review.locator("#thread path")).to_have_attribute("d", re.compile(r"^M [\d.]+"))


def test_to_those_who_listen_the_drafts_are_two_columns_of_a_table(review: Page) -> None:
    copy = review.get_by_role("table", name="The copy")

    expect(copy.get_by_role("columnheader")).to_have_count(2)
    expect(copy.get_by_role("columnheader", name=re.compile("^A1 "))).to_contain_text("handed in by")
    facing = copy.get_by_role("row").filter(has_text="sails again").get_by_role("cell")
    expect(facing.nth(0)).to_contain_text("Monday")
    expect(facing.nth(1)).to_contain_text("Friday")


def test_a_finding_lights_up_without_waiting_for_its_card(review: Page) -> None:
    review.context.set_offline(True)
    expect(review.get_by_text("You are offline.")).to_be_visible()

    review.keyboard.press("n")

    expect(lit(review)).to_have_text(["Monday", "Friday"])
    expect(card(review)).to_contain_text("Start with the first")
    review.context.set_offline(False)
    expect(review.get_by_text("You are offline.")).to_be_hidden()
    review.keyboard.press("n")
    expect(card(review)).to_contain_text("The days differ.")


def test_what_came_this_moment_answers_to_the_next_key(review: Page) -> None:
    review.evaluate(
        """() => {
          window.isStillThere = true;
          const press = () => document.querySelector('#card [data-key="n"][aria-label]')?.click();
          const once = new MutationObserver(() => { once.disconnect(); press(); });
          once.observe(document.getElementById("findings"), { childList: true, subtree: true });
        }"""
    )

    review.keyboard.press("n")

    expect(card(review)).to_contain_text("The names differ.")
    assert review.evaluate("window.isStillThere"), "The key led to a new page, since the part was not ready for it."


def test_an_editor_dismisses_with_the_keyboard_alone_and_lands_on_the_next(review: Page, days: Finding) -> None:
    ask_why_the_days_are_dismissed(review)
    review.keyboard.press("Space")
    expect(card(review).locator(":checked:not(option)")).to_have_count(0)
    review.keyboard.press("1")
    review.keyboard.press("Enter")

    expect(card(review)).to_contain_text("The names differ.")
    expect(card(review)).to_be_focused()
    expect(lit(review)).to_have_text(["Ines Moreau", "Inez Moreau"])
    resolution = Resolution.objects.get()
    assert (resolution.finding, resolution.reason) == (days, Reason.WRONG)


def test_what_is_typed_among_the_reasons_begins_the_note(review: Page) -> None:
    ask_why_the_days_are_dismissed(review)
    review.keyboard.press("3")

    review.keyboard.type("Two sailings a week")

    expect(review.get_by_label("Both are true")).to_be_checked()
    expect(review.get_by_label("Note").first).to_have_value("Two sailings a week")


def test_an_arrow_chooses_a_reason(review: Page) -> None:
    ask_why_the_days_are_dismissed(review)

    review.keyboard.press("ArrowDown")
    review.keyboard.press("ArrowDown")

    expect(review.get_by_label("Both say the same thing")).to_be_checked()


def test_the_button_that_dismisses_is_in_sight_at_900_pixels(page: Page, desk: Desk, pair: Pair) -> None:
    pair.found("Monday", "Friday", kind="date", message="The days differ.", why="A ferry sails on one day. " * 30)
    review = opened(page, desk, pair)
    review.set_viewport_size({"width": 1440, "height": 900})
    review.keyboard.press("n")
    expect(card(review)).to_contain_text("The days differ.")
    review.keyboard.press("d")

    expect(review.get_by_role("button", name="Dismiss", exact=True)).to_be_in_viewport(ratio=1)


def test_the_list_of_keys_opens_with_a_finding_open_and_after_a_search(review: Page) -> None:
    expect(review.get_by_role("button", name="Keys")).to_be_visible()
    review.keyboard.press("n")
    expect(card(review)).to_contain_text("The days differ.")
    review.keyboard.press("?")
    expect(review.get_by_role("heading", name="Keys")).to_be_visible()
    review.keyboard.press("Escape")
    expect(review.get_by_role("heading", name="Keys")).to_be_hidden()
    review.keyboard.press("/")
    expect(review.get_by_label("Search the findings")).to_be_focused()
    review.keyboard.type("inez")
    expect(review.locator("#list li")).to_have_count(1)
    review.keyboard.press("Enter")

    review.keyboard.press("?")

    expect(review.get_by_role("heading", name="Keys")).to_be_visible()


def test_a_choice_of_filters_stays_open_above_the_list(review: Page) -> None:
    review.get_by_text("Filter", exact=True).click()
    review.get_by_label("Kind").focus()
    review.get_by_label("Kind").select_option("name")

    expect(review.locator("#list li")).to_have_count(1)
    expect(review.get_by_label("Kind")).to_be_focused()
    panel, listing = review.locator("#choices").bounding_box(), review.locator("#list").bounding_box()
    assert panel
    assert listing
    assert panel["y"] + panel["height"] <= listing["y"]


def test_a_dismissed_finding_is_marked_in_the_copy_no_more(review: Page, days: Finding) -> None:
    review.keyboard.press("n")
    expect(card(review)).to_contain_text("The days differ.")
    review.get_by_text("Dismiss…").click()
    review.get_by_label("Both are true").check()
    review.get_by_role("button", name="Dismiss", exact=True).click()

    expect(card(review)).to_contain_text("The names differ.")
    expect(review.locator(f'.mark[data-findings="{days.pk}"]').first).to_have_class("mark time blocker closed")
    expect(review.get_by_role("region", name="List of findings")).not_to_contain_text("The days differ.")


def test_one_key_marks_to_fix_and_goes_on_to_the_end(review: Page) -> None:
    review.keyboard.press("n")
    expect(card(review)).to_contain_text("The days differ.")
    review.keyboard.press("f")
    expect(card(review)).to_contain_text("The names differ.")
    review.keyboard.press("f")

    expect(card(review)).to_contain_text("Everything here is decided")
    assert set(Resolution.objects.values_list("kind", flat=True)) == {ResolutionKind.TO_FIX}


def test_a_finding_is_opened_by_a_click_on_its_words(review: Page) -> None:
    review.get_by_role("link", name="Inez Moreau").click()

    expect(card(review)).to_contain_text("The names differ.")
    expect(review).to_have_url(re.compile("finding="))


def test_keys_mean_nothing_while_somebody_types(review: Page) -> None:
    review.keyboard.press("/")
    review.keyboard.type("n")

    expect(review.get_by_label("Search the findings")).to_have_value("n")
    expect(card(review)).to_contain_text("Start with the first")


def test_keys_work_on_while_a_layers_box_has_the_focus(review: Page) -> None:
    review.get_by_role("checkbox", name="People").click()

    review.keyboard.press("n")

    expect(card(review)).to_contain_text("The days differ.")


def test_escape_leaves_the_reasons_and_keeps_the_finding(review: Page) -> None:
    ask_why_the_days_are_dismissed(review)

    review.keyboard.press("Escape")
    review.keyboard.press("f")

    expect(card(review)).to_contain_text("The names differ.")
    assert Resolution.objects.get().kind == ResolutionKind.TO_FIX


def test_a_key_leads_on_to_sign_off(review: Page) -> None:
    review.keyboard.press("a")

    expect(review).to_have_url(re.compile("/sign-off/"))


def test_typing_into_the_search_narrows_the_list(review: Page) -> None:
    review.keyboard.press("/")
    review.keyboard.type("inez")

    expect(review.locator("#list li")).to_have_count(1)
    expect(review.get_by_label("Search the findings")).to_be_focused()


def test_keys_can_be_switched_off_for_good(review: Page) -> None:
    review.keyboard.press("?")
    review.get_by_label("Keys are on").uncheck()
    review.get_by_role("button", name="Close").click()
    review.reload()

    review.keyboard.press("n")

    expect(card(review)).to_contain_text("Start with the first")


def test_layers_are_kept_for_the_next_visit(review: Page) -> None:
    review.get_by_label("People").check()
    expect(review.locator("#copy")).to_have_attribute("data-layers", "differences people quotes comments")

    review.goto(review.url.split("?")[0])

    expect(review.get_by_label("People")).to_be_checked()
    expect(review.locator("#copy")).to_have_attribute("data-layers", "differences people quotes comments")


def test_what_could_not_be_saved_says_so_and_is_not_lost(review: Page) -> None:
    review.keyboard.press("n")
    expect(card(review)).to_contain_text("The days differ.")
    review.keyboard.press("d")
    review.get_by_label("Both are true").check()
    review.get_by_label("Note").first.fill("Two sailings")
    review.context.set_offline(True)

    review.get_by_role("button", name="Dismiss", exact=True).click()

    expect(review.get_by_role("alert")).to_contain_text("may not be saved")
    expect(review.get_by_label("Note").first).to_have_value("Two sailings")
    assert not Resolution.objects.exists()


def test_the_page_shows_by_itself_what_the_workers_found(page: Page, desk: Desk, pair: Pair, days: Finding) -> None:
    Comparison.objects.update(state=RunState.RUNNING, stage=Stage.COMPARING)
    opened(page, desk, pair)
    expect(page.get_by_text("Still being checked")).to_be_visible()
    expect(page.get_by_text("The days differ.")).to_have_count(0)

    Comparison.objects.update(state=RunState.DONE, stage=Stage.FINISHED)

    expect(page.get_by_text("The days differ.")).to_be_visible()


def test_a_place_far_away_is_shown_beside_the_first_one(page: Page, desk: Desk, pair: Pair) -> None:
    pair.found("nine weeks", "Inez Moreau", kind="name", message="Far apart.")
    opened(page, desk, pair).keyboard.press("n")

    expect(page.locator("#peek")).to_contain_text("Its master is Inez Moreau.")


def test_everything_works_without_scripts(
    scriptless_page: Page, desk: Desk, pair: Pair, days: Finding, names: Finding
) -> None:
    page = opened(scriptless_page, desk, pair)

    page.get_by_role("link", name="Monday").click()
    expect(card(page)).to_contain_text("The days differ.")
    page.get_by_text("Dismiss…").click()
    page.get_by_label("Both are true").check()
    page.get_by_role("button", name="Dismiss", exact=True).click()

    expect(page.locator("#said").filter(has_text="Dismissed.")).to_be_visible()
    expect(card(page)).to_contain_text("The names differ.")
    assert Resolution.objects.get().reason == Reason.BOTH_TRUE


def test_on_a_phone_one_draft_is_read_at_a_time(review: Page) -> None:
    review.set_viewport_size(PHONE)
    expect(review.get_by_text("The ferry sails again on Monday")).to_be_visible()
    expect(review.get_by_text("Tickets cost four pounds.")).to_be_hidden()

    review.locator(".switch").get_by_text("B2").click()

    expect(review.get_by_text("Tickets cost four pounds.")).to_be_visible()
    expect(review.get_by_text("The ferry sails again on Monday")).to_be_hidden()


def test_on_a_phone_a_tap_on_marked_words_opens_the_card_and_nothing_sticks_out(review: Page) -> None:
    review.set_viewport_size(PHONE)

    review.get_by_role("link", name="Monday").click()

    expect(card(review)).to_be_in_viewport()
    expect(card(review)).to_contain_text("The ferry sails again on Monday")
    card(review).get_by_role("link", name="B2", exact=True).click()
    expect(review.locator("#b-2")).to_be_in_viewport()
    assert review.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

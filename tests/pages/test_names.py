"""An editor goes through the names of a story: by keyboard, by mouse, on a phone, and without scripts."""

import re

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from analysis.document import Entity, Label
from articles.models import Desk
from review.models import Ruling, RulingKind
from tests.pages.steps import enter, person_on
from tests.review.drafts import LEFT, Pair, mark, pair_of_drafts, read_draft
from tests.workers import Worker

DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)


@pytest.fixture
def pair(desk: Desk) -> Pair:
    """Both drafts have Moreau; the left one takes Monday for a person."""
    pair = pair_of_drafts(desk)
    mark(pair.left, Entity("Moreau", Label.PERSON), Entity("Monday", Label.PERSON))
    mark(pair.right, Entity("Moreau", Label.PERSON))
    return pair


def opened(page: Page, desk: Desk, pair: Pair) -> Page:
    page.set_viewport_size(DESK)
    enter(page, person_on(desk, first_name="Nadia", last_name="Orr"), f"/stories/{pair.story.pk}/review/")
    return page


@pytest.fixture
def review(page: Page, desk: Desk, pair: Pair) -> Page:
    return opened(page, desk, pair)


def card(page: Page) -> Locator:
    return page.get_by_role("region", name="Selected name")


def names(page: Page) -> Locator:
    return page.get_by_role("region", name="List of names")


def lit(page: Page) -> Locator:
    return page.locator("#copy .lit")


def test_the_keyboard_alone_finds_confirms_and_shows_who_did(review: Page) -> None:
    review.keyboard.press("w")
    expect(names(review)).to_contain_text("In both")
    review.keyboard.press("n")
    expect(card(review)).to_contain_text("Moreau")
    expect(lit(review)).to_have_text(["Moreau", "Moreau"])
    review.keyboard.press("y")

    expect(card(review)).to_contain_text("Confirmed by Nadia Orr")
    expect(card(review)).to_be_focused()
    assert Ruling.objects.get().kind == RulingKind.CONFIRMED


def test_a_name_is_said_to_be_something_else_and_the_copy_follows_at_once(review: Page) -> None:
    review.keyboard.press("w")
    names(review).get_by_role("link", name="Monday").click()
    expect(card(review)).to_contain_text("Monday")
    review.keyboard.press("r")
    review.get_by_label("It is a").select_option("EVENT")
    review.get_by_role("button", name="Save").click()

    expect(card(review)).to_contain_text("Relabelled by Nadia Orr")
    expect(review.locator("#runs").get_by_text("Being read again.")).to_be_visible()
    expect(review.locator("#copy [data-other]")).to_have_text(["Monday"])
    expect(review.get_by_role("checkbox", name="Other")).to_be_checked()


def test_a_click_on_a_mention_opens_its_card_and_lights_the_others(review: Page) -> None:
    review.get_by_label("People").check()

    review.locator("#b-4").get_by_text("Moreau").click()

    expect(card(review)).to_contain_text("A1 1 time")
    expect(lit(review)).to_have_text(["Moreau", "Moreau"])


def test_a_click_into_the_copy_means_nothing_while_its_layer_is_off(review: Page) -> None:
    review.locator("#b-4").get_by_text("Moreau").click()

    expect(names(review)).to_have_count(0)
    expect(review.get_by_role("region", name="Selected finding")).to_be_visible()


def test_selected_words_can_be_marked_as_a_name(review: Page) -> None:
    review.locator("#b-3").get_by_text("Tickets").dblclick(position={"x": 20, "y": 10})
    review.get_by_role("button", name="Mark as a name").click()
    expect(card(review)).to_contain_text("Not marked")
    expect(review.get_by_label("It is a")).to_be_focused()
    review.get_by_label("It is a").select_option("PRODUCT")
    review.get_by_label("house list").check()
    review.get_by_role("button", name="Save").click()

    expect(card(review)).to_contain_text("Added by Nadia Orr")
    expect(card(review)).to_contain_text("put on the house list of City desk")
    assert Ruling.objects.get().name == "Tickets"


def test_what_is_no_name_leaves_the_copy_and_comes_back_when_that_is_taken_back(review: Page) -> None:
    review.keyboard.press("w")
    names(review).get_by_role("link", name="Monday").click()
    card(review).get_by_role("button", name="Not a name").click()
    expect(review.locator('#copy [data-people="Monday"]')).to_have_count(0)
    expect(names(review)).to_contain_text("Ruled to be no name")

    card(review).get_by_role("button", name="Take back").click()

    expect(review.locator('#copy [data-people="Monday"]')).to_have_count(1)


def test_the_place_in_the_copy_is_kept_when_the_page_comes_anew(page: Page, desk: Desk) -> None:
    sentences = [f"{number} ferries wait in the roads." for number in range(60)]
    pair = pair_of_drafts(desk)
    long = read_draft(pair.story, *LEFT, *sentences, "Nobody saw Moreau.")
    mark(long, Entity("Moreau", Label.PERSON))
    opened(page, desk, pair)
    page.goto(f"/stories/{pair.story.pk}/review/?a={long.pk}&names=people&name=Moreau")
    page.locator(f"#a-{len(LEFT) + len(sentences) + 1}").scroll_into_view_if_needed()
    expect(card(page)).to_be_in_viewport()

    page.keyboard.press("y")

    expect(card(page)).to_contain_text("Confirmed by")
    expect(page.get_by_text("Nobody saw Moreau.")).to_be_in_viewport()


def test_what_was_ruled_is_read_by_a_worker_and_the_page_follows(review: Page, pair: Pair, worker: Worker) -> None:
    review.goto(f"{review.url}?names=people&name=Monday")
    card(review).get_by_role("button", name="Not a name").click()

    expect(review.locator("#runs").get_by_text("Being read again.")).to_be_visible()
    expect(review.locator("#runs").get_by_text("Being read again.")).to_be_hidden(timeout=60_000)

    expect(names(review)).to_contain_text("Ruled to be no name")
    assert [draft.analyses.latest("id").rulings for draft in (pair.left, pair.right)] == [1, 1]


def test_everything_works_without_scripts(scriptless_page: Page, desk: Desk, pair: Pair) -> None:
    page = opened(scriptless_page, desk, pair)
    page.get_by_role("link", name="Names").click()
    page.get_by_label("Mark other words as a name").fill("Tickets")
    page.get_by_role("button", name="Look").click()
    page.get_by_label("It is a").select_option("PRODUCT")

    page.get_by_role("button", name="Save").click()

    expect(card(page)).to_contain_text("Added by Nadia Orr")
    expect(lit(page)).to_have_text(["Tickets"])


def test_on_a_phone_a_tap_on_a_name_opens_its_card_and_nothing_sticks_out(review: Page) -> None:
    review.set_viewport_size(PHONE)
    review.get_by_label("People").check()

    review.locator("#a-3").get_by_text("Moreau").click()

    expect(card(review)).to_be_in_viewport()
    expect(card(review).get_by_role("button", name=re.compile("Confirm"))).to_be_visible()
    assert review.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    card(review).get_by_role("link", name="¶4").click()
    expect(review.locator("#b-4")).to_be_in_viewport()


def test_every_name_is_within_a_few_steps_of_the_keyboard(review: Page) -> None:
    review.keyboard.press("w")
    expect(review.locator("#copy [data-people]")).to_have_count(3)

    assert review.locator("#copy a, #copy [tabindex]").count() == 0
    names(review).get_by_role("link", name="Moreau").focus()
    review.keyboard.press("Enter")
    expect(card(review)).to_contain_text("Moreau")

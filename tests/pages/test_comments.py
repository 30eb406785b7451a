"""An editor comments in the review: on selected words, by keyboard, on a phone, and without scripts."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from articles.models import Desk
from review.models import Comment, Passage
from tests.pages.steps import enter, person_on
from tests.review.drafts import LEFT, Pair, pair_of_drafts, read_draft

DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)


@pytest.fixture
def pair(desk: Desk) -> Pair:
    pair = pair_of_drafts(desk)
    pair.found("Monday", "Friday")
    return pair


def opened(page: Page, desk: Desk, address: str, size: ViewportSize = DESK) -> Page:
    page.set_viewport_size(size)
    enter(page, person_on(desk, first_name="Nadia", last_name="Orr"), address)
    return page


def test_selected_words_are_commented_on_by_key_and_marked_in_the_copy(page: Page, desk: Desk, pair: Pair) -> None:
    opened(page, desk, f"/stories/{pair.story.pk}/review/")
    page.locator("#b-3").get_by_text("Tickets").dblclick(position={"x": 20, "y": 10})
    page.keyboard.press("c")
    expect(page.get_by_label("On these words")).to_have_value("Tickets")
    expect(page.get_by_label("Comment", exact=True)).to_be_focused()
    page.keyboard.type("For whom?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator('#b-3 [data-comments="For whom?"]')).to_have_text("Tickets")
    assert Passage.objects.get(annotation=Comment.objects.get().annotation).draft == pair.right


def test_a_passage_is_passed_to_the_writer_of_the_other_draft(page: Page, desk: Desk, pair: Pair) -> None:
    writer = person_on(desk, username="ada")
    left = read_draft(pair.story, *LEFT, written_by=writer)
    opened(page, desk, f"/stories/{pair.story.pk}/review/?a={left.pk}&b={pair.right.pk}")
    page.locator("#b-2").get_by_text("The ferry").dblclick(position={"x": 50, "y": 10})
    page.get_by_role("button", name="Pass to the other side").click()

    expect(page.get_by_label("On these words")).to_have_value(
        "The ferry sails again on Monday. It was laid up for nine"
    )
    expect(page.get_by_label("Comment", exact=True)).to_contain_text("@ada B2 has: “")


def test_the_key_on_a_finding_leads_to_its_thread(page: Page, desk: Desk, pair: Pair) -> None:
    opened(page, desk, f"/stories/{pair.story.pk}/review/")
    page.keyboard.press("n")
    expect(page.get_by_role("link", name="Comment on it")).to_be_visible()
    page.keyboard.press("c")
    begun = page.get_by_role("region", name="Comment on this finding")
    begun.get_by_label("Comment", exact=True).fill("Ask the harbour office.")
    begun.get_by_role("button", name="Comment", exact=True).click()

    expect(page.get_by_role("article")).to_contain_text("Ask the harbour office.")


def test_on_a_phone_without_scripts_words_are_typed_and_a_thread_is_resolved(
    scriptless_page: Page, desk: Desk, pair: Pair
) -> None:
    page = opened(scriptless_page, desk, f"/stories/{pair.story.pk}/comments/", PHONE)
    page.get_by_text("Comment on words of a draft").click()
    page.get_by_label("On these words").fill("four pounds")
    page.get_by_label("Comment", exact=True).fill("Return or single? @nobody")
    page.get_by_role("button", name="Comment", exact=True).click()
    expect(page.get_by_text("goes by @nobody")).to_be_visible()

    page.get_by_role("button", name="Resolve").click()

    expect(page.get_by_text("Nobody has anything to say")).to_be_visible()
    assert [said.kind for said in Comment.objects.all()] == ["said", "resolved"]


def test_whoever_is_called_is_chosen_from_those_that_are_offered(page: Page, desk: Desk, pair: Pair) -> None:
    person_on(desk, username="ada.lund", first_name="Ada", last_name="Lund")
    opened(page, desk, f"/stories/{pair.story.pk}/comments/?words=Monday&draft={pair.left.pk}")
    comment = page.get_by_label("Comment", exact=True)
    comment.press_sequentially("Ask @lu")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("button", name="@ada.lund Ada Lund")).to_be_focused()
    page.keyboard.press("Enter")

    expect(comment).to_have_value("Ask @ada.lund ")
    expect(comment).to_be_focused()
    expect(page.get_by_role("group", name="Whom to call")).to_have_count(0)


def test_whom_a_comment_can_call_is_read_without_scripts(scriptless_page: Page, desk: Desk, pair: Pair) -> None:
    person_on(desk, username="ada.lund", first_name="Ada", last_name="Lund")
    page = opened(scriptless_page, desk, f"/stories/{pair.story.pk}/comments/")

    page.get_by_text("Whom you can call").click()

    expect(page.get_by_text("@ada.lund Ada Lund")).to_be_visible()

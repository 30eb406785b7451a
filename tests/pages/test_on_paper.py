"""Review and sign-off on paper, and the review in the few colours that somebody's eyes need."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.newsroom import Newsroom, newsroom_with_everything
from tests.pages.steps import enter

UNMARKED = """() => [...document.querySelectorAll(
  "#copy .mark:not(.closed), #copy [data-differences], #copy [data-quotes]")]
  .filter((words) => {
    const style = getComputedStyle(words);
    return style.textDecorationLine === "none" && style.borderBottomStyle === "none" && style.outlineStyle === "none";
  }).map((words) => words.outerHTML.slice(0, 120))"""


@pytest.fixture
def newsroom(transactional_db: None) -> Newsroom:
    return newsroom_with_everything()


def test_the_review_is_printed_with_both_texts_and_all_findings_and_nothing_to_press(
    page: Page, newsroom: Newsroom
) -> None:
    enter(page, newsroom.editor)
    page.goto(f"/stories/{newsroom.pair.story.pk}/review/")

    page.emulate_media(media="print")

    expect(page.locator("#a-3")).to_be_visible()
    expect(page.locator("#b-4")).to_be_visible()
    expect(page.locator("#list")).to_contain_text("The names differ.")
    assert [button for button in page.locator("button, .bar, .tabs").all() if button.is_visible()] == []


def test_the_sign_off_is_printed_with_the_text_and_who_signed(page: Page, newsroom: Newsroom) -> None:
    enter(page, newsroom.chief)
    page.goto(f"/stories/{newsroom.signed.pk}/sign-off/")

    page.emulate_media(media="print")

    expect(page.get_by_text(newsroom.signed.drafts.get().text.splitlines()[-1])).to_be_visible()
    expect(page.get_by_role("definition").filter(has_text="Strong copy.")).to_be_visible()
    assert [button for button in page.locator("button, .bar, .tabs").all() if button.is_visible()] == []


def test_what_is_marked_in_the_copy_is_marked_without_tints_as_well(page: Page, newsroom: Newsroom) -> None:
    enter(page, newsroom.editor)
    page.emulate_media(forced_colors="active")

    page.goto(f"/stories/{newsroom.pair.story.pk}/review/?layers=differences,quotes")

    expect(page.locator("#copy .mark").first).to_be_visible()
    assert page.evaluate(UNMARKED) == []

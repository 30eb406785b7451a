"""An editor checks a story's claims: by keyboard, on a phone, and without scripts."""

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from analysis.stored import dumped
from articles.models import Desk, Story
from review.models import Claim, ClaimStatus
from review.runs.claims import store_claims
from tests.factories import AnalysisFactory, DraftFactory, StoryFactory
from tests.pages.steps import enter, person_on
from tests.review.claims import claimed
from tests.services import wait_until

DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
TEXT = "Wall of 40 metres\nThe auditors accuse Orde of fraud. Orde said the wall is 40 metres long. Work began in May."


@pytest.fixture
def story(desk: Desk) -> Story:
    """One draft whose claims are read."""
    story = StoryFactory.create(desk=desk, slug="harbour-wall")
    sections = [["headline", 0, 17]]
    draft = DraftFactory.create(story=story, text=TEXT, sections=sections, dated=date(2026, 7, 1))
    store_claims(draft, claimed(TEXT))
    return story


def opened(page: Page, desk: Desk, size: ViewportSize, address: str) -> Page:
    page.set_viewport_size(size)
    enter(page, person_on(desk, first_name="Nadia", last_name="Orr"), address)
    return page


def in_list(page: Page, desk: Desk, story: Story, size: ViewportSize) -> Page:
    return opened(page, desk, size, f"/stories/{story.pk}/claims/")


def claim(page: Page, words: str) -> Locator:
    return page.get_by_role("article", name=words)


def test_a_claim_is_verified_in_a_few_keys_and_taken_back_in_one(page: Page, desk: Desk, story: Story) -> None:
    in_list(page, desk, story, DESK)
    page.keyboard.press("n")
    expect(claim(page, "accuse")).to_be_focused()
    page.keyboard.press("v")
    expect(claim(page, "accuse").get_by_label("Evidence")).to_be_focused()
    page.keyboard.type("Audit report")
    page.keyboard.press("Tab")
    page.keyboard.type("page 9")
    page.keyboard.press("Enter")

    expect(claim(page, "accuse")).to_contain_text("Verified on Audit report, page 9")
    expect(claim(page, "accuse")).to_be_focused()
    page.keyboard.press("u")

    expect(claim(page, "accuse")).to_contain_text("Unchecked")
    assert Claim.objects.get(text__contains="accuse").verdicts.count() == 2


def many_claims(desk: Desk) -> Story:
    """More than a window has room for."""
    text = " ".join(f"The wall of pier {number} is {number + 20} metres long." for number in range(12))
    draft = DraftFactory.create(story=StoryFactory.create(desk=desk), text=text, dated=date(2026, 7, 1))
    store_claims(draft, claimed(text))
    return draft.story


def height(article: Locator) -> float:
    """Of its top below the window's."""
    top: float = article.evaluate("article => article.getBoundingClientRect().top")
    return top


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_claim_that_was_checked_stays_where_it_stood_in_the_window(
    page: Page, desk: Desk, size: ViewportSize
) -> None:
    page.emulate_media(reduced_motion="reduce")  # so that nothing is on its way while it is measured
    in_list(page, desk, many_claims(desk), size)
    checked = claim(page, "pier 6")
    checked.get_by_text("Check…").click()
    checked.get_by_label("Note").fill("The builders deny it.")
    checked.get_by_role("button", name="Disputed").hover()
    before, last = height(checked), page.get_by_role("article").last.inner_text()
    page.emulate_media(reduced_motion="no-preference")
    checked.get_by_role("button", name="Disputed").click()

    expect(checked).to_contain_text("Disputed")
    expect(checked).to_be_focused()
    wait_until(lambda: abs(height(checked) - before) <= 2, f"{before} pixels above the claim")
    assert page.get_by_role("article").last.inner_text() == last
    if size == DESK:
        page.keyboard.press("n")
        expect(claim(page, "pier 7")).to_be_focused()


def test_a_claim_that_was_checked_is_in_sight_without_scripts(scriptless_page: Page, desk: Desk) -> None:
    page = in_list(scriptless_page, desk, many_claims(desk), DESK)
    page.get_by_role("link", name="Unchecked").click()
    checked = claim(page, "pier 6")
    checked.get_by_text("Check…").click()
    checked.get_by_label("Evidence").fill("Survey")
    checked.get_by_label("Where exactly").fill("sheet 2")

    checked.get_by_role("button", name="Verified").click()

    expect(checked).to_contain_text("Verified on Survey, sheet 2")
    expect(checked).to_be_in_viewport()
    expect(page.get_by_role("article")).to_have_count(12)
    page.get_by_role("link", name="Draw the list up anew").click()
    expect(page.get_by_role("article")).to_have_count(11)


def in_review(page: Page, desk: Desk, story: Story, size: ViewportSize) -> Page:
    draft = story.drafts.get()
    AnalysisFactory.create(draft=draft, document=dumped(claimed(TEXT)))
    return opened(page, desk, size, f"/stories/{story.pk}/review/?a={draft.pk}&layers=claims")


def test_a_claim_in_the_copy_is_verified_on_its_card_without_leaving_the_review(
    page: Page, desk: Desk, story: Story
) -> None:
    in_review(page, desk, story, DESK)
    page.locator("#copy [data-claim]").get_by_text("The auditors accuse").click()
    card = page.get_by_label("Selected claim")
    expect(card).to_contain_text("Accusation")
    page.keyboard.press("v")
    expect(card.get_by_label("Evidence")).to_be_focused()
    page.keyboard.type("Audit report")
    page.keyboard.press("Tab")
    page.keyboard.type("page 9")
    page.keyboard.press("Enter")

    expect(card).to_contain_text("Verified on Audit report, page 9")
    expect(page.locator('#copy [data-standing="verified"]').first).to_contain_text("The auditors accuse")
    expect(page.locator('#copy [data-standing="verified"]').first).to_have_attribute("data-claims", "Verified: accuses")
    expect(page).to_have_url(re.compile("/review/"))
    page.keyboard.press("u")
    expect(card).to_contain_text("Unchecked")


def test_keys_turn_from_claim_to_claim_and_back_to_the_findings(page: Page, desk: Desk, story: Story) -> None:
    in_review(page, desk, story, DESK)
    page.locator("#copy [data-claim]").get_by_text("The auditors accuse").click()
    card = page.get_by_label("Selected claim")
    expect(card.get_by_role("heading")).to_contain_text("accuse Orde of fraud")
    page.keyboard.press("n")

    expect(card.get_by_role("heading")).to_contain_text("Orde said the wall")
    expect(page.locator("#copy .claimed").last).to_contain_text("long.")
    page.get_by_role("link", name="Findings").click()
    expect(card).to_have_count(0)
    expect(page.locator("#copy .claimed")).to_have_count(0)


def test_on_a_phone_a_claim_of_the_copy_is_disputed(page: Page, desk: Desk, story: Story) -> None:
    in_review(page, desk, story, PHONE)
    page.locator("#copy [data-claim]").get_by_text("The auditors accuse").click()
    card = page.get_by_label("Selected claim")
    card.get_by_text("Check…").click()
    card.get_by_label("Note").fill("The auditors deny it.")
    card.get_by_role("button", name="Disputed").click()

    expect(card).to_contain_text("The auditors deny it.")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_on_a_phone_a_claim_is_disputed_and_nothing_sticks_out(page: Page, desk: Desk, story: Story) -> None:
    in_list(page, desk, story, PHONE)
    claim(page, "accuse").get_by_text("Check…").click()
    claim(page, "accuse").get_by_label("Note").fill("The auditors deny it.")
    claim(page, "accuse").get_by_role("button", name="Disputed").click()

    expect(claim(page, "accuse")).to_contain_text("Disputed")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_claims_are_filtered_and_verified_without_scripts(scriptless_page: Page, desk: Desk, story: Story) -> None:
    page = in_list(scriptless_page, desk, story, DESK)
    page.get_by_label("Says so").select_option("Orde")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("article")).to_have_count(1)
    claim(page, "40 metres").get_by_text("Check…").click()
    claim(page, "40 metres").get_by_label("Evidence").fill("Survey of the harbour")
    claim(page, "40 metres").get_by_label("Where exactly").fill("sheet 2")

    claim(page, "40 metres").get_by_role("button", name="Verified").click()

    expect(claim(page, "40 metres")).to_contain_text("Verified on Survey of the harbour, sheet 2")
    assert Claim.objects.get(text__contains="Orde said").status == ClaimStatus.VERIFIED

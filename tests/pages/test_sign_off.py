"""A chief signs, in a browser, exactly the text that was on the page."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Draft, Role
from review.models import Decision
from tests.factories import AnalysisFactory, DraftFactory, StoryFactory
from tests.pages.steps import enter, person_on


@pytest.fixture
def draft(page: Page) -> Draft:
    """A checked draft with nothing in the way; the desk's chief has its sign-off page open."""
    chief = person_on(role=Role.CHIEF)
    draft = DraftFactory.create(story=StoryFactory.create(desk=chief.desks.get()))
    AnalysisFactory.create(draft=draft)
    enter(page, chief, f"/stories/{draft.story_id}/sign-off/")
    return draft


def test_a_chief_signs_exactly_this_text(page: Page, draft: Draft) -> None:
    page.get_by_label(f"sign exactly this text: {draft.sha256[:12]}").check()
    page.get_by_role("button", name="Approve draft A1").click()

    expect(page.get_by_text("The text of draft A1 is signed")).to_be_visible()
    assert Decision.objects.get().sha256 == draft.sha256


def test_nothing_is_signed_before_the_box_is_ticked(page: Page, draft: Draft) -> None:
    page.get_by_role("button", name="Approve draft A1").click()

    expect(page.get_by_role("heading", name="Approve draft A1")).to_be_visible()
    assert not Decision.objects.exists()


def test_a_text_revised_since_the_page_was_opened_is_not_signed(page: Page, draft: Draft) -> None:
    Draft.objects.filter(pk=draft.pk).update(standing="superseded")
    DraftFactory.create(story=draft.story, number=2, version=1, revises=draft)

    page.get_by_label("sign exactly this text").check()
    page.get_by_label("Note for the record").fill("Strong copy.")
    page.get_by_role("button", name="Approve draft A1").click()

    expect(page.get_by_role("alert")).to_contain_text("Draft A1 has been revised")
    expect(page.get_by_label("Note for the record")).to_have_value("Strong copy.")
    assert not Decision.objects.exists()


def test_a_story_can_be_sent_back_with_the_keyboard_alone(page: Page, draft: Draft) -> None:
    page.locator("summary", has_text="Send back").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Who measured the bridge?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("cell", name="Who measured the bridge?")).to_be_visible()

"""An editor changes the copy from a finding: it opens at the words, and becomes the next draft of its version."""

from playwright.sync_api import Page, expect

from articles.models import Desk, Upload
from tests.pages.steps import enter, person_on
from tests.review.drafts import pair_of_drafts
from tests.workers import Worker

SELECTED = "text => text.value.slice(text.selectionStart, text.selectionEnd)"


def test_a_finding_leads_to_the_words_and_they_to_the_next_draft(page: Page, desk: Desk, worker: Worker) -> None:
    pair = pair_of_drafts(desk)
    days = pair.found("Monday", "Friday", kind="date", message="The days differ.")
    enter(page, person_on(desk), f"/stories/{pair.story.pk}/review/?finding={days.pk}")

    page.get_by_role("link", name="Edit the copy of B2").click()

    copy = page.get_by_label("Text", exact=True)
    expect(page.get_by_role("heading", name="Edit draft B2")).to_be_visible()
    expect(copy).to_be_focused()
    assert copy.evaluate(SELECTED) == "Friday"
    page.keyboard.type("Monday")
    page.get_by_role("button", name="Hand in as the next draft").click()
    expect(page.locator("article.upload")).to_be_visible()
    worker.finish()
    page.reload()
    expect(page.get_by_label("Version", exact=True)).to_contain_text("A revision of B2")
    assert page.get_by_label("Version", exact=True).input_value() == str(pair.right.pk)
    page.get_by_role("button", name="Make it a draft").click()
    expect(page.locator("#progress")).to_contain_text("Draft B3")
    assert Upload.objects.get().draft.text == pair.right.text.replace("Friday", "Monday")

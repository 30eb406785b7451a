"""Taking things out in a browser: each link gives a file, and the page stays as it is."""

from playwright.sync_api import Page, expect

from articles.models import Desk
from tests.pages.newsroom import newsroom_with_everything
from tests.pages.steps import enter


def test_findings_are_downloaded_from_the_review(page: Page, transactional_db: None) -> None:
    newsroom = newsroom_with_everything()
    enter(page, newsroom.editor)
    page.goto(f"/stories/{newsroom.pair.story.pk}/review/")
    page.get_by_text("Take the findings out").click()

    with page.expect_download() as word:
        page.get_by_role("link", name="as comments in a Word file").first.click()
    with page.expect_download() as csv:
        page.get_by_role("link", name="as CSV").first.click()

    assert (word.value.suggested_filename, csv.value.suggested_filename) == ("ferry-a1.docx", "ferry-a1.findings.csv")
    expect(page.get_by_text("Start with the first")).to_be_visible()


def test_pack_and_copy_are_reached_from_the_sign_off(page: Page, transactional_db: None) -> None:
    newsroom = newsroom_with_everything()
    enter(page, newsroom.chief)
    page.goto(f"/stories/{newsroom.signed.pk}/sign-off/")

    with page.expect_download() as copy:
        page.get_by_role("link", name="Copy as ninjs").click()
    page.get_by_role("link", name="Sign-off pack").click()
    with page.expect_download() as pdf:
        page.get_by_role("link", name="As PDF").click()

    assert copy.value.suggested_filename == "signed-a1.ninjs.json"
    assert pdf.value.suggested_filename == "signed-a1.pack.pdf"
    expect(page.get_by_role("heading", name="Signatures")).to_be_visible()


def test_system_is_connected_and_its_token_shown_once(page: Page, transactional_db: None) -> None:
    newsroom = newsroom_with_everything()
    desk: Desk = newsroom.desk
    enter(page, newsroom.chief)
    page.goto(f"/desks/{desk.slug}/connections/")
    page.get_by_text("Make a token").click()
    page.get_by_label("Which system is it for?").fill("Wire")
    page.get_by_label("Hand in drafts").check()
    page.get_by_role("button", name="Make the token").click()

    written = page.get_by_label("Token", exact=True).input_value()

    answer = page.request.get("/api/v1/token", headers={"Authorization": f"Bearer {written}"})
    assert answer.json()["name"] == "Wire"
    page.goto(f"/desks/{desk.slug}/connections/")
    expect(page.get_by_label("Token", exact=True)).to_have_count(0)

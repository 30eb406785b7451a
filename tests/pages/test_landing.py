"""Where a page lands, and where the focus is, after a form was sent: at what comes next, or at what was refused."""

import re

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from articles.models import Desk, Role, Story
from review.models import Claim, Comment, Resolution
from review.runs.claims import store_claims
from tests.factories import DraftFactory, StoryFactory
from tests.pages.steps import enter, person_on, text_file
from tests.review.claims import claimed
from tests.review.drafts import Pair, pair_of_drafts
from tests.workers import Worker

SIZE = ViewportSize(width=1440, height=700)
SENTENCES = [f"Orde said the wall number {number} is {number + 30} metres long." for number in range(1, 9)]


@pytest.fixture(params=["page", "scriptless_page"])
def any_page(request: pytest.FixtureRequest) -> Page:
    """With scripts and without."""
    page: Page = request.getfixturevalue(request.param)
    page.set_viewport_size(SIZE)
    return page


@pytest.fixture
def story(desk: Desk) -> Story:
    """With more claims than a window shows."""
    story = StoryFactory.create(desk=desk, slug="harbour-wall")
    text = " ".join(SENTENCES)
    store_claims(DraftFactory.create(story=story, text=text), claimed(text))
    return story


def expect_at_hand(control: Locator) -> None:
    expect(control).to_be_focused()
    expect(control).to_be_in_viewport()


def test_a_refused_check_of_a_claim_lands_in_the_field_that_lacks_something(page: Page, story: Story) -> None:
    page.set_viewport_size(SIZE)
    enter(page, person_on(story.desk), f"/stories/{story.pk}/claims/")
    low = page.get_by_role("article").nth(6)
    for _ in range(7):
        page.keyboard.press("n")
    expect(low).to_be_focused()
    page.keyboard.press("v")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/verdict/"))
    expect_at_hand(low.get_by_label("Evidence"))
    expect(low.get_by_text("A claim is verified on evidence")).to_be_in_viewport()
    page.keyboard.type("nvn")
    expect(low.get_by_label("Evidence")).to_have_value("nvn")


def test_without_scripts_it_lands_there_as_well(scriptless_page: Page, story: Story) -> None:
    scriptless_page.set_viewport_size(SIZE)
    enter(scriptless_page, person_on(story.desk), f"/stories/{story.pk}/claims/")
    low = scriptless_page.get_by_role("article").nth(6)
    low.get_by_text("Check…").click()
    low.get_by_label("Evidence").fill("Survey")

    low.get_by_role("button", name="Verified").click()

    expect_at_hand(low.get_by_label("Where exactly"))


def test_a_claim_that_somebody_else_checked_meanwhile_says_so_where_one_is(any_page: Page, story: Story) -> None:
    enter(any_page, person_on(story.desk), f"/stories/{story.pk}/claims/")
    low = any_page.get_by_role("article").nth(6)
    low.get_by_text("Check…").click()
    low.get_by_label("Note").fill("Orde denies it.")
    low.locator("[name=seen]").evaluate("field => (field.value = '987654')")

    low.get_by_role("button", name="Disputed").click()

    expect_at_hand(low.locator(".notice--refused"))
    assert Claim.objects.filter(status="unchecked").count() == len(SENTENCES)


def test_a_time_zone_that_is_none_has_the_focus(any_page: Page, desk: Desk) -> None:
    for number in range(12):
        person_on(desk, username=f"colleague-{number}")
    enter(any_page, person_on(desk, Role.CHIEF), f"/desks/{desk.slug}/")
    any_page.get_by_label("Time zone").fill("Europe/Atlantis")

    any_page.get_by_role("button", name="Save the settings").click()

    expect_at_hand(any_page.get_by_label("Time zone"))
    expect(any_page.get_by_label("Time zone")).to_have_value("Europe/Atlantis")


def test_a_refusal_that_no_field_is_to_blame_for_has_the_focus(any_page: Page, desk: Desk) -> None:
    pair = pair_of_drafts(desk)
    enter(any_page, person_on(desk), f"/stories/{pair.story.pk}/comments/?words=Nowhere&draft={pair.left.pk}")
    any_page.get_by_label("Comment", exact=True).fill("Where does that stand?")

    any_page.get_by_role("button", name="Comment", exact=True).click()

    expect_at_hand(any_page.locator("#refused"))


def test_a_dismissal_until_a_day_that_is_over_lands_at_the_day(any_page: Page, pair: Pair) -> None:
    days = pair.found("Monday", "Friday", kind="date", message="The days differ.")
    enter(any_page, person_on(pair.story.desk), f"/stories/{pair.story.pk}/review/?finding={days.pk}")
    any_page.get_by_text("Dismiss…").click()
    any_page.get_by_label("Both are true").first.check()
    any_page.get_by_label("Until the end of").fill("2020-01-01")

    any_page.get_by_role("button", name="Dismiss", exact=True).click()

    expect(any_page.get_by_text("That day is over.")).to_be_in_viewport()
    expect_at_hand(any_page.get_by_label("Until the end of"))


def test_an_edited_draft_lands_on_its_card(any_page: Page, pair: Pair, worker: Worker) -> None:
    """The address had led to the box of the copy, and a redirect keeps the place unless it names one."""
    for number in range(3):
        pair.found("Monday", "Friday", message=f"Finding {number}.")
    address = f"/stories/{pair.story.pk}/hand-in/?edit={pair.right.pk}#id_text"
    enter(any_page, person_on(pair.story.desk), address)
    any_page.get_by_label("Text", exact=True).fill("The ferry sails again on Sunday.")

    any_page.get_by_role("button", name="Hand in as the next draft").click()

    card = any_page.locator("article.upload")
    expect_at_hand(card)
    expect(any_page).to_have_url(re.compile(r"/hand-in/#upload-\d+$"))
    worker.finish()
    any_page.reload()
    expect(any_page.get_by_role("button", name="Make it a draft")).to_be_in_viewport()


def test_files_land_on_the_first_of_their_cards(any_page: Page, desk: Desk) -> None:
    story = StoryFactory.create(desk=desk)
    enter(any_page, person_on(desk), f"/stories/{story.pk}/hand-in/#further")
    files = [text_file("one.txt", "The wall is long."), text_file("two.txt", "The wall is short.")]
    any_page.get_by_label("Files", exact=True).set_input_files(files)

    any_page.get_by_role("button", name="Hand in", exact=True).click()

    expect_at_hand(any_page.locator("article.upload").filter(has_text="one.txt"))


def test_the_key_on_a_finding_leads_into_the_box_of_its_thread(any_page: Page, pair: Pair) -> None:
    days = pair.found("Monday", "Friday", kind="date", message="The days differ.")
    enter(any_page, person_on(pair.story.desk), f"/stories/{pair.story.pk}/review/?finding={days.pk}")

    any_page.get_by_role("link", name="Comment on it").click()

    begun = any_page.get_by_role("region", name="Comment on this finding")
    expect_at_hand(begun.get_by_label("Comment", exact=True))
    expect(begun.get_by_text("The days differ.")).to_be_in_viewport()


def test_control_and_enter_save_a_comment(page: Page, pair: Pair) -> None:
    days = pair.found("Monday", "Friday", kind="date", message="The days differ.")
    enter(page, person_on(pair.story.desk), f"/stories/{pair.story.pk}/review/?finding={days.pk}")
    page.keyboard.press("c")
    expect(page.get_by_role("textbox", name="Comment")).to_be_focused()
    page.keyboard.type("Ask @de")
    expect(page.get_by_role("group", name="Whom to call")).to_be_visible()

    page.keyboard.press("Control+Enter")

    expect(page.get_by_role("article")).to_contain_text("Ask @de")
    assert Comment.objects.get().text == "Ask @de"


def test_control_and_enter_save_a_check_from_every_field(page: Page, story: Story) -> None:
    enter(page, person_on(story.desk), f"/stories/{story.pk}/claims/")
    page.keyboard.press("n")
    page.keyboard.press("v")
    first = page.get_by_role("article", name="wall number 1 is")
    first.get_by_label("Where exactly").fill("sheet 2")
    first.get_by_label("Evidence").fill("Survey")

    first.get_by_label("Evidence").press("Control+Enter")

    expect(first).to_contain_text("Verified on Survey, sheet 2")


def test_control_and_enter_dismiss_from_the_note(page: Page, pair: Pair) -> None:
    days = pair.found("Monday", "Friday", kind="date", message="The days differ.")
    enter(page, person_on(pair.story.desk), f"/stories/{pair.story.pk}/review/?finding={days.pk}")
    page.keyboard.press("d")
    page.keyboard.press("1")
    page.get_by_label("Note").first.fill("The desk knows.")

    page.get_by_label("Note").first.press("Control+Enter")

    expect(page.get_by_text("Dismissed.").first).to_be_visible()
    assert Resolution.objects.get().note == "The desk knows."


def test_the_list_of_keys_opens_at_its_heading_so_that_no_key_turns_them_off(page: Page, pair: Pair) -> None:
    enter(page, person_on(pair.story.desk), f"/stories/{pair.story.pk}/review/")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys.get_by_role("heading", name="Keys")).to_be_focused()
    page.keyboard.press("Space")

    expect(keys.get_by_label("Keys are on")).to_be_checked()
    expect(keys).to_contain_text("Ctrl")

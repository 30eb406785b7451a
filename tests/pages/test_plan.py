"""A story is planned and handed over, and the board shows it."""

from playwright.sync_api import Page, expect

from articles.models import Role, Story
from tests.factories import StoryFactory, member
from tests.pages.steps import enter, person_on


def test_an_editor_hands_a_story_over_on_a_phone(page: Page) -> None:
    editor = person_on()
    story = StoryFactory.create(desk=editor.desks.get(), slug="marlow-bridge")
    member(story.desk, Role.EDITOR, first_name="Nell", last_name="Night")
    enter(page, editor)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/stories/{story.pk}/plan/")

    page.get_by_label("Priority").select_option("Urgent")
    page.get_by_label("Looked after by").select_option("Nell Night")
    page.get_by_label("Deadline").fill("2030-07-01T18:00")
    page.get_by_label("Hand-over note").fill("The mayor calls back at nine.")
    page.get_by_role("button", name="Save the plan").press("Enter")
    expect(page.get_by_text("The plan is saved.")).to_be_visible()
    page.get_by_role("link", name="Board", exact=True).click()

    card = page.locator("article.story")
    for told in ("Urgent", "Due 1 Jul 2030, 18:00 UTC", "with Nell Night", "The mayor calls back at nine."):
        expect(card).to_contain_text(told)


def test_a_plan_is_made_without_scripts(scriptless_page: Page) -> None:
    page, editor = scriptless_page, person_on()
    story = StoryFactory.create(desk=editor.desks.get())
    enter(page, editor, f"/stories/{story.pk}/plan/")

    page.get_by_label("Embargo until").fill("2030-07-01T18:00")
    page.get_by_role("button", name="Save the plan").click()

    expect(page.get_by_text("The plan is saved.")).to_be_visible()
    assert Story.objects.get().embargo_until is not None

"""The board in a browser: filters stay in the address, and stories come up by themselves."""

import re

from playwright.sync_api import Page, Route, expect

from tests.factories import DraftFactory, StoryFactory
from tests.pages.steps import enter, person_on


def wait_for(held: list[Route], count: int, page: Page) -> None:
    """Return when so many requests are held: each is told a moment after it is asked."""
    while len(held) < count:
        page.wait_for_timeout(10)


def test_a_filter_is_kept_in_the_address(page: Page) -> None:
    editor = person_on()
    desk = editor.desks.get()
    StoryFactory.create(desk=desk, slug="mine", opened_by=editor)
    StoryFactory.create(desk=desk, slug="theirs")
    enter(page, editor, "/")

    page.get_by_label("Mine").check()
    expect(page.get_by_role("link", name="theirs")).to_have_count(0)
    page.reload()

    expect(page.get_by_role("link", name="mine")).to_be_visible()
    expect(page.get_by_role("link", name="theirs")).to_have_count(0)
    expect(page.get_by_label("Mine")).to_be_checked()


def test_a_filter_set_while_the_list_is_asked_for_anew_holds(page: Page) -> None:
    editor, held = person_on(), list[Route]()
    StoryFactory.create(desk=editor.desks.get(), slug="theirs")
    enter(page, editor)
    page.clock.install()
    page.route("**/*", lambda route: held.append(route) if route.request.resource_type == "xhr" else route.continue_())
    page.goto("/")
    page.clock.fast_forward("00:16")
    wait_for(held, 1, page)

    page.get_by_label("Mine").check()
    wait_for(held, 2, page)
    held[0].fulfill(body='<div id="stories">All stories</div>')
    held[1].continue_()

    expect(page.get_by_text("No story is like that.")).to_be_visible()


def test_what_is_typed_is_searched_for_and_one_step_back_is_enough(page: Page) -> None:
    editor = person_on()
    DraftFactory.create(
        story=StoryFactory.create(desk=editor.desks.get(), slug="marlow-bridge"),
        text="The bridge over the Tarn is shut.",
    )
    StoryFactory.create(desk=editor.desks.get(), slug="theirs")
    enter(page, editor, "/hand-in/")
    page.get_by_role("link", name="Board", exact=True).click()
    expect(page.get_by_role("link", name="theirs")).to_be_visible()
    page.wait_for_load_state()  # its scripts run a moment after it is seen

    page.keyboard.press("/")
    page.keyboard.type("bridg tarn", delay=20)

    expect(page.locator("mark")).to_have_text(["bridge", "Tarn"])
    expect(page.get_by_role("link", name="theirs")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"\?words=bridg\+tarn$"))
    expect(page.get_by_label("Search all drafts")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", name="Hand in")).to_be_visible()


def test_a_folded_filter_that_is_set_is_shown(page: Page) -> None:
    editor = person_on()
    StoryFactory.create(desk=editor.desks.get(), slug="mine", assignee=editor)
    StoryFactory.create(desk=editor.desks.get(), slug="theirs")
    enter(page, editor, "/")

    page.get_by_text("More filters").click()
    page.get_by_label("Looked after by").select_option(str(editor))
    expect(page.get_by_role("link", name="theirs")).to_have_count(0)
    page.reload()

    expect(page.get_by_label("Looked after by")).to_be_visible()
    expect(page.get_by_role("link", name="mine")).to_be_visible()


def test_going_back_undoes_a_filter(page: Page) -> None:
    editor = person_on()
    StoryFactory.create(desk=editor.desks.get(), slug="theirs")
    enter(page, editor, "/")
    page.get_by_label("Mine").check()
    expect(page.get_by_text("No story is like that.")).to_be_visible()

    page.go_back()

    expect(page.get_by_role("link", name="theirs")).to_be_visible()
    expect(page.get_by_role("heading", name="Board")).to_be_visible()
    expect(page.get_by_label("Mine")).not_to_be_checked()


def test_filters_work_without_scripts(scriptless_page: Page) -> None:
    page = scriptless_page
    editor = person_on()
    StoryFactory.create(desk=editor.desks.get(), slug="theirs")
    enter(page, editor, "/")

    page.get_by_label("Mine").check()
    page.get_by_role("button", name="Show").click()

    expect(page.get_by_text("No story is like that.")).to_be_visible()


def test_one_click_leads_from_a_card_to_the_story(page: Page) -> None:
    editor = person_on()
    StoryFactory.create(desk=editor.desks.get(), slug="marlow-bridge")
    enter(page, editor, "/")

    page.locator("article.story").click(position={"x": 5, "y": 5})

    expect(page.get_by_role("heading", name="marlow-bridge")).to_be_visible()


def test_the_table_becomes_cards_on_a_phone(page: Page) -> None:
    editor = person_on()
    StoryFactory.create(desk=editor.desks.get(), slug="a-slug-line-that-goes-on-for-quite-a-while")
    enter(page, editor, "/")
    page.set_viewport_size({"width": 390, "height": 844})

    page.get_by_label("As a table").check()

    expect(page.get_by_role("region", name="Stories")).to_contain_text("Drafting")
    expect(page.locator(".stories thead")).to_be_hidden()
    assert page.evaluate("document.querySelector('.scroll').scrollWidth") <= 390

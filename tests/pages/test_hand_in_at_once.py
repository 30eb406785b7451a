"""An editor makes drafts of several files by one press, with scripts and without, by keyboard and on a phone."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from articles.models import Draft, Story, Upload, UploadState, User
from tests.factories import StoryFactory, UploadFactory
from tests.pages.hands import Keyboard
from tests.pages.steps import enter, person_on

DESK, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)


@pytest.fixture
def editor(transactional_db: None) -> User:
    return person_on()


@pytest.fixture
def story(editor: User) -> Story:
    """Three files were read, and one of them asks for a look."""
    story = StoryFactory.create(desk=editor.desks.get(), slug="marlow-bridge")
    for name, notes in (("ours", []), ("wire", []), ("scan", ["Comments in the margin were left out: 2."])):
        UploadFactory.create(
            story=story,
            uploaded_by=editor,
            filename=f"{name}.txt",
            state=UploadState.READ,
            headline=f"Bridge shut, says {name}",
            body=f"The bridge over the Tarn is shut, says {name}.",
            notes=notes,
        )
    return story


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_by_keyboard_two_become_drafts_as_typed_and_the_one_that_asks_stays(
    page: Page, editor: User, story: Story, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    enter(page, editor, f"/stories/{story.pk}/hand-in/")
    ours, _, scan = Upload.objects.order_by("pk")
    page.locator(f"#upload-{ours.pk}-byline").fill("Ivo Sand")
    page.locator(f"#upload-{scan.pk}-byline").fill("Dana Voss")
    page.locator("h1").click()

    Keyboard(page).press(page.get_by_role("button", name="Make drafts of 2 files at once"))

    told = page.get_by_text("Drafts now: A1, B2. Not yet: “scan.txt”, look at it by itself.")
    expect(told.last).to_be_focused()
    expect(page.get_by_text("“Bridge shut, says ours” is handed in.")).to_be_visible()
    expect(page.locator(f"#upload-{scan.pk}-byline")).to_have_value("Dana Voss")
    expect(page.get_by_role("heading", name="Reading and comparing")).to_be_visible()
    assert Draft.objects.get(number=1).byline == "Ivo Sand"
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.get_by_role("button", name="Make it a draft").click()
    expect(page.get_by_role("heading", name="Handed in", exact=True)).to_be_visible()


def test_without_scripts_they_become_drafts_as_they_were_read(
    scriptless_page: Page, editor: User, story: Story
) -> None:
    page = scriptless_page
    enter(page, editor, f"/stories/{story.pk}/hand-in/")
    expect(page.locator("#arriving-head noscript")).to_be_visible()

    page.get_by_role("button", name="Make drafts of 2 files at once").click()

    expect(page.get_by_role("status").filter(has_text="Drafts now: A1, B2. Not yet: “scan.txt”")).to_be_visible()
    expect(page.get_by_role("button", name="Make it a draft")).to_have_count(1)


def test_the_button_comes_by_itself_when_the_second_file_was_read(page: Page, editor: User, story: Story) -> None:
    Upload.objects.filter(filename="wire.txt").update(state=UploadState.WAITING)
    enter(page, editor, f"/stories/{story.pk}/hand-in/")
    expect(page.get_by_text("Being read…")).to_be_visible()
    expect(page.locator("#at-once")).to_have_count(0)

    Upload.objects.filter(filename="wire.txt").update(state=UploadState.READ)

    expect(page.get_by_role("button", name="Make drafts of 2 files at once")).to_be_visible()

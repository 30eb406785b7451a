"""An editor hands versions in, and follows them until they are compared."""

from playwright.sync_api import Browser, FilePayload, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Draft, Role, Upload, UploadState
from review.models import RunState
from tests.browser import watched_page
from tests.factories import AnalysisFactory, DraftFactory, StoryFactory, UploadFactory
from tests.pages.steps import enter, log_in, person_on, text_file
from tests.workers import Worker

OURS = text_file(
    "ours.txt",
    "Marlow bridge to close for repairs",
    "The bridge over the Tarn will close for six weeks, the engineer Dana Voss said on Monday.",
    "The repairs will cost £4.2 million.",
)
THEIRS = text_file(
    "wire.txt",
    "Tarn bridge shut for repair work",
    "The bridge over the Tarn will close for nine weeks, the engineer Dana Voss said on Monday.",
    "The repairs will cost £5.6 million.",
)


def test_a_newcomer_gets_from_nothing_to_a_reviewed_pair(page: Page, worker: Worker) -> None:
    log_in(page, person_on())
    page.get_by_role("link", name="Hand in the first story").click()
    page.get_by_label("Slug line").fill("marlow-bridge")
    page.get_by_label("Files", exact=True).set_input_files([OURS, THEIRS])
    page.get_by_role("button", name="Hand in").click()

    for handed_in in ("A1", "B2"):
        page.get_by_role("button", name="Make it a draft").first.click()
        expect(page.get_by_text(f"Draft {handed_in}", exact=True).first).to_be_visible()

    expect(page.locator("#progress").get_by_text("All versions are read and compared.")).to_be_visible(timeout=120_000)
    expect(page.locator("#story-state")).to_have_text("Needs work")
    page.get_by_role("link", name="Open the review").click()
    expect(page.get_by_role("heading", name="marlow-bridge")).to_be_visible()


def test_what_is_typed_for_one_file_survives_the_confirmation_of_another(page: Page) -> None:
    editor = person_on()
    story = StoryFactory.create(desk=editor.desks.get())
    first, second = (
        UploadFactory.create(story=story, uploaded_by=editor, state=UploadState.READ, headline=headline, body=headline)
        for headline in ("Bridge shut", "Bridge closed")
    )
    enter(page, editor, f"/stories/{story.pk}/hand-in/")
    page.locator(f"#upload-{second.pk}-byline").fill("Ivo Sand")

    page.locator(f"#upload-{first.pk}").get_by_role("button", name="Make it a draft").click()

    expect(page.locator("#main").get_by_text("is handed in")).to_be_visible()
    expect(page.get_by_role("heading", name="On their way")).to_be_visible()
    expect(page.locator(f"#upload-{second.pk}-byline")).to_have_value("Ivo Sand")
    expect(page.locator(f"#upload-{second.pk}-revises")).to_contain_text("A revision of A1")
    page.locator(f"#upload-{second.pk}").get_by_role("button", name="Make it a draft").click()
    expect(page.get_by_role("heading", name="Handed in", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="On their way")).to_have_count(0)


def test_a_file_that_cannot_be_read_says_why_beside_one_that_can(page: Page, worker: Worker) -> None:
    editor = person_on()
    story = StoryFactory.create(desk=editor.desks.get())
    picture: FilePayload = {"name": "bridge.txt", "mimeType": "text/plain", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(200)}
    enter(page, editor, f"/stories/{story.pk}/hand-in/")

    page.get_by_label("Files", exact=True).set_input_files([picture, OURS])
    page.get_by_role("button", name="Hand in").click()

    expect(page.get_by_role("alert").filter(has_text="bridge.txt")).to_be_visible(timeout=120_000)
    expect(page.get_by_role("button", name="Make it a draft")).to_be_visible(timeout=120_000)


def test_files_dropped_on_the_page_are_named_and_handed_in(page: Page) -> None:
    enter(page, person_on(), "/hand-in/")
    dropped = page.evaluate_handle(
        """() => {
          const files = new DataTransfer();
          files.items.add(new File(["The bridge is shut."], "dropped.txt", {type: "text/plain"}));
          return files;
        }"""
    )

    page.dispatch_event("main", "drop", {"dataTransfer": dropped})

    expect(page.get_by_role("list", name="Files chosen")).to_contain_text("dropped.txt")
    page.get_by_label("Slug line").fill("marlow-bridge")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="dropped.txt")).to_be_visible()


def test_a_file_chosen_by_mistake_is_removed_and_one_too_large_is_told_before_it_is_sent(page: Page) -> None:
    enter(page, person_on(), "/hand-in/")
    page.get_by_label("Files", exact=True).evaluate("field => (field.dataset.largest = 100)")
    page.get_by_label("Files", exact=True).set_input_files([OURS, text_file("short.txt", "The bridge is shut.")])
    expect(page.get_by_role("list", name="Files chosen")).to_contain_text("ours.txt, 1 kB: larger than 20 MB")
    page.get_by_label("Slug line").fill("marlow-bridge")

    page.get_by_role("button", name="Remove ours.txt").click()

    expect(page.get_by_role("list", name="Files chosen").get_by_role("listitem")).to_have_count(1)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="short.txt")).to_be_visible()


def test_a_text_pasted_anywhere_opens_its_box(page: Page) -> None:
    enter(page, person_on(), "/hand-in/")

    page.locator("main").evaluate(
        """main => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", "The bridge is shut.");
          main.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
        }"""
    )

    expect(page.locator("#id_text")).to_have_value("The bridge is shut.")
    expect(page.locator("#id_text")).to_be_focused()


def test_a_draft_is_withdrawn_with_the_keyboard_alone_on_a_phone(page: Page) -> None:
    reporter = person_on(role=Role.REPORTER)
    draft = DraftFactory.create(story=StoryFactory.create(desk=reporter.desks.get()), handed_in_by=reporter)
    AnalysisFactory.create(draft=draft)
    enter(page, reporter)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/stories/{draft.story_id}/hand-in/")

    page.get_by_role("link", name="Withdraw draft A1").press("Enter")
    expect(page.get_by_text("The story has no draft left")).to_be_visible()
    page.get_by_label("Why").fill("The wrong file.")
    page.get_by_role("button", name="Withdraw draft A1").press("Enter")

    expect(page.get_by_text("Draft A1 is withdrawn.")).to_be_visible()
    expect(page.get_by_role("heading", name="Hand in the first versions")).to_be_visible()


def test_handing_in_works_without_scripts(scriptless_page: Page, worker: Worker) -> None:
    page = scriptless_page
    enter(page, person_on(), "/hand-in/")
    page.get_by_label("Slug line").fill("marlow-bridge")
    page.get_by_text("Or paste a text").click()
    page.get_by_label("Headline").fill("Bridge shut")
    page.locator("#id_text").fill("The bridge over the Tarn is shut.")
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator("article.upload")).to_be_visible()
    worker.finish()

    page.reload()
    page.get_by_role("button", name="Make it a draft").click()

    expect(page.get_by_role("heading", name="Reading and comparing")).to_be_visible()
    assert Draft.objects.get().headline == "Bridge shut"


def test_a_waiting_file_turns_into_its_form_by_itself(page: Page) -> None:
    editor = person_on()
    upload = UploadFactory.create(story=StoryFactory.create(desk=editor.desks.get()), uploaded_by=editor)
    enter(page, editor, f"/stories/{upload.story_id}/hand-in/")
    expect(page.get_by_text("Being read…")).to_be_visible()

    Upload.objects.update(state=UploadState.READ, headline="Bridge shut", body="The bridge is shut.")

    expect(page.get_by_label("Headline").first).to_have_value("Bridge shut")


def test_without_scripts_the_page_says_to_reload_and_no_two_buttons_bear_one_name(scriptless_page: Page) -> None:
    editor = person_on()
    story = StoryFactory.create(desk=editor.desks.get())
    UploadFactory.create(story=story, filename="one.txt")
    for name in ("two.txt", "three.txt"):
        UploadFactory.create(story=story, filename=name, state=UploadState.READ, body="The wall is long.")
    enter(scriptless_page, editor)

    scriptless_page.goto(f"/stories/{story.pk}/hand-in/")

    expect(scriptless_page.locator("article noscript")).to_be_visible()
    names = scriptless_page.get_by_role("button").all_text_contents()
    assert len(names) == len(set(names)) > 4


def test_an_answer_to_what_another_has_taken_off_the_page_is_passed_over(
    browser: Browser, live_server: LiveServer
) -> None:
    """The progress asks for itself, and comes anew with every file that is confirmed."""
    editor, held = person_on(), list[Route]()
    story = StoryFactory.create(desk=editor.desks.get())
    AnalysisFactory.create(draft=DraftFactory.create(story=story), state=RunState.RUNNING, finished_at=None)
    with watched_page(browser, live_server.url, silent=True) as page:
        page.route("**/progress/", lambda route: held.append(route), times=1)
        with page.expect_request("**/progress/"):
            enter(page, editor, f"/stories/{story.pk}/hand-in/")
        page.evaluate("document.getElementById('progress').replaceWith('Another answer.')")

        with page.expect_response("**/progress/"):
            held[0].continue_()

        expect(page.get_by_text("Another answer.")).to_be_visible()
        page.evaluate("new Promise(requestAnimationFrame)")

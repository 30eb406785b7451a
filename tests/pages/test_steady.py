"""What comes by itself moves nothing under the eye, keeps the place in the copy, and is told to those who listen."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Story
from review.models import Analysis, Comparison, RunState, Stage
from tests.pages.newsroom import Newsroom, newsroom_with_everything
from tests.pages.steps import enter
from tests.services import wait_until

LEAST_SEEN = 0.01  # of the layout shift score, of which 0.1 counts as good
WATCH = """() => {
  window.shifts = 0;
  const unasked = (entry) => !entry.hadRecentInput;
  const add = (entries) => entries.filter(unasked).forEach((entry) => (window.shifts += entry.value));
  new PerformanceObserver((list) => add(list.getEntries())).observe({ type: "layout-shift" });
}"""
SWAP = "(id) => htmx.ajax('GET', location.href, { target: id, swap: 'outerHTML' })"
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture
def newsroom(transactional_db: None) -> Newsroom:
    return newsroom_with_everything()


@pytest.fixture
def at_work(page: Page, newsroom: Newsroom) -> Page:
    """An editor at a screen of 1440 pixels."""
    page.set_viewport_size({"width": 1440, "height": 900})
    enter(page, newsroom.editor)
    return page


def shifted(page: Page) -> float:
    page.evaluate(DRAWN)
    return float(page.evaluate("window.shifts"))


def test_a_jump_would_be_seen(at_work: Page) -> None:
    at_work.goto("/")
    at_work.evaluate(WATCH)

    at_work.evaluate("document.getElementById('offline').hidden = false")

    wait_until(lambda: shifted(at_work) > LEAST_SEEN, "The jump")


def test_the_board_stands_still_when_its_stories_come_anew(at_work: Page, newsroom: Newsroom) -> None:
    at_work.goto("/")
    expect(at_work.get_by_role("link", name="lone")).to_be_visible()
    at_work.evaluate(WATCH)
    Story.objects.filter(slug="lone").update(slug="bone")

    at_work.evaluate(SWAP, "#stories")

    expect(at_work.get_by_role("link", name="bone")).to_be_visible()
    assert shifted(at_work) < LEAST_SEEN


def test_the_progress_stands_still_while_the_workers_go_on_and_is_told(at_work: Page, newsroom: Newsroom) -> None:
    at_work.goto(f"/stories/{newsroom.running.pk}/hand-in/")
    expect(at_work.get_by_text("1 of 3 steps done")).to_be_visible()
    at_work.evaluate(WATCH)

    Analysis.objects.filter(draft__story=newsroom.running).update(state=RunState.DONE, stage=Stage.FINISHED)

    expect(at_work.get_by_text("2 of 3 steps done").first).to_be_visible()
    expect(at_work.locator("#told")).to_contain_text("2 of 3 steps done")
    assert shifted(at_work) < LEAST_SEEN


def test_the_review_stands_still_while_the_workers_go_on(at_work: Page, newsroom: Newsroom) -> None:
    at_work.goto(f"/stories/{newsroom.running.pk}/review/")
    expect(at_work.locator("#runs")).to_contain_text("waiting for a worker")
    at_work.evaluate(WATCH)

    Comparison.objects.filter(story=newsroom.running).update(stage=Stage.COMPARING, state=RunState.RUNNING)

    expect(at_work.locator("#runs")).to_contain_text("comparing the versions")
    assert shifted(at_work) < LEAST_SEEN


def test_a_finding_that_is_in_sight_is_selected_where_it_stands(at_work: Page, newsroom: Newsroom) -> None:
    at_work.set_viewport_size({"width": 1440, "height": 560})
    at_work.goto(f"/stories/{newsroom.pair.story.pk}/review/")
    at_work.evaluate("scrollTo({ top: 60, behavior: 'instant' })")
    before = at_work.evaluate("scrollY")

    at_work.get_by_role("link", name="Monday").click()

    expect(at_work.get_by_role("region", name="Selected finding")).to_contain_text("The days differ.")
    assert at_work.evaluate("scrollY") == before

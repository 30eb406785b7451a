"""What is demanded of every page in a browser: nobody is shut out, all can be done by keyboard, no error is logged."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests.browser import watched_page
from tests.pages.every_page import EVERY_PAGE, Look
from tests.pages.newsroom import Newsroom, newsroom_with_everything
from tests.pages.steps import take_over

pytestmark = pytest.mark.long
Colours = Literal["light", "dark"]

DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
COLOURS: tuple[Colours, ...] = ("light", "dark")
MOST_STOPS = 150
STOP = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const faults = [];
  const before = window.lastStop;
  if (stop === before) return { html: "", fault: "" }; // a date field has several stops
  window.lastStop = stop;
  const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (before?.isConnected && !follows(before, stop)) faults.push("not in order"); // what came anew has no order to it
  const outlined = (element) => element && (getComputedStyle(element).outlineStyle !== "none");
  const around = [stop, stop.closest("label"), stop.closest(".story")];
  if (!around.some(outlined)) faults.push("not outlined");
  const place = stop.getBoundingClientRect();
  const x = Math.min(Math.max((place.left + place.right) / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max((place.top + place.bottom) / 2, 0), innerHeight - 1);
  const hit = document.elementFromPoint(x, y);
  if (place.width * place.height === 0) faults.push("has no size");
  else if (!hit || !(stop.contains(hit) || hit.contains(stop))) faults.push(`under ${hit?.outerHTML.slice(0, 80)}`);
  return { html: stop.outerHTML.slice(0, 160), fault: faults.join(", ") };
}"""
VIOLATIONS = "axe.run({ resultTypes: ['violations'] }).then((found) => found.violations)"
EACH = pytest.mark.parametrize("look", EVERY_PAGE, ids=str)


@pytest.fixture(scope="module")
def transactional_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Flushed after the file instead of each test; by this name pytest-django knows that a database is needed."""
    with django_db_blocker.unblock():
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="module")
def newsroom(transactional_db: None) -> Newsroom:
    """One for all: here pages are looked at, and nobody does anything."""
    return newsroom_with_everything()


@pytest.fixture(scope="module")
def address(newsroom: Newsroom) -> Iterator[str]:
    """Where it is served, by a server that leaves its rows alone, which `live_server` does not."""
    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture
def silent_page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that may not write a single error on its console."""
    with watched_page(browser, address, silent=True) as page:
        yield page


def visit(page: Page, look: Look, newsroom: Newsroom) -> None:
    if person := look.by(newsroom):
        client = Client()
        look.enters(client, person)
        take_over(page, client)
    page.goto(look.address(newsroom))


@EACH
def test_nobody_is_shut_out(silent_page: Page, newsroom: Newsroom, look: Look) -> None:
    visit(silent_page, look, newsroom)

    faults = [
        f"{size['width']} px, {colours}: {fault}"
        for size in (DESK, PHONE)
        for colours in COLOURS
        for fault in faults_in(silent_page, size, colours)
    ]

    assert faults == []


def test_a_fault_would_be_told(silent_page: Page) -> None:
    silent_page.set_content("<!doctype html><title>A fault</title><img src='data:,'>")

    assert any("image-alt" in fault for fault in faults_in(silent_page, PHONE, "dark"))


@EACH
def test_the_focus_goes_on_in_reading_order_and_is_always_seen(
    silent_page: Page, newsroom: Newsroom, look: Look
) -> None:
    silent_page.emulate_media(reduced_motion="reduce")
    visit(silent_page, look, newsroom)
    silent_page.set_viewport_size(DESK)
    silent_page.get_by_role("link", name="Skip to the page").focus()

    stops = list(tabbed_through(silent_page))

    assert stops
    assert [stop for stop in stops if stop["fault"]] == []


def faults_in(page: Page, size: ViewportSize, colours: Colours) -> list[str]:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=colours, reduced_motion="reduce")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(VIOLATIONS)
    return [f"{fault['id']} ({fault['impact']}): {node['html']}" for fault in found for node in fault["nodes"]]


def tabbed_through(page: Page) -> Iterator[dict[str, str]]:
    """Each stop of the tabulator key until it is through, with what is wrong there."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return
        yield stop
    pytest.fail(f"The tabulator key does not come to an end in {MOST_STOPS} steps.")

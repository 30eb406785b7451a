"""How long a browser takes over the longest review page: to paint it, and to show a finding that was selected."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from subprocess import DEVNULL, Popen

from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, ViewportSize

from articles.models import Story, User
from benchmarks.crowded import LONG_SLUG
from newsroom.running import programs
from newsroom.running.preparing import first_page_answers, wait_for
from tests.browser import chromium, executable

LOADS = 5
SELECTIONS = 20
SIZE = ViewportSize(width=1440, height=900)
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
# From the key to the frame in which both places are lit, and to the one that has the card of the next finding.
SELECT = """() => new Promise((done) => {
  const painted = (then) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => then(performance.now() - began);
    after.port2.postMessage(null);
  });
  const told = {};
  const tell = (what) => painted((time) => {
    told[what] = time;
    if (told.lit && told.shown) done(told);
  });
  const shown = (event) => {
    if (!["card", "findings"].includes(event.detail.target?.id)) return;
    document.removeEventListener("htmx:afterSettle", shown);
    tell("shown");
  };
  document.addEventListener("htmx:afterSettle", shown);
  const began = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true, cancelable: true }));
  told.isLit = document.querySelectorAll("#copy .mark.selected").length > 0;
  tell("lit");
})"""


def lines() -> Iterator[str]:
    """The web server is the one that `make run` starts; the newsroom is that of benchmarks/pages.py."""
    if executable() is None:
        yield "there is no Chromium on this machine; BACKREAD_CHROMIUM says where one is"
        return
    address = reverse("review", args=[Story.objects.get(slug=LONG_SLUG).pk])
    session = _session_of(User.objects.get(username="chief"))
    with _web_server(), chromium() as browser:
        page = _page_of(browser, session)
        painted = [_first_paint(page, address) for _ in range(LOADS)]
        selected = [page.evaluate(SELECT) for _ in range(SELECTIONS)]
    if not all(one["isLit"] for one in selected):
        raise RuntimeError("The key selected nothing.")
    yield f"{'':<42}{'median':>8}{'slowest':>9}   ms, {SIZE['width']} × {SIZE['height']}"
    yield _line("first paint", painted, at_most=1000)
    yield _line("a key: both places of the finding lit", [one["lit"] for one in selected], at_most=100)
    yield _line("a key: its card shown", [one["shown"] for one in selected], at_most=100)


def _line(name: str, times: list[float], *, at_most: int) -> str:
    return f"{name:<42}{median(times):>8.0f}{max(times):>9.0f}   at most {at_most:,}"


def _session_of(person: User) -> str:
    client = Client()
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@contextmanager
def _web_server() -> Iterator[None]:
    with Popen(programs.web().command, env=programs.environment(), cwd=settings.BASE_DIR, stdout=DEVNULL) as server:
        try:
            wait_for(first_page_answers, "The web server does not answer.", timeout_seconds=180)
            yield
        finally:
            server.terminate()


def _page_of(browser: Browser, session: str) -> Page:
    context = browser.new_context(base_url=settings.SITE_URL, viewport=SIZE)
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": settings.SITE_URL}])
    return context.new_page()


def _first_paint(page: Page, address: str) -> float:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return float(page.evaluate(PAINTED))

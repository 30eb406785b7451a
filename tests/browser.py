"""The browser of the page tests: Debian's Chromium, or any other that is there, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

expect.set_options(timeout=30_000)  # as long as Playwright waits for all else, since a machine may be slow


def executable() -> str | None:
    """Where the browser is, if it is anywhere; BACKREAD_CHROMIUM names another."""
    candidates = (os.environ.get("BACKREAD_CHROMIUM", ""), *NAMES, MAC)
    return next((found for name in candidates if name and (found := shutil.which(name))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS, timeout=120_000)
        yield browser
        browser.close()


@contextmanager
def watched_page(browser: Browser, base_url: str, *, silent: bool = False) -> Iterator[Page]:
    """A fresh page that fails its test when a script throws or the content security policy stops something.

    With `silent`, whatever else is an error on its console fails it too, but for the page's own status.
    """
    context = browser.new_context(base_url=base_url, locale="en-GB", timezone_id="UTC")
    context.set_default_navigation_timeout(90_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.extend(_refusals(message, page.url, silent=silent)))
    yield page
    context.close()
    assert complaints == [], complaints  # pytest tells no more of an assertion outside of a test file


def _refusals(message: ConsoleMessage, address: str, *, silent: bool) -> list[str]:
    is_error = silent and message.type == "error" and message.location["url"] != address
    return [message.text] if is_error or "Content Security Policy" in message.text else []

"""Take the documentation's pictures of a running demo newsroom: `make run` in one shell, `make pictures` in another."""

import os
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser import chromium

SCREENS = Path(__file__).resolve().parents[2] / "docs/screens"
USERNAME, PASSWORD = "chief", "second-pair-of-eyes"  # as newsroom/demo/people.py has them; this runs without Django
STORY = "quay-flood-wall"
WIDTHS = {"": (1440, 900), "-phone": (390, 844)}
TABS = {"hand-in": "Hand in", "sign-off": "Sign-off", "plan": "Plan", "history": "History"}


def main() -> None:
    SCREENS.mkdir(exist_ok=True)
    with chromium() as browser:
        for suffix, (width, height) in WIDTHS.items():
            _take_all(_logged_in(browser, width, height), suffix)


def _logged_in(browser: Browser, width: int, height: int) -> Page:
    address = f"http://localhost:{os.environ.get('PORT', '8000')}"
    page = browser.new_page(base_url=address, viewport={"width": width, "height": height})
    page.goto("/")
    page.get_by_label("Username").fill(USERNAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    return page


def _take_all(page: Page, suffix: str) -> None:
    _take(page, f"board{suffix}")
    page.get_by_role("link", name=STORY).first.click()
    page.wait_for_load_state("networkidle")
    story = page.url
    page.keyboard.press("n")
    page.wait_for_timeout(500)
    _take(page, f"review{suffix}")
    page.goto(page.locator('[data-key="w"]').get_attribute("href") or "")  # not the key: a phone has none
    page.get_by_role("region", name="List of names").get_by_role("link").nth(4).click()  # behind the four kinds
    page.wait_for_timeout(500)
    _take(page, f"names{suffix}")
    for name, tab in TABS.items():
        page.goto(story)
        page.get_by_role("navigation", name="Story").get_by_role("link", name=tab).click()
        _take(page, f"{name}{suffix}")
    page.goto("/notifications/")
    _take(page, f"notifications{suffix}")


def _take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=SCREENS / f"{name}.png")


if __name__ == "__main__":
    main()

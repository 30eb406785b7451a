"""What the documentation's pictures show: the screens of the demo newsroom, and the acts that fill them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Page, expect

PASSWORD = "second-pair-of-eyes"  # as newsroom/demo/people.py has it; this runs without Django
FLOOD, BATTERY, LIBRARY = "/stories/1", "/stories/2", "/stories/3"  # in the order in which the demo hands them in
NOTE = "The council’s clerk says shops, and reads it out from her shorthand."


def _nothing(_page: Page) -> None:
    """The page is the picture."""


def _open_a_finding(page: Page) -> None:
    page.keyboard.press("n")
    expect(page.get_by_role("region", name="Selected finding")).to_contain_text("Blocker")


def _open_a_name(page: Page) -> None:
    page.get_by_role("region", name="List of names").get_by_role("link").nth(4).click()  # behind the four kinds
    expect(page.get_by_role("region", name="Selected name")).to_have_attribute("data-name", re.compile("."))


def _open_dismissal(page: Page) -> None:
    _open_a_finding(page)
    page.keyboard.press("d")
    expect(page.get_by_role("button", name="Dismiss", exact=True)).to_be_visible()


def _open_a_claim(page: Page) -> None:
    page.get_by_label("Claims", exact=True).check()
    page.locator("#copy [data-claim]:visible").first.click()
    expect(page.get_by_role("region", name="Selected claim")).to_be_visible()


def _open_the_copy(page: Page) -> None:
    page.locator("#copy .mark:visible").first.click()
    page.get_by_role("link", name=re.compile("Edit the copy")).first.click()
    expect(page.get_by_role("heading", name=re.compile("Edit draft"))).to_be_attached()


def _open_a_check(page: Page) -> None:
    page.locator("summary", has_text="Check…").first.click()


@dataclass(frozen=True, slots=True)
class Picture:
    """`prepare` does on the page what has to be done first."""

    name: str
    address: str
    prepare: Callable[[Page], None] = _nothing
    by: Literal["editor", "chief"] = "editor"
    colours: Literal["light", "dark"] = "light"


AT_FIRST = [
    Picture("sign-off-free", f"{LIBRARY}/sign-off/", by="chief"),
]
AFTERWARDS = [
    Picture("board", "/"),
    Picture("board-dark", "/", colours="dark"),
    Picture("board-table", "/?table=1"),
    Picture("board-searched", "/?words=flood"),
    Picture("hand-in-new", "/hand-in/"),
    Picture("hand-in", f"{FLOOD}/hand-in/"),
    Picture("edit", f"{BATTERY}/review/", _open_the_copy),
    Picture("review", f"{FLOOD}/review/", _open_a_finding),
    Picture("review-dark", f"{FLOOD}/review/", _open_a_finding, colours="dark"),
    Picture("review-dismissal", f"{FLOOD}/review/", _open_dismissal),
    Picture("names", f"{FLOOD}/review/?names=people", _open_a_name),
    Picture("review-claim", f"{FLOOD}/review/", _open_a_claim),
    Picture("claims", f"{FLOOD}/claims/", _open_a_check),
    Picture("comments", f"{FLOOD}/comments/"),
    Picture("sign-off", f"{FLOOD}/sign-off/", by="chief"),
    Picture("sign-off-signed", f"{LIBRARY}/sign-off/", by="chief"),
    Picture("plan", f"{FLOOD}/plan/"),
    Picture("history", f"{FLOOD}/history/"),
    Picture("hand-over", "/hand-over/"),
    Picture("notifications", "/notifications/", by="chief"),
    Picture("preferences", "/notifications/by-mail/", by="chief"),
    Picture("second-factor", "/accounts/second-factor/"),
    Picture("second-factor-set-up", "/accounts/second-factor/set-up/"),
    Picture("desk", "/desks/city-desk/", by="chief"),
    Picture("house-list", "/desks/city-desk/house-list/", by="chief"),
    Picture("precision", "/desks/city-desk/precision/", by="chief"),
    Picture("connections", "/desks/city-desk/connections/", by="chief"),
]


def wait_for_the_workers(page: Page, *, seconds: int) -> None:
    for story in (FLOOD, BATTERY, LIBRARY):
        page.goto(f"{story}/hand-in/")
        done = page.locator("#progress").get_by_text("All versions are read and compared.")
        expect(done).to_be_visible(timeout=seconds * 1000)


def work(page: Page) -> None:
    """What makes the screens worth a look: a comment, a verified claim, decisions."""
    page.goto(f"{FLOOD}/review/")
    _open_a_finding(page)
    page.keyboard.press("c")
    page.get_by_label("Comment", exact=True).first.fill(NOTE)
    page.get_by_role("button", name="Comment", exact=True).first.click()
    expect(page.get_by_text(NOTE).first).to_be_visible()
    _verify_a_claim(page)
    for message in ("Where is Harrow Engineering based?", "How far does this go?"):
        _mark_to_fix(page, message)


def sign(page: Page) -> None:
    page.goto(f"{LIBRARY}/sign-off/")
    page.get_by_label("sign exactly this text").first.check()
    page.get_by_role("button", name="Approve draft").click()
    expect(page.get_by_text(re.compile("The text of draft .. is signed"))).to_be_visible()


def _verify_a_claim(page: Page) -> None:
    page.goto(f"{FLOOD}/claims/")
    claim = page.locator(".claim", has_text="31 votes to 12")
    claim.locator("summary", has_text="Check…").click()
    claim.get_by_label("Evidence").fill("Minutes of the council, 29 June")
    claim.get_by_label("Where exactly").fill("page 4")
    claim.get_by_role("button", name="Verified").click()
    expect(page.locator(".claim", has_text="31 votes to 12")).to_contain_text("Verified")


def _mark_to_fix(page: Page, message: str) -> None:
    page.goto(f"{FLOOD}/review/")
    page.locator("#list a", has_text=message).click()
    expect(page.get_by_role("region", name="Selected finding")).to_contain_text(message)
    page.keyboard.press("f")
    expect(page.locator("#said")).to_contain_text("Marked to fix")

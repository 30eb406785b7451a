"""What the documentation's pictures show: the screens of the demo newsroom, and the acts that fill them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Page, expect

PASSWORD = "second-pair-of-eyes"  # as newsroom/demo/people.py has it; this runs without Django
FLOOD, BATTERY, LIBRARY = "/stories/1", "/stories/2", "/stories/3"  # in the order in which the demo hands them in
LOG_IN = "/accounts/login/"
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


def _see_the_decisions(page: Page) -> None:
    page.locator(".decisions").scroll_into_view_if_needed()


def _open_a_check(page: Page) -> None:
    page.locator("summary", has_text="Check…").first.click()


Person = Literal["editor", "chief", "newcomer", "nobody"]


@dataclass(frozen=True, slots=True)
class Picture:
    """`prepare` does on the page what has to be done first."""

    name: str
    address: str
    prepare: Callable[[Page], None] = _nothing
    by: Person = "editor"
    colours: Literal["light", "dark"] = "light"


AT_FIRST = [
    Picture("log-in", LOG_IN, by="nobody"),
    Picture("first-time", "/", by="newcomer"),
    Picture("sign-off-free", f"{LIBRARY}/sign-off/", by="chief"),
]
AFTERWARDS = [
    Picture("board", "/"),
    Picture("board-dark", "/", colours="dark"),
    Picture("board-table", "/?table=1"),
    Picture("board-searched", "/?words=flood"),
    Picture("hand-in-new", "/hand-in/"),
    Picture("hand-in", f"{FLOOD}/hand-in/"),
    Picture("hand-in-failed", f"{BATTERY}/hand-in/"),
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
SENT_BACK = [Picture("sign-off-sent-back", f"{FLOOD}/sign-off/", _see_the_decisions, by="chief")]
STALE = [Picture("sign-off-stale", f"{LIBRARY}/sign-off/", by="chief")]
FILED = [Picture("sign-off-filed", f"{LIBRARY}/sign-off/", by="chief")]


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


def hand_in_what_cannot_be_read(page: Page) -> None:
    """A scan, beside which nothing else is lost."""
    page.goto(f"{BATTERY}/hand-in/")
    page.get_by_label("Files", exact=True).set_input_files(
        {"name": "agency.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-"}
    )
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.locator(".upload").get_by_role("alert")).to_be_visible(timeout=120_000)


def send_back(page: Page) -> None:
    page.goto(f"{FLOOD}/sign-off/")
    act = page.locator("details.act", has_text="Send back")
    act.locator("summary").click()
    act.get_by_role("textbox").fill("Two figures for the wall: which of them has the council’s minutes behind it?")
    act.get_by_role("button", name="Send back").click()
    expect(page.get_by_text("sent back").first).to_be_visible()


def change_what_was_signed(page: Page, *, seconds: int) -> None:
    """By a revision of the draft, which the workers read."""
    page.goto(f"{LIBRARY}/review/")
    signed = page.get_by_label("Right draft").input_value()  # nothing need be marked in it that leads there
    page.goto(f"{LIBRARY}/hand-in/?edit={signed}")
    copy = page.locator("#id_text")
    copy.fill(f"{copy.input_value()}\nThe library will keep the tannery’s chimney.")
    page.get_by_role("button", name="Hand in as the next draft").click()
    page.get_by_role("button", name="Make it a draft").click(timeout=seconds * 1000)
    expect(page.get_by_role("heading", name="Handed in", exact=True)).to_be_visible()
    wait_for_the_workers(page, seconds=seconds)


def sign_and_file(page: Page) -> None:
    sign(page)
    file_it(page)


def file_it(page: Page) -> None:
    page.locator("details.act summary").get_by_text("File", exact=True).click()
    page.get_by_role("button", name="File", exact=True).click()
    expect(page.get_by_text("went out, told")).to_be_visible()


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

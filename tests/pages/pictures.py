"""Take the documentation's pictures of every screen, wide and on a phone, in a demo newsroom of their own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser import chromium
from tests.pages.pictured import (
    AFTERWARDS,
    AT_FIRST,
    FILED,
    PASSWORD,
    SENT_BACK,
    STALE,
    Person,
    Picture,
    change_what_was_signed,
    hand_in_what_cannot_be_read,
    send_back,
    sign,
    sign_and_file,
    wait_for_the_workers,
    work,
)

SCREENS = Path(__file__).resolve().parents[2] / "docs/screens"
SIZES = {"": ViewportSize(width=1440, height=900), "-phone": ViewportSize(width=390, height=844)}
COLOURS = 256  # of which our screens have few more: a picture takes a third of the room
WORKERS_SECONDS = 900


def main() -> None:
    SCREENS.mkdir(exist_ok=True)
    with _demo_newsroom() as address, chromium() as browser:
        editor, chief = (
            _logged_in(browser, address, "editor", SIZES[""]),
            _logged_in(browser, address, "chief", SIZES[""]),
        )
        wait_for_the_workers(editor, seconds=WORKERS_SECONDS)
        work(editor)
        _take(browser, address, AT_FIRST)
        sign(chief)
        hand_in_what_cannot_be_read(editor)
        _take(browser, address, AFTERWARDS)
        send_back(chief)
        _take(browser, address, SENT_BACK)
        change_what_was_signed(editor, seconds=WORKERS_SECONDS)
        _take(browser, address, STALE)
        sign_and_file(chief)
        _take(browser, address, FILED)


@contextmanager
def _demo_newsroom() -> Iterator[str]:
    """As `make run` starts it, in a folder that is thrown away; its address."""
    with TemporaryDirectory(prefix="backread-pictures-") as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "BACKREAD_VAR": folder}
        os.environ |= {"BACKREAD_ENV_FILE": os.devnull, "LOG_LEVEL": "WARNING"}
        from tests.processes.newsrooms import newsroom_in  # needs the settings

        with newsroom_in(Path(folder) / "var") as newsroom:
            newsroom.wait_until_it_says("Backread is ready")
            _welcome_a_newcomer(newsroom.var)
            yield f"http://localhost:{newsroom.port}"


def _welcome_a_newcomer(var: Path) -> None:
    """On a desk of their own, which has no story yet. By a process of its own: this one has no models."""
    from tests.processes.newsrooms import environment  # needs the settings

    joining = [sys.executable, "-m", "tests.pages.newcomer"]
    subprocess.run(joining, env=environment(var), check=True)


def _take(browser: Browser, address: str, pictures: Sequence[Picture]) -> None:
    for suffix, size in SIZES.items():
        pages = {name: _opened(browser, address, name, size) for name in {picture.by for picture in pictures}}
        for picture in pictures:
            page = pages[picture.by]
            page.emulate_media(color_scheme=picture.colours, reduced_motion="reduce")
            page.goto(picture.address)
            picture.prepare(page)
            page.wait_for_load_state("networkidle")
            _save(page.screenshot(), SCREENS / f"{picture.name}{suffix}.png")
        for page in pages.values():
            page.context.close()


def _opened(browser: Browser, address: str, person: Person, size: ViewportSize) -> Page:
    return _page(browser, address, size) if person == "nobody" else _logged_in(browser, address, person, size)


def _page(browser: Browser, address: str, size: ViewportSize) -> Page:
    context = browser.new_context(base_url=address, viewport=size, locale="en-GB", timezone_id="Europe/London")
    return context.new_page()


def _logged_in(browser: Browser, address: str, username: Person, size: ViewportSize) -> Page:
    page = _page(browser, address, size)
    page.goto("/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_load_state("networkidle")
    return page


def _save(picture: bytes, path: Path) -> None:
    few_colours = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few_colours.save(path, optimize=True)


if __name__ == "__main__":
    main()

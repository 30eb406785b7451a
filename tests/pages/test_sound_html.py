"""Every page is sound HTML as it leaves the server; what is sent along stays small and still."""

import re
from copy import deepcopy
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client
from justhtml import JustHTML

from tests.pages.every_page import EVERY_PAGE, Look
from tests.pages.newsroom import Newsroom, newsroom_with_everything
from tests.repository import ROOT

MOST_SENT_BYTES = 120_000
OF_ERRORS = [
    *("400.html", "403.html", "403_csrf.html", "404.html", "405.html", "500.html", "503.html", "507.html"),
    *("refused.html", "registration/too_often.html"),
]
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")
IN_MOTION = re.compile(r"@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")


@pytest.fixture(scope="module")
def newsroom_for_all(rows_of_the_file: None) -> Newsroom:
    return newsroom_with_everything()


@pytest.fixture
def newsroom(db: None, newsroom_for_all: Newsroom) -> Newsroom:
    return deepcopy(newsroom_for_all)


@pytest.mark.any_database
@pytest.mark.parametrize("look", EVERY_PAGE, ids=str)
def test_a_page_is_sound_html(client: Client, newsroom: Newsroom, look: Look) -> None:
    if person := look.by(newsroom):
        look.enters(client, person)

    answer = client.get(look.address(newsroom), follow=look.follows)

    assert answer.status_code == look.answer
    assert faults_in(answer.content.decode()) == []


@pytest.mark.parametrize("template", OF_ERRORS)
def test_a_page_that_tells_of_an_error_is_sound_html(template: str) -> None:
    told = {"refusal": "Not today.", "back": "/", "is_sent": True, "written": ["A note."]}

    assert faults_in(render_to_string(template, told)) == []


def test_a_fault_would_be_told() -> None:
    told = faults_in("<!doctype html><p id=a><div id=a></p></div><time datetime='yesterday'></time>")

    assert [fault.split(" - ")[-1] for fault in told] == ["Unexpected </p> end tag", "a: twice", "yesterday: no moment"]


def test_our_styles_and_scripts_stay_small() -> None:
    sent = [path for kind in ("css", "js") for path in (ROOT / "static").rglob(f"*.{kind}")]

    assert sum(path.stat().st_size for path in sent) < MOST_SENT_BYTES


@pytest.mark.parametrize("path", sorted((ROOT / "static").rglob("*.css")), ids=lambda path: path.name)
def test_nothing_moves_for_whom_motion_makes_ill(path: Path) -> None:
    still = IN_MOTION.sub("", path.read_text())

    assert re.findall(r"transition|animation|scroll-behavior", still) == []


def faults_in(html: str) -> list[str]:
    """What a strict parser says of it, identifiers that stand twice, and times that no machine can read."""
    errors = [str(error) for error in JustHTML(html, collect_errors=True, sanitize=False).errors]
    names = re.findall(r"""\sid=["']?([^"'\s>]*)""", html)
    twice = [f"{name}: twice" for name in sorted(set(names)) if names.count(name) > 1]
    moments = re.findall(r"""\sdatetime=["']([^"']*)""", html)
    return errors + twice + [f"{moment}: no moment" for moment in moments if not MOMENT.fullmatch(moment)]

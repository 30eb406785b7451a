"""The page of what was measured says what the figures say, and is current."""

from datetime import UTC, datetime
from typing import Any

import pytest
from lxml import etree

from benchmarks.load import Night
from benchmarks.results import KEPT, kept
from benchmarks.telling import PAGE, curves, page
from benchmarks.wire import Way

CIRCUMSTANCES = {"date": "2026-03-02", "commit": "abc1234", "machine": "2 processors", "others": "load 0.1"}


def rung(a_minute: int, p95: float, *, held: bool) -> dict[str, Any]:
    return {"a_minute": a_minute, "median": 2.0, "p95": p95, "pages_p95": 0.25, "errors": 0, "held": held}


def shift(drafts_an_hour: int) -> dict[str, Any]:
    return {"drafts_an_hour": drafts_an_hour, "rss": 400.0, "pss": 300.0, "spent": 0.8}


@pytest.fixture
def told() -> dict[str, Any]:
    night = rung(60, 5.5, held=True) | {
        "seconds": 300,
        "sent": 300,
        "waits": [[0, 2], [1, 5.5]],
        "sizes": [[0, 0], [2, 7]],
        "parts": {"reading": [0.4, 0.9]},
        "pages": {"board": [200, 0.05, 0.2]},
        "spent": {"web": 60.0, "reading": 120.0, "comparing": 150.0, "PostgreSQL": 30.0},
    }
    pages = [{"page": "board", "milliseconds": [20.0, 30.0], "queries": [10, 10]}]
    return {
        "load": {"circumstances": CIRCUMSTANCES, "sustained": night, "rungs": [rung(90, 30.0, held=False)]},
        "workers": {"circumstances": CIRCUMSTANCES, "one": shift(1000), "two": shift(1800), "apart": shift(1700)},
        "growth-sqlite": {"circumstances": CIRCUMSTANCES, "sizes": [100, 20000], "pages": pages},
    }


def test_page_tells_the_bars_and_what_was_measured(told: dict[str, Any]) -> None:
    text = page(told)

    assert "60 hand-ins of 800 words a minute for 5 minutes" in text
    assert "5.5 s at p95 (at most 8)" in text
    assert "The highest rate that held all bars was 60 a minute." in text
    assert "| 90 | no | 2.0 | 30.0 | 250 | 0 |" in text
    assert "Two do 1.80 times" in text
    assert "a draft takes 0.90 s of a processor here" in text


def test_a_page_that_grows_too_much_is_named(told: dict[str, Any]) -> None:
    assert "Over the bar: board. Asking more often: none." in page(told)


def test_what_was_not_measured_is_left_out(told: dict[str, Any]) -> None:
    assert "## Load" not in page({"growth-sqlite": told["growth-sqlite"]})
    assert page({}).startswith("# Load and growth")


def test_curves_are_sound_and_stay_on_the_sheet(told: dict[str, Any]) -> None:
    drawn = dict(curves(told))

    assert set(drawn) == {"load-waits.svg", "load-rates.svg", "load-growth-sqlite.svg"}
    for curve in drawn.values():
        sheet = etree.fromstring(curve)
        wide, high = float(sheet.attrib["width"]), float(sheet.attrib["height"])
        lines = sheet.findall("{http://www.w3.org/2000/svg}polyline")
        places = [place.split(",") for line in lines for place in str(line.attrib["points"]).split()]
        assert lines
        assert all(0 <= float(x) <= wide and 0 <= float(y) <= high for x, y in places)


def test_page_in_the_docs_is_of_the_kept_figures() -> None:
    written = KEPT.with_name(PAGE).read_text(encoding="utf-8") if KEPT.exists() else page({})

    assert written == page(kept())


def test_a_draft_that_was_refused_is_one_error() -> None:
    read = Way(datetime(2026, 7, 1, tzinfo=UTC), whole=2.0, parts={})

    night = Night(a_minute=60, seconds=60, sent=2, ways=[read], visits=[], sizes=[], spent={})

    assert night.errors == 1

"""What the certainty check catches and what it leaves alone."""

from datetime import date

import pytest

from analysis.checks import certainty
from analysis.comparing.pairs import pair_up
from analysis.pipeline import annotate
from tests.analysis.checks.reading import conflicts

CAUGHT = [
    (
        "The council is to build a new school at Thornley.",
        "The council has built a new school at Thornley.",
    ),
    (
        "The brewery will buy its rival for £30 million.",
        "The brewery bought its rival for £30 million.",
    ),
    (
        "Norway plans to close the reactor.",
        "Norway closed the reactor.",
    ),
]

IGNORED = [
    (
        "The council is to build a new school at Thornley.",
        "The council will build a new school at Thornley.",
    ),
    (
        "The council plans to give the school more land.",
        "The council is to give the school more land.",
    ),
    (
        "The brewery will buy its rival for £30 million.",
        "The brewery is to buy its rival for £30 million.",
    ),
    (
        "Norway closed the reactor.",
        "Norway has closed the reactor.",
    ),
    (
        "Norway may close the reactor.",
        "Norway could close the reactor.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_certainty_catches_a_plan_told_as_a_fact(a: str, b: str) -> None:
    assert conflicts(certainty, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_certainty_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(certainty, a, b)


def test_certainty_is_a_note_between_drafts_of_different_days() -> None:
    planned = annotate("Norway plans to close the reactor.", dated=date(2026, 3, 1))
    closed = annotate("Norway closed the reactor.", dated=date(2026, 3, 4))

    found = list(certainty.compare(pair_up(planned, closed)))

    assert [finding.conflict for finding in found] == [False]

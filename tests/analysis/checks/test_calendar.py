"""What the calendar check catches and what it leaves alone."""

import pytest

from analysis.checks import calendar
from tests.analysis.checks.reading import within

CAUGHT = [
    "The hearing is set for Tuesday, March 4, 2026.",
    "The ship docked on 31 April.",
    "They met on Sunday 2 March 2026.",
    "Martin Hale, 52, was jailed on Tuesday. Hale, who was born in 1968, pleaded guilty.",
    "The study ran from 2021 to 2019.",
    "Work begins on 1 June 2026 and ends on 1 May 2026.",
    "Born in 1990, the 52-year-old joiner lives in Hull.",
]

IGNORED = [
    "The hearing is set for Wednesday, March 4, 2026.",
    "The ship docked on 30 April.",
    "Chart maker of the quay dies at 91\nMarguerite Sandoval drew the harbour for forty years.",
    "He was born on 29 February 1988.",
    "Martin Hale, 57, was jailed on Tuesday. Hale, who was born in 1968, pleaded guilty.",
    "Martin Hale, 52, was jailed on Tuesday. His father Paul was born in 1940.",
    "Hale, who was born in 1968, was 12 when he first stole.",
    "The study ran from 2019 to 2021.",
    "Work begins on 1 May 2026 and ends on 1 June 2026.",
    "Born in 1990, the 35-year-old joiner lives in Hull.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_calendar_catches_dates_that_cannot_be(text: str) -> None:
    assert within(calendar, text)


@pytest.mark.parametrize("text", IGNORED)
def test_calendar_leaves_alone_what_is_right(text: str) -> None:
    assert not within(calendar, text)

"""What the arithmetic check catches and what it leaves alone."""

import pytest

from analysis.checks import arithmetic
from tests.analysis.checks.reading import within

CAUGHT = [
    "Some 112 per cent of pupils at the school speak French.",
    "Profits rose from £8 million to £5 million.",
    "Unemployment fell from 4 per cent to 6 per cent.",
    "The crash hurt 12 people, including 15 children.",
    "The vote split three ways: 48 per cent for Orr, 41 per cent for Pell and 21 per cent for Nair.",
]

IGNORED = [
    "Sales grew by 140 per cent in a year.",
    "Profits rose from £5 million to £8 million.",
    "Unemployment fell from 6 per cent to 4 per cent.",
    "The crash hurt 15 people, including 12 children.",
    "The price is 120 per cent of the previous year's.",
    "The vote split three ways: 48 per cent for Orr, 31 per cent for Pell and 21 per cent for Nair.",
    "Of the respondents, 80 per cent read a paper, 70 per cent also listen to the radio and 60 per cent watch films.",
    "The number of pupils grew steadily from 2009 to 2013.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_arithmetic_catches_figures_that_do_not_add_up(text: str) -> None:
    assert within(arithmetic, text)


@pytest.mark.parametrize("text", IGNORED)
def test_arithmetic_leaves_alone_what_is_right(text: str) -> None:
    assert not within(arithmetic, text)

"""What the arithmetic check catches and what it leaves alone."""

import pytest

from analysis.checks import arithmetic
from tests.analysis.checks.reading import within

CAUGHT = [
    "Some 112 per cent of pupils at the school speak French.",
    "Two in five voters, or 30 per cent, said they might change their mind.",
    "The crash hurt 12 people, including 15 children.",
    "The vote split three ways: 48 per cent for Orr, 41 per cent for Pell and 21 per cent for Nair.",
]

IGNORED = [
    "Sales grew by 140 per cent in a year.",
    "Two in five voters, or 40 per cent, said they might change their mind.",
    "A third of voters, or 33 per cent, said they might change their mind.",
    "The rate is 150 per cent of the national average.",
    "The crash hurt 15 people, including 12 children.",
    "The price is 120 per cent of the previous year's.",
    "The vote split three ways: 48 per cent for Orr, 31 per cent for Pell and 21 per cent for Nair.",
    "Of the respondents, 80 per cent read a paper, 70 per cent also listen to the radio and 60 per cent watch films.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_arithmetic_catches_figures_that_do_not_add_up(text: str) -> None:
    assert within(arithmetic, text)


@pytest.mark.parametrize("text", IGNORED)
def test_arithmetic_leaves_alone_what_is_right(text: str) -> None:
    assert not within(arithmetic, text)

"""What the spelling check catches and what it leaves alone."""

import pytest

from analysis.checks import spelling
from tests.analysis.checks.reading import within

CAUGHT = [
    "Katarina Lindqvist opened the fair. Later Katarina Lindquist signed her books.",
    "Katarina Lindqvist opened the fair. By noon Lindquist had signed 90 books.",
    "The Marsden Harbour Board met. The Marsdon Harbour Board is new.",
    "Steffan Brooke won the race. It was the third win for Stefen Brooke.",
]

IGNORED = [
    "Katarina Lindqvist opened the fair. Later Lindqvist signed her books.",
    "Katarina Lindqvist opened the fair. The Lindqvists are rich.",
    "Anna Carter opened the fair. Paul Cartier was there, and Cartier was glad.",
    "North Yorkshire voted. South Yorkshire did not.",
    "Ann Mellor runs the mill with Tom Mellor.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_spelling_catches_one_name_in_two_spellings(text: str) -> None:
    assert within(spelling, text)


@pytest.mark.parametrize("text", IGNORED)
def test_spelling_leaves_alone_what_is_right(text: str) -> None:
    assert not within(spelling, text)

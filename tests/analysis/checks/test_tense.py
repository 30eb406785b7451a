"""What the tense check catches and what it leaves alone."""

import pytest

from analysis.checks import tense
from tests.analysis.checks.reading import within

CAUGHT = [
    "Next Thursday, members met to debate the budget.",
    "Last Friday she will open the fair.",
]

IGNORED = [
    "Next Thursday, members meet to debate the budget.",
    "She said that she would open the fair next Thursday.",
    "The council voted to debate the budget next Thursday.",
    "The fair was due to open next Thursday.",
    "Last Friday she opened the fair.",
    "The vote, called last Friday, will be held in May.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_tense_catches_a_day_that_contradicts_its_verb(text: str) -> None:
    assert within(tense, text)


@pytest.mark.parametrize("text", IGNORED)
def test_tense_leaves_alone_what_is_right(text: str) -> None:
    assert not within(tense, text)

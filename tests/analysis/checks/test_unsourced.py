"""What the unsourced check catches and what it leaves alone."""

import pytest

from analysis.checks import unsourced
from tests.analysis.checks.reading import within

CAUGHT = [
    "The wall will be high. It takes £18 million of the town's savings.",
    "The town will build a wall. The plan includes £18 million for a gate.",
]

IGNORED = [
    "The wall will be high. It takes £18 million of the town's savings, the mayor said.",
    "The council announced the wall on Monday. It takes £18 million of the town's savings.",
    "The wall takes £900 of the town's savings.",
    "The wall takes £18 million of the town's savings. It is long. It will cost £18 million, the mayor said.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_unsourced_catches_a_large_sum_that_nobody_told(text: str) -> None:
    assert within(unsourced, text)


@pytest.mark.parametrize("text", IGNORED)
def test_unsourced_leaves_alone_what_has_a_source(text: str) -> None:
    assert not within(unsourced, text)

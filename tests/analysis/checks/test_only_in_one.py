"""What the only_in_one check catches and what it leaves alone."""

import pytest

from analysis.checks import only_in_one
from tests.analysis.checks.reading import between

CAUGHT = [
    (
        "The mayor opened the fair. Unemployment in the county rose to 9 per cent last year, the highest in a decade.",
        "The mayor opened the fair on a sunny day.",
    ),
]

IGNORED = [
    (
        "The mayor opened the fair. “Unemployment rose to 9 per cent last year, the highest in a decade,” she said.",
        "The mayor opened the fair on a sunny day.",
    ),
    (
        "Unemployment in the county rose to 9 per cent last year.",
        "Last year unemployment in the county rose to 9 per cent.",
    ),
    (
        "The mayor opened the fair. It was lovely.",
        "The mayor opened the fair.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_only_in_one_catches_a_claim_that_the_other_draft_lacks(a: str, b: str) -> None:
    assert between(only_in_one, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_only_in_one_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not between(only_in_one, a, b)

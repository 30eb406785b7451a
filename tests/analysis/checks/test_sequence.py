"""What the sequence check catches and what it leaves alone."""

import pytest

from analysis.checks import sequence
from tests.analysis.checks.reading import conflicts

CAUGHT = [
    (
        "The mayor resigned two weeks after the vote on the stadium.",
        "The mayor resigned a day before the vote on the stadium.",
    ),
    (
        "The developer dropped the lawsuit weeks after the council launched its new housing plan.",
        "The developer dropped the lawsuit on Monday. Hours later, the council launched its new housing plan.",
    ),
    (
        "The mayor resigned before the vote on the stadium.",
        "The mayor resigned after the vote on the stadium.",
    ),
    (
        "She left the firm earlier than her partner did.",
        "She left the firm later than her partner did.",
    ),
]

IGNORED = [
    (
        "The mayor's concession came a day after two motions to reopen the library failed in the council.",
        "Shortly after the mayor's concession, the council passed a motion to reopen the library.",
    ),
    (
        "Pell was taken off the harbour team after auditors found his letters.",
        "He sent the letters after being added to the harbour team in May, before the fire.",
    ),
    (
        "The mayor resigned before the vote on the stadium.",
        "The mayor resigned ahead of the vote on the stadium.",
    ),
    (
        "The mayor resigned after the vote.",
        "The mayor resigned shortly after the vote.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_sequence_catches_events_in_opposite_order(a: str, b: str) -> None:
    assert conflicts(sequence, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_sequence_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(sequence, a, b)

"""What the identity check catches and what it leaves alone."""

import pytest

from analysis.checks import identity
from tests.analysis.checks.reading import within

CAUGHT = [
    "Martin Hale, 52, was jailed on Tuesday. He wept. Hale, 54, has 28 days to appeal.",
    "“We are pleased,” said Grant Mills, the chief executive of Ardane. Grant Mills, the chairman of Ardane, was glad.",
    "Ann Pye was born in Leeds in 1961. She left early. Pye, who was born in Bradford, sings.",
]

IGNORED = [
    "Martin Hale, 52, was jailed on Tuesday. He wept. Hale, 52, has 28 days to appeal.",
    "Martin Hale, 52, was jailed on Tuesday. His brother Paul Hale, 54, wept.",
    "Ida Kroll, the transport minister, opened the bridge. Ida Kroll, then the finance minister, had paid for it.",
    "Ida Kroll, the minister, opened the bridge. Ida Kroll, the transport minister, was glad.",
    "Ann Pye was born in Leeds in 1961. Pye, born in England, sings.",
    "Ann Pye was born in Leeds. Her son was born in York.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_identity_catches_two_ages_homes_or_offices_of_one_person(text: str) -> None:
    assert within(identity, text)


@pytest.mark.parametrize("text", IGNORED)
def test_identity_leaves_alone_what_one_person_may_be(text: str) -> None:
    assert not within(identity, text)

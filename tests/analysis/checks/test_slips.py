"""What the slips check catches and what it leaves alone."""

import pytest

from analysis.checks import slips
from tests.analysis.checks.reading import within

CAUGHT = [
    "It will be a education for the town.",
    "It is an bridge of wood.",
    "On Monday the the bridge is closed.",
    "A umbrella was lost on the bridge.",
]

IGNORED = [
    "A university, a union, a one-way street, a European and a unanimous vote.",
    "An hour, an honest man, an heir and an MP.",
    "He had had enough, and said that that was so.",
    "A US plan for an £8 fare.",
    "It is an historic bridge.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_slips_catches_what_every_reader_sees(text: str) -> None:
    assert within(slips, text)


@pytest.mark.parametrize("text", IGNORED)
def test_slips_leaves_alone_what_is_right(text: str) -> None:
    assert not within(slips, text)

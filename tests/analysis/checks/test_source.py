"""What the source check catches and what it leaves alone."""

import pytest

from analysis.checks import source
from tests.analysis.checks.reading import within

CAUGHT = [
    "“The bridge will hold,” said Joan Harker, our transport correspondent.",
    "“The bridge will hold,” said an official who asked not to be named.",
]

IGNORED = [
    "“The bridge will hold,” said Joan Harker, the county engineer.",
    "The bridge will hold until spring.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_source_catches_sources_that_are_none(text: str) -> None:
    assert within(source, text)


@pytest.mark.parametrize("text", IGNORED)
def test_source_leaves_alone_what_is_right(text: str) -> None:
    assert not within(source, text)

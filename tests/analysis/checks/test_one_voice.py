"""What the one_voice check catches and what it leaves alone."""

import pytest

from analysis.checks import one_voice
from tests.analysis.checks.reading import within

CAUGHT = [
    "Storex said on Monday that it would build a depot. Storex said that it would hire 90 people. "
    "“We like the town,” said Grant Mills, the chief executive of Storex.",
    "Norway has lifted its ban on night sailings, according to a statement from Ardane Shipping. “We are glad,” "
    "said Ann Pye, who lives in the port.",
]

IGNORED = [
    "Storex said on Monday that it would build a depot. Storex said that it would hire 90 people. "
    "“We don't like it,” said Ann Pye, who lives next door.",
    "Storex said on Monday that it would build a depot.",
    "Norway has lifted its ban on night sailings, according to a statement from Ardane Shipping. “It was time,” "
    "a government spokesman said.",
    "Ardane Shipping has lifted its ban on dogs, according to a statement from Ardane Shipping.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_one_voice_catches_a_story_in_which_only_its_own_party_speaks(text: str) -> None:
    assert within(one_voice, text)


@pytest.mark.parametrize("text", IGNORED)
def test_one_voice_leaves_alone_a_story_in_which_somebody_else_is_heard(text: str) -> None:
    assert not within(one_voice, text)

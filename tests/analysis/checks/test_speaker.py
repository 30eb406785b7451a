"""What the speaker check catches and what it leaves alone."""

import pytest

from analysis.checks import speaker
from tests.analysis.checks.reading import conflicts

CAUGHT = [
    (
        "“Nobody asked the people of this town what they want,” said Joan Harker.",
        "“Nobody asked the people of this town what they want,” said Edwin Pell.",
    ),
    (
        "“The pier is rotten from end to end,” Joan Harker told the council.",
        "Edwin Pell told the council: “The pier is rotten from end to end.”",
    ),
]

IGNORED = [
    (
        "“I’m not going to pay,” said Joan Harker on Monday.",
        "“People of Thornley, we are not going to pay a single penny for the new pier,” said Edwin Pell.",
    ),
    (
        "“Nobody asked the people of this town what they want,” said Joan Harker.",
        "Joan Harker was angry. “Nobody asked the people of this town what they want,” Harker said.",
    ),
    (
        "“Nobody asked the people of this town what they want,” said Ruth Adeyemi.",
        "“Nobody asked the people of this town what they want,” said Ruth Adeyami.",
    ),
    (
        "“Not yet,” said Joan Harker.",
        "“Not yet,” said Edwin Pell.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_speaker_catches_one_quotation_from_two_mouths(a: str, b: str) -> None:
    assert conflicts(speaker, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_speaker_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(speaker, a, b)

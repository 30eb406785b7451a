"""Whether a sentence tells something, and whether it can be understood alone."""

import pytest

from analysis.comparing.pairs import pair_up
from analysis.comparing.sides import Side
from analysis.comparing.tellings import leans_back, tells
from tests.analysis.checks.reading import read

TOLD = [
    "A court fined the harbour master for the pier that fell down.",
    "The harbour master was convicted of fraud over the pier.",
    "Three men have been arrested at the pier.",
    "The police are investigating fraud at the pier.",
    "The anger on the pier is like that before the murder, said Joan Harker.",
    "Repairs to the pier are worth £4 million.",
]
VIEWS = [
    "The anger on the pier was reminiscent of the quarrels that followed the murder of the old harbour master.",
    "The traders have kept up a stream of attacks on the harbour master.",
    "Disputes about the pier are never settled, only forgotten, as has happened 12 times since the war.",
    "The plan falls short of what traders hoped for in the spring, during which they held 22 meetings.",
]


def is_told(text: str) -> bool:
    side = Side(read(text))
    return tells(side, side.document.claims[0], side.document.quantities)


@pytest.mark.parametrize("text", TOLD)
def test_a_deed_a_source_or_a_stated_figure_is_told(text: str) -> None:
    assert is_told(text)


@pytest.mark.parametrize("text", VIEWS)
def test_how_its_writer_sees_things_is_not(text: str) -> None:
    assert not is_told(text)


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("Joan Harker met the traders.\nHer office paid for the quay.", True),
        ("Joan Harker spoke of thieves.\nThe traders found those remarks unfair.", True),
        ("Joan Harker called a meeting.\nEdwin Pell joined the meeting.", True),
        ("Joan Harker met the traders.\nThe county paid for its quay.", False),
        ("Joan Harker met the traders.\nThe police made 47 arrests.", False),
    ],
)
def test_a_sentence_leans_back_on_what_only_the_one_before_explains(text: str, *, leans: bool) -> None:
    pair = pair_up(read(text), read("The band played."))
    assert leans_back(pair, pair.a, pair.a.document.sentences[1]) is leans

"""What the attribution check catches and what it leaves alone."""

import pytest

from analysis.checks import attribution
from tests.analysis.checks.reading import between

CAUGHT = [
    (
        "Joan Harker said the fire had started in the kitchen of the hotel.",
        "Edwin Pell said the fire had started in the kitchen of the hotel.",
    ),
    (
        "The fire started in the kitchen of the hotel, according to Joan Harker.",
        "The fire started in the kitchen of the hotel.",
    ),
    (
        "The river burst its banks at Thornley, police said.",
        "The river burst its banks at Thornley during the night.",
    ),
]

IGNORED = [
    (
        "Joan Harker said that the pier at Thornley must close before the winter.",
        "The mayor of Thornley accused Joan Harker of plans to close the pier before the winter.",
    ),
    (
        "The report on the fire at the hotel in Thornley was read by Joan Harker, she said.",
        "Fire at the hotel in Thornley: Joan Harker reads report",
    ),
    (
        "Joan Harker said she would close the quay on Monday for repairs to the wall.",
        "Joan Harker closed the quay on Monday for repairs to the wall.",
    ),
    (
        "He said the fire had started in the kitchen of the hotel.",
        "She said the fire had started in the kitchen of the hotel.",
    ),
    (
        "He said the fire had started in the kitchen of the hotel.",
        "The fire started in the kitchen of the hotel.",
    ),
    (
        "The fire started in the kitchen of the hotel, police said.",
        "Police said the fire started in the kitchen of the hotel.",
    ),
    (
        "Police said the fire started in the kitchen. The mayor resigned.",
        "The mayor resigned over a parking fine.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_attribution_catches_a_statement_with_and_without_its_source(a: str, b: str) -> None:
    assert between(attribution, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_attribution_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not between(attribution, a, b)


REPORTED = (
    "Traders met on the quay.\nThe town is quiet.\n"
    "Police said on Tuesday that the fire, which began at dawn, had damaged the kitchen and the roof of the hotel."
)
PLAIN = (
    "Hotel opens again\nGuests came from all over the county.\nThe band played.\n"
    "In March a fire damaged the kitchen of the hotel and half of its roof."
)


def test_of_two_writers_the_one_who_names_no_source_for_the_same_deed_is_shown() -> None:
    assert between(attribution, REPORTED, PLAIN)


@pytest.mark.parametrize(
    ("unsourced", "sourced"),
    [
        ("Hotel opens again", "Hotel opens again, police say"),
        ("Guests came from all over the county.", "The insurers confirmed that the hotel may let guests come."),
        ("The band played.", "The insurers reported the damage."),
    ],
)
def test_headline_lead_and_the_sentence_before_may_give_the_source(unsourced: str, sourced: str) -> None:
    assert not between(attribution, REPORTED, PLAIN.replace(unsourced, sourced))


def test_the_word_of_somebody_on_another_matter_is_no_source_for_this_one() -> None:
    other_matter = "The insurers confirmed that guests may come from all over the county."
    plain = PLAIN.replace("Guests came from all over the county.", other_matter)

    assert between(attribution, REPORTED, plain)


def test_another_deed_at_the_same_place_needs_no_source() -> None:
    other = "The hotel has a new kitchen and half a new roof since the fire at dawn in March."
    assert not between(attribution, REPORTED, PLAIN.replace(PLAIN.splitlines()[-1], other))

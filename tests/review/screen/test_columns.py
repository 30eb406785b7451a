"""Conflicts are told by the drafts' names, the left column's first."""

import pytest

from review.models import Finding
from review.screen.columns import told_by_columns
from review.screen.look import Look
from review.screen.spread import Spread, open_spread
from tests.factories import DeskFactory
from tests.review.drafts import Pair, pair_of_drafts

ASKED = "How much? One draft says “four, or so”, the other “nine”."
QUOTED = "In the same quotation, one draft has “never”, the other “seldom”."


@pytest.fixture
def pair(db: None) -> Pair:
    return pair_of_drafts(DeskFactory.create())


def spread(pair: Pair, *, swapped: bool = False) -> Spread:
    a, b = (pair.right.pk, pair.left.pk) if swapped else (pair.left.pk, pair.right.pk)
    opened = open_spread(pair.story, Look(pair.story.pk, a=a, b=b))
    assert opened
    return opened


def conflict(pair: Pair, message: str) -> Finding:
    return pair.found("Monday", "Friday", message=message)


def test_a_conflict_names_the_drafts(pair: Pair) -> None:
    assert told_by_columns(conflict(pair, ASKED), spread(pair)) == "How much? A1 says “four, or so”, B2 “nine”."
    assert told_by_columns(conflict(pair, QUOTED), spread(pair)) == (
        "In the same quotation, A1 has “never”, B2 “seldom”."
    )


def test_changed_columns_change_the_order(pair: Pair) -> None:
    told = told_by_columns(conflict(pair, ASKED), spread(pair, swapped=True))

    assert told == "How much? B2 says “nine”, A1 “four, or so”."


@pytest.mark.parametrize("message", ["The days differ.", "Only one draft says “two, the other three”.", "Who is it?"])
def test_what_sets_no_two_sides_against_each_other_stays_as_it_is(pair: Pair, message: str) -> None:
    assert told_by_columns(conflict(pair, message), spread(pair)) == message


def test_two_places_of_one_draft_are_no_two_sides(pair: Pair) -> None:
    finding = pair.found_alone(pair.left, "nine", message=ASKED)

    assert told_by_columns(finding, spread(pair)) == ASKED

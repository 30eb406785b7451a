"""A disagreement told from the other draft."""

from dataclasses import replace

import pytest

from analysis.comparing.alignment import Match
from analysis.comparison import Comparison
from analysis.findings import Values
from analysis.spans import Span
from analysis.turning import turned
from tests.factories import found


def test_places_values_and_words_change_sides() -> None:
    finding = found(message="How long? One draft says 40 metres, the other 50 metres.")

    there = turned(finding)

    assert (there.a, there.b, there.values) == (finding.b, finding.a, Values("50", "40"))
    assert there.message == "How long? One draft says 50 metres, the other 40 metres."
    assert there.fingerprint == finding.fingerprint


def test_turned_twice_it_is_what_it_was() -> None:
    finding = found(message="In the same quotation, one draft has “never”, the other “seldom”.")

    assert turned(turned(finding)) == finding


@pytest.mark.parametrize("message", ["The days differ.", "Only one draft says “two, the other three”.", "Who is it?"])
def test_what_sets_no_sides_against_each_other_stays(message: str) -> None:
    assert turned(found(message=message)).message == message


def test_sentences_answer_to_each_other_from_the_other_side() -> None:
    compared = Comparison((), (Match(0, 2, 0.9), Match(1, 0, 0.8)), ((1, 0),))

    assert compared.turned() == Comparison((), (Match(0, 1, 0.8), Match(2, 0, 0.9)), ((0, 1),))


def test_findings_stand_in_the_order_of_the_draft_that_comes_first() -> None:
    first, last = (Span(0, 3),), (Span(9, 12),)
    one = replace(found(fingerprint="one"), a=first, b=last)
    two = replace(found(fingerprint="two"), a=last, b=first)

    assert [finding.fingerprint for finding in Comparison((one, two), (), ()).turned().findings] == ["two", "one"]

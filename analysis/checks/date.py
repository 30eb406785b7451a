"""One event is given two dates.

Catches a day, month, year or hour that changed in a revised sentence, and one deed of the same people dated twice in
sentences written apart ("a 2020 executive order", "imposed last year").
Ignores a date that lies within the other (a day and its month), and relative dates that can't be read because the
draft has no date.
"""

from collections.abc import Iterator

from analysis.disagreements import disagreement
from analysis.document import Quantity, QuantityKind
from analysis.figures import disagree, told, written_alike
from analysis.findings import Finding, Kind
from analysis.pairs import Pair
from analysis.sides import Side
from analysis.spans import Spanned

WHY = "An event has one date; these two leave no day in common."
WHEN = frozenset({QuantityKind.DATE, QuantityKind.TIME})


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        for one, other in zip(_dates_at(pair.a, change.a), _dates_at(pair.b, change.b), strict=False):
            if _apart(one, other):
                yield _finding(pair, one, other, 0.9)
    for event, same in pair.same_events:
        for one in _dates_of(pair.a, event.verb, event.span):
            for other in _dates_of(pair.b, same.verb, same.span):
                if _apart(one, other) and not _both_told(pair, one, other):
                    yield _finding(pair, one, other, 0.65)


def _dates_at(side: Side, span: Spanned) -> list[Quantity]:
    return [found for found in side.quantities_at(span) if found.kind in WHEN]


def _dates_of(side: Side, verb: int, place: Spanned) -> Iterator[Quantity]:
    """The dates that hang on a deed."""
    for found in side.quantities.get(side.parse.sentence_at(place.start), ()):
        clause = side.clause_at(found)
        if found.kind in WHEN and clause and clause.verb == verb:
            yield found


def _apart(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind and None not in (one.low, other.low) and disagree(one, other)


def _both_told(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether each draft knows the other's date as well: then they speak of two events."""
    known_in_b = any(written_alike(one, date) for date in pair.b.document.quantities)
    known_in_a = any(written_alike(other, date) for date in pair.a.document.quantities)
    return known_in_a and known_in_b


def _finding(pair: Pair, one: Quantity, other: Quantity, confidence: float) -> Finding:
    value_a, value_b = told(one), told(other)
    said_a, said_b = pair.a.words(one), pair.b.words(other)
    return disagreement(
        pair,
        Kind.DATE,
        [one],
        [other],
        subject=pair.topic(one, other),
        values=(value_a, value_b),
        message=f"One draft dates this “{said_a}” ({value_a}), the other “{said_b}” ({value_b}).",
        why=WHY,
        confidence=confidence,
    )

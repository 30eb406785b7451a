"""One event is given two dates.

Catches a day, month, year or hour that changed in a revised sentence, and one deed of the same people dated twice in
sentences written apart ("a 2020 executive order", "imposed last year").
Ignores a date that lies within the other (a day and its month), and relative dates that can't be read because the
draft has no date.
"""

from collections.abc import Iterator

from analysis.disagreements import disagreement
from analysis.document import Quantity, QuantityKind
from analysis.figures import disagree, grain, told, value_of
from analysis.findings import Finding, Kind
from analysis.pairs import Pair
from analysis.rivals import rivals
from analysis.sides import Side
from analysis.spans import Spanned

WHY = "An event has one date; these two leave no day in common."
SHARED = 2  # words that stand near both dates
WHEN = frozenset({QuantityKind.DATE, QuantityKind.TIME})


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        for one, other in zip(_dates_at(pair.a, change.a), _dates_at(pair.b, change.b), strict=False):
            if None not in (one.low, other.low) and disagree(one, other):
                yield _finding(pair, one, other, 0.9)
    for event, same in pair.same_events:
        for one in _dates_of(pair.a, event.verb, event.span):
            for other in _dates_of(pair.b, same.verb, same.span):
                if disagree(one, other) and not _both_told(pair, one, other):
                    yield _finding(pair, one, other, 0.65)
    for one, other, _ in rivals(pair, _only_in(pair.a, pair.b), _only_in(pair.b, pair.a), _apart, least=SHARED):
        if not pair.is_revised(one, other) and pair.a.words(one) != pair.b.words(other):
            yield _finding(pair, one, other, 0.55)


def _only_in(side: Side, another: Side) -> list[Quantity]:
    """The dates that the other draft gives nowhere."""
    known = {value_of(date) for date in another.document.quantities}
    return [date for date in side.document.quantities if date.kind in WHEN and value_of(date) not in known]


def _dates_at(side: Side, span: Spanned) -> list[Quantity]:
    return [found for found in side.quantities_at(span) if found.kind in WHEN]


def _dates_of(side: Side, verb: int, place: Spanned) -> Iterator[Quantity]:
    """The dates that hang on a deed."""
    for found in side.quantities.get(side.parse.sentence_at(place.start), ()):
        clause = side.clause_at(found)
        if found.kind in WHEN and found.low and clause and clause.verb == verb:
            yield found


def _apart(one: Quantity, other: Quantity) -> bool:
    """Two dates of one grain, day or month or year, that leave no time in common."""
    if one.kind != other.kind or None in (one.low, other.low):
        return False
    return grain(one) == grain(other) and disagree(one, other)


def _both_told(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether each draft knows the other's date as well: then they speak of two events."""
    return one not in _only_in(pair.a, pair.b) and other not in _only_in(pair.b, pair.a)


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

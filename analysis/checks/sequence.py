"""Two events come in opposite order.

Catches a word of order turned round in a revised sentence ("before", "after"), and two events that one draft tells
one after the other and the other draft the other way round ("weeks after the launch", "hours later").
Ignores order that only one draft tells.
"""

from collections.abc import Iterator

from analysis.antonyms import opposite
from analysis.changes import Change
from analysis.disagreements import disagreement
from analysis.document import Relation
from analysis.findings import Finding, Kind
from analysis.pairs import Pair
from analysis.sides import Side
from analysis.spans import Span, Spanned

WHY = "Of two events one came first; the drafts tell it both ways round."
ORDER = frozenset("before after earlier later prior following until since previously subsequently ahead".split())
SHARED = 2  # words that two tellings of an event have in common


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        if _turned_round(pair, change):
            a, b = pair.places(change)
            yield disagreement(pair, Kind.SEQUENCE, [a], [b], subject=pair.topic(a, b), why=WHY, confidence=0.85)
    for one in pair.a.document.relations:
        for other in pair.b.document.relations:
            if _crossed(pair, one, other):
                yield _finding(pair, one, other)


def _turned_round(pair: Pair, change: Change) -> bool:
    left, right = pair.a.words(change.a).lower(), pair.b.words(change.b).lower()
    return bool(ORDER & {*left.split()}) and bool(ORDER & {*right.split()}) and opposite(left, right)


def _crossed(pair: Pair, one: Relation, other: Relation) -> bool:
    """Whether an event comes first here that comes second there."""
    return (_same(pair, one.before, other.after) and not _same(pair, one.before, other.before)) or (
        _same(pair, one.after, other.before) and not _same(pair, one.after, other.after)
    )


def _same(pair: Pair, one: Spanned, other: Spanned) -> bool:
    return len(pair.a.content(one) & pair.b.content(other)) >= SHARED


def _finding(pair: Pair, one: Relation, other: Relation) -> Finding:
    a, b = _told(pair.a, one), _told(pair.b, other)
    first = pair.a.words(one.before if _same(pair, one.before, other.after) else one.after)
    return disagreement(
        pair,
        Kind.SEQUENCE,
        [a],
        [b],
        subject=pair.topic(a, b),
        message=f"“{pair.a.words(a)}” in one draft, “{pair.b.words(b)}” in the other: "
        f"the drafts disagree about whether this came first: “{first}”.",
        why=WHY,
        confidence=0.6,
    )


def _told(side: Side, relation: Relation) -> Span:
    """The words that give the order: how far apart, with "after" or "later"; or else the earlier event."""
    if relation.gap is None:
        return relation.before
    gap = side.document.quantities[relation.gap]
    first, last = side.parse.range_of(gap)
    return side.shown(range(first, last + (side.parse.lower[last : last + 1] in [[word] for word in ORDER])))

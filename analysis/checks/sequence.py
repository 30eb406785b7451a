"""Two events come in opposite order.

Catches a word of order turned round in a revised sentence ("before", "after"), and two events that one draft tells
one after the other and the other draft the other way round ("weeks after the launch", "hours later").
Ignores order that only one draft tells.
"""

from collections.abc import Iterator
from itertools import product

from analysis.comparing.changes import Change
from analysis.comparing.disagreements import disagreement
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.document import Relation
from analysis.findings import Finding, Kind
from analysis.lexicon.antonyms import opposite
from analysis.spans import Span

WHY = "Of two events one came first; the drafts tell it both ways round."
ORDER = frozenset("before after earlier later prior following until since previously subsequently ahead".split())
DEEDS = frozenset({"NOUN", "VERB", "ADJ"})
SHARED = 2  # words that two tellings of an event have in common


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        if _turned_round(pair, change):
            a, b = pair.places(change)
            yield disagreement(pair, Kind.SEQUENCE, [a], [b], subject=pair.topic(a, b), why=WHY, confidence=0.85)
    for one, other in product(pair.a.document.relations, pair.b.document.relations):
        if _crossed(pair, one.before, other.after) and not _same(pair, one.before, other.before):
            yield _finding(pair, one, other, pair.a.words(one.before))
        elif _crossed(pair, one.after, other.before) and not _same(pair, one.after, other.after):
            yield _finding(pair, one, other, pair.a.words(one.after))


def _turned_round(pair: Pair, change: Change) -> bool:
    left, right = pair.a.words(change.a).lower(), pair.b.words(change.b).lower()
    return bool(ORDER & {*left.split()}) and bool(ORDER & {*right.split()}) and opposite(left, right)


def _crossed(pair: Pair, one: Span, other: Span) -> bool:
    """Whether an event comes first here and second there, in sentences that tell the same in their own words."""
    told = (pair.a.sentence_of(one), pair.b.sentence_of(other)) in pair.matched
    return told and not pair.is_revised(one, other) and _same(pair, one, other)


def _same(pair: Pair, one: Span, other: Span) -> bool:
    """Whether two events share more than the names of those who take part."""
    return len(_deed(pair.a, one) & _deed(pair.b, other)) >= SHARED


def _deed(side: Side, event: Span) -> frozenset[str]:
    tokens = (side.document.tokens[word] for word in range(*side.parse.range_of(event)))
    return frozenset(token.lemma for token in tokens if token.pos in DEEDS)


def _finding(pair: Pair, one: Relation, other: Relation, event: str) -> Finding:
    a, b = _told(pair.a, one), _told(pair.b, other)
    return disagreement(
        pair,
        Kind.SEQUENCE,
        [a],
        [b],
        subject=pair.topic(a, b),
        message=f"“{pair.a.words(a)}” in one draft, “{pair.b.words(b)}” in the other: "
        f"the drafts disagree about whether this came first: “{event}”.",
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

"""Two events come in opposite order.

Catches a word of order turned round in a revised sentence ("before", "after"), and two events that one draft tells
one after the other and the other draft the other way round ("weeks after the launch", "hours later").
Ignores order that only one draft tells, and sentences that share one event while the other is another.
"""

from collections.abc import Iterator
from itertools import product

from analysis.comparing.changes import Change
from analysis.comparing.disagreements import disagreement
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import answered, in_short
from analysis.comparing.sides import Side
from analysis.document import Relation
from analysis.findings import Evidence, Finding, Kind
from analysis.lexicon.antonyms import opposite
from analysis.spans import Span

WHY = "Of two events one came first; the drafts tell it both ways round."
ORDER = frozenset("before after earlier later prior following until since previously subsequently ahead".split())
GAP = frozenset({"npadvmod", "advmod", "nummod", "det"})
FAR = 3  # words between a word of order and the event that it places
DEEDS = frozenset({"NOUN", "VERB", "ADJ"})
POINTING = frozenset("announcement decision development move news step timing".split())
POINTED = 3  # words of a sentence that tells no event of its own
SHARED = 2  # words that two tellings of an event have in common


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        if _turned_round(pair, change):
            yield _finding(pair, *pair.places(change), Evidence.REVISED)
    for one, other in product(pair.a.document.relations, pair.b.document.relations):
        if _turned_over(pair, one, other):
            yield _finding(pair, _told(pair.a, one), _told(pair.b, other), Evidence.DEED)


def _turned_round(pair: Pair, change: Change) -> bool:
    left = {pair.a.parse.lower[word] for word in change.words_a} & ORDER
    right = {pair.b.parse.lower[word] for word in change.words_b} & ORDER
    return not left & right and any(opposite(one, other) for one, other in product(left, right))


def _turned_over(pair: Pair, one: Relation, other: Relation) -> bool:
    """Whether one of the two events comes first here and second there."""
    if _crossed(pair, one.before, other.after) and not _same(pair, one.before, other.before):
        return _may_be_one(pair, one.after, other.before)
    if _crossed(pair, one.after, other.before) and not _same(pair, one.after, other.after):
        return _may_be_one(pair, one.before, other.after)
    return False


def _may_be_one(pair: Pair, one: Span, other: Span) -> bool:
    """Whether the events beside the shared one have words in common, or one is only pointed at ("The timing is …")."""
    here, there = _deed(pair.a, one), _deed(pair.b, other)
    pointed_at = (here | there) & POINTING and min(len(here), len(there)) <= POINTED
    return bool(pointed_at) or _same(pair, one, other)


def _crossed(pair: Pair, one: Span, other: Span) -> bool:
    """Whether an event comes first here and second there, in sentences that tell the same in their own words."""
    told = (pair.a.sentence_of(one), pair.b.sentence_of(other)) in pair.matched
    return told and not pair.is_revised(one, other) and _same(pair, one, other)


def _same(pair: Pair, one: Span, other: Span) -> bool:
    """Whether two events share more than the names of those who take part; what failed is not what passed."""
    here, there = _deed(pair.a, one), _deed(pair.b, other)
    return len(here & there) >= SHARED and not any(opposite(*words) for words in product(here - there, there - here))


def _deed(side: Side, event: Span) -> frozenset[str]:
    tokens = (side.document.tokens[word] for word in range(*side.parse.range_of(event)))
    return frozenset(token.lemma for token in tokens if token.pos in DEEDS)


def _finding(pair: Pair, a: Span, b: Span, evidence: Evidence) -> Finding:
    return disagreement(
        pair,
        Kind.SEQUENCE,
        [a],
        [b],
        subject=pair.topic(a, b),
        message=answered("Which came first?", f"“{_with_event(pair.a, a)}”", f"“{_with_event(pair.b, b)}”"),
        why=WHY,
        evidence=evidence,
    )


def _with_event(side: Side, order: Span) -> str:
    """The words of order and what they lead to: "two weeks after the council opened the inquiry"."""
    end = side.document.sentences[side.sentence_of(order)].end
    return in_short(side, Span(order.start, end))


def _told(side: Side, relation: Relation) -> Span:
    """The words that give the order: "two weeks after", "Hours later"; or else the earlier event."""
    words = side.parse.lower
    for event in sorted((relation.before, relation.after), reverse=True):
        start = side.parse.at(event.start)
        for word in range(start - 1, max(start - FAR, 0) - 1, -1):
            if words[word] in ORDER:
                return side.parse.span(_with_gap(side, word), word + 1)
    return relation.before


def _with_gap(side: Side, order: int) -> int:
    """The first of the words that say how long before or after: "a day", "two weeks", "shortly"."""
    first = order
    while first and side.parse.tokens[first - 1].dep in GAP:
        first = side.parse.subtree(first - 1)[0]
    return first

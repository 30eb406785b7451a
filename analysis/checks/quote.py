"""The same quotation is given in two wordings.

Catches a word exchanged, put in or struck out inside a quotation that both drafts carry.
Ignores a part of the quotation, words in square brackets, an ellipsis, contractions, number style, titles cut short,
masked swearing and the style of quote marks. A quotation told in other words throughout is one finding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from rapidfuzz.distance import DamerauLevenshtein

from analysis.comparing.changes import Change, revised
from analysis.comparing.clauses import NEGATORS
from analysis.comparing.differences import Operation
from analysis.comparing.disagreements import disagreement
from analysis.comparing.pairs import Pair
from analysis.comparing.passages import Passage
from analysis.comparing.sides import Side
from analysis.document import Mention
from analysis.findings import Finding, Kind
from analysis.lexicon.roles import same_role
from analysis.spans import Span

WHY = "A quotation has one wording; words inside the quote marks differ."
EDITED = frozenset("[]…*") | {"..."}
WEIGHTY = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
NEAR = 2  # letters that may differ between two spellings of a name
SEVERAL = 2  # changes of a quotation that are told one by one
STAYED = 3  # words beside a change at the edge of a quotation
LONGEST = 4  # words: more, and the two are different sentences


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        a, b = pair.places(change)
        if pair.a.is_quoted(a) and pair.b.is_quoted(b):
            yield from _misquoted(pair, change)
    for one, other in pair.same_quotations:
        changed = [found for change in _inner(pair, one, other) for found in _misquoted(pair, change)]
        yield from changed if len(changed) <= SEVERAL else [_as_one(changed)]


def _as_one(changed: Sequence[Finding]) -> Finding:
    """A quotation told in other words throughout is one disagreement, with several places."""
    first = next((found for found in changed if found.conflict), changed[0])
    places = [(found.a, found.b) for found in changed if found is not first]
    return replace(
        first,
        a=tuple(chain(first.a, *(here for here, _ in places))),
        b=tuple(chain(first.b, *(there for _, there in places))),
    )


def _inner(pair: Pair, one: Passage, other: Passage) -> Iterator[Change]:
    """The changes between words that both carry: what one quotes beyond the other is no change."""
    for change in revised(pair.a.document, pair.b.document, one.words, other.words) or ():
        at_start = change.words_a.start == one.words.start or change.words_b.start == other.words.start
        at_end = change.words_a.stop >= _last(pair.a, one) or change.words_b.stop >= _last(pair.b, other)
        if not (at_start or at_end) or _same_around(pair, change, at_end=at_end):
            yield change


def _last(side: Side, passage: Passage) -> int:
    """Behind the last word of a passage that is no mark."""
    spoken = (word for word in reversed(passage.words) if side.parse.words[word][0].isalnum())
    return next(spoken, passage.words.start) + 1


def _same_around(pair: Pair, change: Change, *, at_end: bool) -> bool:
    """Whether as many words came as went, and those beside them stayed: else a quotation only begins or ends there."""
    if len(change.words_a) != len(change.words_b):
        return False
    before = [side.parse.lower[max(0, words.start - STAYED) : words.start] for side, words in _sides(pair, change)]
    behind = [side.parse.lower[words.stop : words.stop + STAYED] for side, words in _sides(pair, change)]
    return before[0] == before[1] if at_end else behind[0] == behind[1]


def _sides(pair: Pair, change: Change) -> tuple[tuple[Side, range], tuple[Side, range]]:
    return (pair.a, change.words_a), (pair.b, change.words_b)


def _misquoted(pair: Pair, change: Change) -> Iterator[Finding]:
    if max(len(change.words_a), len(change.words_b)) > LONGEST:
        return
    if _edited(pair.a, change.words_a) or _edited(pair.b, change.words_b):
        return
    a, b = pair.places(change)
    said_a, said_b = pair.a.words(a), pair.b.words(b)
    if not _matters(pair, change):
        return
    yield disagreement(
        pair,
        Kind.QUOTE,
        [a],
        [b],
        subject=pair.topic(a, b),
        message=f"In the same quotation{_by(pair, a, b)}, one draft has “{said_a}”, the other “{said_b}”.",
        why=WHY,
        conflict=change.operation is Operation.CHANGED or _negated(pair, change),
        confidence=0.85,
    )


def _by(pair: Pair, a: Span, b: Span) -> str:
    """Who speaks, where a draft says so by name."""
    passages = pair.a.passage_at(a), pair.b.passage_at(b)
    spoken = (passage.quotation for passage in passages if passage and passage.quotation)
    name = next((quotation.speaker.name for quotation in spoken if quotation.speaker), None)
    return f" by {name}" if name else ""


def _matters(pair: Pair, change: Change) -> bool:
    """Whether a word of weight changed: not an article, not a name that is only written otherwise."""
    if any(_same_name(pair, one, other) for one, other in pair.mentions_at(change)):
        return False
    if same_role(pair.a.words(change.a), pair.b.words(change.b)):
        return False
    left, right = _weighty(pair.a, change.words_a), _weighty(pair.b, change.words_b)
    return _negated(pair, change) or (
        left != right and (bool(left and right) or change.operation is not Operation.CHANGED)
    )


def _same_name(pair: Pair, one: Mention, other: Mention) -> bool:
    """Whether both name one person or body: no speaker spells a name."""
    spelt = DamerauLevenshtein.distance(pair.a.words(one).lower(), pair.b.words(other).lower())
    return pair.counterparts.get(one.entity) == other.entity or spelt <= NEAR


def _weighty(side: Side, words: range) -> list[str]:
    tokens = (side.parse.tokens[word] for word in words)
    return [token.lemma.lower() for token in tokens if token.pos in WEIGHTY]


def _edited(side: Side, words: range) -> bool:
    """Whether an editor's brackets, dots or asterisks stand at the words."""
    around = range(max(0, words.start - 1), min(words.stop + 1, len(side.parse.tokens)))
    return any(mark in side.parse.lower[word] for word in around for mark in EDITED)


def _negated(pair: Pair, change: Change) -> bool:
    words = [pair.a.parse.lower[word] for word in change.words_a] + [
        pair.b.parse.lower[word] for word in change.words_b
    ]
    return any(word in NEGATORS for word in words)

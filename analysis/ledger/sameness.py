"""Whether two drafts make the same claim, and what was changed where one took the place of the other.

Certain or not at all: what was verified of one claim must never count for another that only looks like it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from rapidfuzz.distance import Indel

from analysis.document import Label
from analysis.ledger.statements import DATE, FIGURE, NAME, OPEN, Bearer, Statement
from analysis.lexicon.antonyms import opposite
from analysis.lexicon.sameness import place_key

LIKE = 0.7  # 0 to 1: from here on one statement can be another one told again …
MARGIN = 0.05  # … if it is that much more like it than the runner-up …
FEWEST = 4  # … and has so many words
TELLING = 5  # words without any name or figure that tell of one thing, wherever they stand
DENIALS = frozenset("not no never none nobody nothing neither nor without denied denies deny".split())
PLACES = frozenset({Label.GPE, Label.NORP, Label.LOC})


class Change(StrEnum):
    """What is told otherwise, the gravest first."""

    NEGATION = "negation"
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    BEARER = "bearer"
    WORDING = "wording"


def says_the_same(one: Statement, other: Statement, *, in_one_place: bool) -> bool:
    """Whether both make one claim; `in_one_place`: both stand in the same surroundings.

    The words are the same, and so are all figures, dates and names, however they are written. Where "she" cannot
    be resolved, the surroundings must tell that nobody else is meant.
    """
    if one.words != other.words or (one.figures, one.dates) != (other.figures, other.dates):
        return False
    if not _same_bearers(one.names, other.names):
        return False
    if in_one_place:
        return not _contradict(one.meant, other.meant)
    return _tells_by_itself(one) and _tells_by_itself(other) and _same_bearers(one.meant, other.meant)


def change_between(before: Statement, after: Statement) -> Change:
    """The gravest change from one wording to the next."""
    if _turned(before, after):
        return Change.NEGATION
    if before.figures != after.figures:
        return Change.FIGURE
    if before.dates != after.dates:
        return Change.DATE
    if not _same_bearers(before.names, after.names):
        return Change.NAME
    return Change.BEARER if before.words == after.words else Change.WORDING


def successors(new: Sequence[Statement], gone: Sequence[Statement]) -> dict[int, int]:
    """Which of the new statements took the place of which that is gone, by their indices.

    Only where both are each other's likeliest, by a margin: of two alike, neither is said to follow.
    """
    likeness = {(i, j): _likeness(after, before) for i, after in enumerate(new) for j, before in enumerate(gone)}
    return dict(_clear(likeness))


def _tells_by_itself(statement: Statement) -> bool:
    """Whether nothing around it is needed to know of what it speaks."""
    known = all(value and not value.startswith(OPEN) for value in (*statement.figures, *statement.dates))
    return known and (bool(statement.names or statement.figures) or len(statement.words) >= TELLING)


def _clear(likeness: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    for (i, j), share in likeness.items():
        rivals = [other for (k, m), other in likeness.items() if (k == i) != (m == j)]
        if share >= LIKE and all(share - rival >= MARGIN for rival in rivals):
            yield i, j


def _likeness(one: Statement, other: Statement) -> float:
    """0 to 1: the words shared in order, once with the values left out and once with them."""
    if min(len(one.words), len(other.words)) < FEWEST:
        return 0.0
    bare = Indel.normalized_similarity(one.words, other.words)
    return (bare + Indel.normalized_similarity(_spelt(one), _spelt(other))) / 2


def _spelt(statement: Statement) -> list[str]:
    """The words with each value in its place."""
    values = {
        FIGURE: iter(statement.figures),
        DATE: iter(statement.dates),
        NAME: iter([bearer.name for bearer in statement.names]),
    }
    return [str(next(values[word], word)) if word in values else word for word in statement.words]


def _turned(before: Statement, after: Statement) -> bool:
    """Whether one of two alike denies what the other says, or has the opposite of its word."""
    lost, won = (list((Counter(a.words) - Counter(b.words)).elements()) for a, b in ((before, after), (after, before)))
    denied = sum(word in DENIALS for word in lost) != sum(word in DENIALS for word in won)
    return denied or any(opposite(one, other) for one in lost for other in won)


def _same_bearers(one: Sequence[Bearer], other: Sequence[Bearer]) -> bool:
    return len(one) == len(other) and all(map(_same_bearer, one, other))


def _same_bearer(one: Bearer, other: Bearer) -> bool:
    """The same name; for a person a part of it that ends in the surname, for a place another name of it."""
    if one.name is None or other.name is None:
        return False
    if one.name == other.name:
        return True
    if one.label == other.label == Label.PERSON:
        short, long = sorted((one.name.split(), other.name.split()), key=len)
        return short[-1:] == long[-1:] and set(short) <= set(long)
    return {one.label, other.label} <= PLACES and place_key(one.name) == place_key(other.name)


def _contradict(one: Sequence[Bearer], other: Sequence[Bearer]) -> bool:
    """Whether two known bearers are not the same."""
    pairs = zip(one, other, strict=False)
    return any(a.name and b.name and not _same_bearer(a, b) for a, b in pairs)

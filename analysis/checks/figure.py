"""One thing is given two figures.

Catches a figure that changed in a revised sentence (sums, percentages, counts, ages, measures), and, in sentences
written apart, two figures for the same thing: the same unit, the same noun, the same deed.
Ignores another way to write a figure ("$1.2bn", "1.2 billion dollars"), a rounded one ("about 100", 98), a range
that holds the other, and any figure that the other draft gives as well.
"""

from collections.abc import Iterator

from analysis.changes import Change
from analysis.disagreements import disagreement
from analysis.document import Quantity, QuantityKind
from analysis.figures import disagree, written_alike
from analysis.findings import Finding, Kind
from analysis.pairs import Pair

WHY = "Both drafts give a figure for the same thing, and the two differ by more than rounding."
WHEN = frozenset({QuantityKind.DATE, QuantityKind.TIME})


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        yield from _revised(pair, change)
    for match in pair.written_apart:
        for one in pair.a.quantities.get(match.a, ()):
            for other in pair.b.quantities.get(match.b, ()):
                if _same_thing(pair, one, other):
                    yield _finding(pair, one, other, 0.6)


def _revised(pair: Pair, change: Change) -> Iterator[Finding]:
    left, right = (
        [figure for figure in side.quantities_at(span) if figure.kind not in WHEN]
        for side, span in ((pair.a, change.a), (pair.b, change.b))
    )
    if len(left) == len(right):
        for one, other in zip(left, right, strict=True):
            if one.kind == other.kind and disagree(one, other, strictly=True):
                yield _finding(pair, one, other, 0.9)


def _same_thing(pair: Pair, one: Quantity, other: Quantity) -> bool:
    if one.kind in WHEN or one.kind != other.kind or one.unit != other.unit or not disagree(one, other):
        return False
    if any(written_alike(one, known) for known in pair.b.document.quantities):
        return False
    if any(written_alike(other, known) for known in pair.a.document.quantities):
        return False
    return len(pair.a.near(one) & pair.b.near(other)) >= 2


def _finding(pair: Pair, one: Quantity, other: Quantity, confidence: float) -> Finding:
    return disagreement(
        pair, Kind.FIGURE, [one], [other], subject=pair.topic(one, other), why=WHY, confidence=confidence
    )

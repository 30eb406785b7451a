"""The headline gives another figure or date than the story below it.

Catches a figure or date of the headline that the text gives nowhere, where the text tells the same thing, in the same
words, with another value ("Floods kill 14", "only 12 people were killed"; "Three die").
Ignores rounding, a headline that is less exact than the text, and a text that has the headline's value anywhere.
"""

from collections.abc import Iterator
from itertools import islice

from analysis.comparing.disagreements import GRAVE
from analysis.comparing.figures import disagree, grain
from analysis.comparing.sides import Side
from analysis.document import Document, Quantity, QuantityKind
from analysis.findings import Finding, Kind, Severity
from analysis.lexicon.counted import counts_same
from analysis.remarks import remark
from analysis.spans import Span, contains, paragraphs

WHY = "A headline may not say more, less or other than its story."
LONGEST = 20  # words of a headline
SHARED = 2  # words that stand near both values
LEAD, SHARED_IN_LEAD = 3, 1  # paragraphs that tell the news, and words that will do in them
WHEN = frozenset({QuantityKind.DATE, QuantityKind.TIME})
TOLD_TWICE = frozenset(
    {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.DURATION}
)


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    headline = _headline(document)
    if headline is None:
        return
    above = [value for value in document.quantities if contains(headline, value)]
    below = [value for value in document.quantities if value.start >= headline.end]
    lead = _lead(document)
    for value in above:
        if rival := _rival(side, value, below, lead):
            yield _finding(side, value, rival)


def _headline(document: Document) -> Span | None:
    """The first line, where it is short, ends without a full stop and a text follows."""
    lines = paragraphs(document.text)
    first, second = next(lines, None), next(lines, None)
    if first is None or second is None:
        return None
    words = first.of(document.text)
    return first if len(words.split()) <= LONGEST and not words.endswith((".", "”", ":")) else None


def _lead(document: Document) -> Span:
    """The first paragraphs of the text, which tell what the headline tells."""
    opening = list(islice(paragraphs(document.text), 1 + LEAD))
    return Span(opening[0].end, opening[-1].end)


def _rival(side: Side, value: Quantity, below: list[Quantity], lead: Span) -> Quantity | None:
    """What the text gives for the same thing, where nothing in it agrees with the headline."""
    alike = [other for other in below if _same_sort(value, other)]
    borne_out = any(value.kind is other.kind and value.low in (other.low, other.high) for other in below)
    if borne_out or any(not disagree(value, other) for other in alike):
        return None
    near = side.near(value)
    shared = [(len(near & side.near(other)), -other.start, other) for other in alike]
    best = max(shared, key=lambda found: found[:2], default=None)
    if best is None:
        return None
    told = [other for other in alike if contains(lead, other)]
    plain = best[2] in told and (len(told) == 1 or value.verb == best[2].verb is not None)
    return best[2] if best[0] >= (SHARED_IN_LEAD if plain else SHARED) else None


def _same_sort(value: Quantity, other: Quantity) -> bool:
    """Whether two values can be compared: one unit, or dates of one grain that say when the same was done."""
    if value.kind is not other.kind or None in (value.low, value.high, other.low, other.high):
        return False
    if value.kind is QuantityKind.DATE:
        return grain(value) == grain(other) != "open" and value.verb == other.verb is not None
    return value.kind in TOLD_TWICE and (counts_same(value.unit, other.unit) or _count_people(value, other))


def _count_people(value: Quantity, other: Quantity) -> bool:
    """Whether a headline's bare number counts people, as the text does: "Three die", "four men were killed"."""
    bare = value.kind is QuantityKind.COUNT and value.unit is None and value.verb in GRAVE
    return bare and other.verb in GRAVE and (other.unit is None or counts_same("people", other.unit))


def _finding(side: Side, value: Quantity, other: Quantity) -> Finding:
    above, below = side.words(value), side.words(other)
    return remark(
        Kind.DATE if value.kind in WHEN else Kind.FIGURE,
        [value, other],
        subject=f"{above} / {below}".lower(),
        message=f"The headline says “{above}”, the text “{below}”.",
        why=WHY,
        severity=Severity.MAJOR,
        confidence=0.65,
        conflict=True,
    )

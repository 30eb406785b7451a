"""Two figures of which one became the other ("from 4 to 9", "9, up from 4"), and how far figures are rounded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.document import Document, Quantity, QuantityKind
from analysis.spans import Spanned

WHEN = frozenset({QuantityKind.DATE, QuantityKind.TIME})
HEDGES = r"(?:about |nearly |just |some |only |around )?"
FROM = re.compile(rf"\bfrom\s+{HEDGES}(?:an? \w+ )?$")
TO = re.compile(rf"[^.;:()]{{0,40}}\bto\s+{HEDGES}$")
BACK = re.compile(rf"(?P<from>(?!.*\b(?:and|while|but)\b)[^.;:()]{{0,40}}?\b(?P<way>up |down )?from\s+{HEDGES})$")
NUMBER = re.compile(r"(?P<whole>\d[\d,]*)(?:\.(?P<rest>\d+))?")
ROUND = 2  # noughts at the end of a figure that somebody may have rounded


@dataclass(frozen=True, slots=True)
class Step:
    """A figure that became another; `way` is "up" or "down" where the words between them say so."""

    before: Quantity
    after: Quantity
    way: str | None = None

    @property
    def places(self) -> tuple[Quantity, Quantity]:
        """Both figures as they stand in the text."""
        first, second = sorted((self.before, self.after), key=lambda figure: figure.start)
        return first, second


def steps(document: Document, sentence: Spanned, figures: Sequence[Quantity]) -> Iterator[Step]:
    """The steps of one sentence; dates between the figures don't part them."""
    amounts = [figure for figure in figures if figure.kind not in WHEN]
    for one, other in pairwise(amounts):
        alike = one.kind is other.kind and (one.unit == other.unit or other.unit is None)
        if not alike or not (is_exact(one) and is_exact(other)):
            continue
        before, between = document.text[sentence.start : one.start], document.text[one.end : other.start]
        if FROM.search(before) and TO.fullmatch(between):
            yield Step(one, other)
        elif (back := BACK.fullmatch(between)) and not FROM.search(before):
            yield Step(other, one, (back["way"] or "").strip() or None)


def is_exact(figure: Quantity) -> bool:
    """Whether it is one number, not a range, an open end or a rounded one."""
    return isinstance(figure.low, float | int) and figure.low == figure.high and not figure.about


def worth(figure: Quantity) -> float:
    """The number; nought for a date."""
    return float(figure.low) if isinstance(figure.low, float | int) else 0.0


def stretch(document: Document, figure: Quantity) -> tuple[float, float]:
    """What the figure may have been before it was rounded to the digits that the text gives."""
    value = worth(figure)
    written = NUMBER.search(document.text, figure.start, figure.end)
    if written is None or not (shown := float(written[0].replace(",", ""))):
        return value, value
    if value == shown and figure.kind is QuantityKind.COUNT and shown % 10**ROUND:
        return value, value  # somebody counted
    digits = written["whole"].replace(",", "")
    noughts = len(digits) - len(digits.rstrip("0"))
    finest = (
        10.0 ** -len(written["rest"]) if written["rest"] else 10.0 ** max(0, noughts - 1 if noughts >= ROUND else 0)
    )
    half = finest / 2 * value / shown
    return value - half, value + half

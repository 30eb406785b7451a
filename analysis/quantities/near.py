"""A number in its text, with what stands directly before and behind it."""

import re
from dataclasses import dataclass

from analysis.document import QuantityKind
from analysis.parse import Parse
from analysis.quantities.numbers import BLANK, Number

LOOK_BACK = 24  # characters before a number in which its sign stands
GAP = rf"(?:{BLANK}?-?|-)"
MINUS = re.compile(rf"(?:(?<![\w)\]%.,]){BLANK}?[-−–]|\bminus{BLANK})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, before its place in the sentence is looked at."""

    start: int
    end: int
    kind: QuantityKind
    low: float | None
    high: float | None
    unit: str | None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """A number in its text."""

    parse: Parse
    number: Number

    def behind(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What directly follows the number."""
        return pattern.match(self.parse.text, self.number.end)

    def before(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What directly precedes it; the pattern ends with "$"."""
        return pattern.search(self.parse.text, max(0, self.number.start - LOOK_BACK), self.number.start)

    def figure(
        self,
        kind: QuantityKind,
        unit: str | None,
        *,
        start: int | None = None,
        end: int | None = None,
        worth: float = 1.0,
    ) -> Figure:
        """The number as a figure, widened by its sign or unit, each one worth so much."""
        number = self.number
        high = None if number.high is None else round(number.high * worth, 6)
        start = number.start if start is None else start
        return Figure(start, end or number.end, kind, round(number.low * worth, 6), high, unit)

    def below_zero(self, kind: QuantityKind, unit: str, *, end: int) -> Figure:
        """The number as a figure that may stand below zero: "-5C", "minus 0.5 per cent"."""
        minus = self.before(MINUS)
        if not minus or self.number.low != self.number.high:
            return self.figure(kind, unit, end=end)
        return self.figure(kind, unit, start=minus.start() + len(minus[0]) - len(minus[0].lstrip()), end=end, worth=-1)

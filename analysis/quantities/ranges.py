"""Two figures that are the ends of one: "between 40% and 50%", "$3m to $5m"; and what a figure is reckoned by."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from analysis.document import Quantity, QuantityKind
from analysis.quantities.numbers import BETWEEN, BLANK, FROM

AND = re.compile(r"\s+and\s+(?:(?:in|on)\s+)?")
TO = re.compile(rf"{BLANK}?[-–—]{BLANK}?|{BLANK}to{BLANK}")
LOOK_BACK = 16  # characters before a figure in which "between" stands
JOINED = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE})
CHANGING = frozenset("rise fall climb drop grow shrink increase decrease jump".split())
RATED = frozenset({QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.PERCENT})
PER = re.compile(
    r"(?:[\s-](?:an?|per|each|every)[\s-]|/)(?P<by>year|month|week|day|hour|minute|second|share|head|person|night"
    r"|season|barrel|litre|liter|gallon|tonne|ton|kilo|mile|unit|pupil|household)\b"
    r"|\s(?P<adverb>annually|yearly|monthly|weekly|daily|hourly)\b|\s(?P<short>pa|p\.a\.|pcm)(?!\w)",
    re.IGNORECASE,
)
ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
SHORT = {"pa": "year", "p.a.": "year", "pcm": "month"}


def joined(text: str, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities in order, two ends of one range as one; two sums stay two, each with the range."""
    last: Quantity | None = None
    for quantity in quantities:
        if last and _are_range(text, last, quantity):
            if quantity.kind is QuantityKind.MONEY:
                yield replace(last, high=quantity.high)
                last = replace(quantity, low=last.low)
            else:
                last = replace(last, end=quantity.end, high=quantity.high)
            continue
        if last:
            yield last
        last = quantity
    if last:
        yield last


def reckoned_by(text: str, quantity: Quantity) -> Quantity:
    """The figure with what it is a rate of: "year" in "$5m a year", "share" in "40p per share"."""
    rate = PER.match(text, quantity.end) if quantity.kind in RATED else None
    if not rate:
        return quantity
    by = rate["by"] or ADVERBS.get((rate["adverb"] or "").lower()) or SHORT[rate["short"].lower()]
    return replace(quantity, per=by.lower())


def _are_range(text: str, low: Quantity, high: Quantity) -> bool:
    if (low.kind, low.unit) != (high.kind, high.unit) or not _rises(low, high):
        return False
    if AND.fullmatch(text, low.end, high.start):
        return bool(BETWEEN.search(text, max(0, low.start - LOOK_BACK), low.start))
    if low.kind not in JOINED or not TO.fullmatch(text, low.end, high.start):
        return False
    if low.verb in CHANGING and "to" in text[low.end : high.start]:  # "rose $3 to $5"
        return False
    return not FROM.search(text, max(0, low.start - LOOK_BACK), low.start)


def _rises(low: Quantity, high: Quantity) -> bool:
    if isinstance(low.high, date) and isinstance(high.low, date):
        return low.high < high.low
    return isinstance(low.high, float | int) and isinstance(high.low, float | int) and low.high < high.low

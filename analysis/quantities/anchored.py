"""Dates told from another date of the story: "the following day", "the week before", "the previous month"."""

import re
from collections.abc import Iterator, Sequence

from analysis.parse import Parse
from analysis.quantities import calendar
from analysis.quantities.calendar import UNKNOWN, Interval
from analysis.quantities.dates import DateFound
from analysis.quantities.numbers import BLANK

FAR = 2  # sentences back to the date that is meant
STEPS = {"following": 1, "next": 1, "after": 1, "same": 0, "previous": -1, "before": -1}
EXACT = ("day", "week", "month", "year")  # from the finest grain
PARTS_OF_DAY = frozenset({"night", "evening", "morning", "afternoon"})
_PERIOD = "day|night|evening|morning|afternoon|week|month|year"
_EVENT = r"(?:yesterday|tomorrow|the|an?|his|her|its|their|this|that|he|she|it|they|we|I|[A-Z]\w*|\w+ing)\b"
ANCHORED = re.compile(
    rf"\b[Tt]he{BLANK}(?:(?P<step>following|next|same|previous){BLANK}(?P<period>{_PERIOD})(?![\w-])"
    rf"|(?P<period_too>{_PERIOD}){BLANK}(?P<step_too>before|after)(?![\w-]|{BLANK}{_EVENT}))",
)


def anchored_dates(parse: Parse, dates: Sequence[DateFound]) -> Iterator[DateFound]:
    """Each such date, open where the story gives none to tell it from; `dates` in the order of their patterns.

    "The previous month" without one is left to be told from the day of writing.
    """
    told = sorted(dates, key=lambda found: (found.start, found.start - found.end))
    for match in ANCHORED.finditer(parse.text):
        if date := _date(parse, told, match):
            yield date


def _date(parse: Parse, told: Sequence[DateFound], meant: re.Match[str]) -> DateFound | None:
    step, period = meant["step"] or meant["step_too"], meant["period"] or meant["period_too"]
    unit = "day" if period in PARTS_OF_DAY else period
    start, end = meant.span()
    anchor = _anchor(parse, told, start, unit)
    if anchor is None:
        return None if step in ("previous", "same") else DateFound(start, end, UNKNOWN, unit)
    return DateFound(start, end, _moved(anchor.interval, STEPS[step], unit), unit)


def _anchor(parse: Parse, told: Sequence[DateFound], start: int, unit: str) -> DateFound | None:
    """The nearest date before it, as exact as the unit or more."""
    here = parse.sentence_at(start)
    fine = EXACT[: EXACT.index(unit) + 1]
    before = (date for date in reversed(told) if date.end <= start)
    near = next((date for date in before if date.unit in EXACT and date.interval.low), None)
    if near is None or near.unit not in fine or here - parse.sentence_at(near.start) > FAR:
        return None
    return near


def _moved(interval: Interval, step: int, unit: str) -> Interval:
    """The unit so many steps after the one that holds the interval's first day."""
    first = interval.low
    if first is None:
        return UNKNOWN
    match unit:
        case "day":
            return calendar.day(first + step * calendar.DAY)
        case "week":
            return calendar.week_of(first + step * calendar.WEEK)
        case "month":
            return calendar.month(first.year, first.month + step)
    return calendar.year(first.year + step)

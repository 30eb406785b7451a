"""Dates in a text, absolute, partial or relative, as intervals of days."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from analysis.quantities import calendar, relative
from analysis.quantities.calendar import UNKNOWN, Interval
from analysis.quantities.numbers import BLANK
from analysis.quantities.relative import MONTHS, SEASONS, STEPS, WEEKDAYS, Standpoint
from analysis.quantities.units import any_of

SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
SHORT_DAYS = "Mon Tues Tue Wed Thurs Thur Thu Fri Sat Sun".split()
ANY_DAY = date(2000, 1, 1)  # stands in for an unknown day of writing: only the unit is kept

_MONTH = rf"(?P<month>{any_of(MONTHS)}|{any_of(SHORT_MONTHS)}\b\.?)(?!\w)"
_YEAR = r"(?P<year>1\d{3}|20\d\d)(?!\d|\w|[.,]\d)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%\w]|[.,:]\d)"
_ON = rf"(?:{any_of(WEEKDAYS + SHORT_DAYS)}\.?,?{BLANK}(?:the{BLANK})?)?"
_HOURS = rf"(?:{BLANK}(?:morning|afternoon|evening|night|lunchtime))?"
_VAGUELY = rf"(?:(?:early|late|mid|earlier|later)(?:{BLANK}|-)(?:in{BLANK})?)?"
_COUNTED = "\\d{1,4}|an?|" + "|".join(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty".split()
)
_IN = (
    "(?:"
    + "|".join(rf"(?<=\b{word} )" for word in "in In since Since until Until during by from of last".split())
    + ")"
)
_PERIOD = "year|month|week|decade|quarter|weekend|night"


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in the text; `unit` says how exact it is: day, week, month, quarter, half, season, year or decade."""

    start: int
    end: int
    interval: Interval
    unit: str


def dates_in(text: str, *, dated: date | None, is_ahead: Callable[[int], bool]) -> Iterator[DateFound]:
    """Dates of every pattern, the most telling pattern first; later ones may overlap earlier ones.

    `is_ahead` tells for a place whether the text speaks of the future there.
    """
    for pattern, read_absolute in ABSOLUTE:
        for match in pattern.finditer(text):
            yield DateFound(match.start(), match.end(), *read_absolute(match))
    for pattern, read_relative in RELATIVE:
        for match in pattern.finditer(text):
            interval, unit = read_relative(match, Standpoint(dated or ANY_DAY, is_ahead(match.start())))
            yield DateFound(match.start(), match.end(), interval if dated else UNKNOWN, unit)


def _day(match: re.Match[str]) -> tuple[Interval, str]:
    return calendar.day_of(int(match["year"]), relative.month_number(match["month"]), int(match["day"])), "day"


def _day_in_figures(match: re.Match[str]) -> tuple[Interval, str]:
    return calendar.day_of(int(match["year"]), int(match["month"]), int(match["day"])), "day"


def _month(match: re.Match[str]) -> tuple[Interval, str]:
    return calendar.month(int(match["year"]), relative.month_number(match["month"])), "month"


def _part(match: re.Match[str]) -> tuple[Interval, str]:
    return calendar.part(int(match["year"]), match["part"])


def _season(match: re.Match[str]) -> tuple[Interval, str]:
    begins = SEASONS[match["season"].lower()]
    return calendar.months(int(match["year"]), begins, begins + 2), "season"


def _decade(match: re.Match[str]) -> tuple[Interval, str]:
    digits = match["digits"]
    return calendar.decade(int(digits) if len(digits) == 4 else 1900 + int(digits)), "decade"


def _two_years(match: re.Match[str]) -> tuple[Interval, str]:
    """ "2019-20": a season or a financial year."""
    first = int(match["year"])
    last = max(first, first // 100 * 100 + int(match["to"]))
    return Interval(calendar.year(first).low, calendar.year(last).high), "year"


def _year(match: re.Match[str]) -> tuple[Interval, str]:
    return calendar.year(int(match["year"])), "year"


_PART = rf"(?P<part>(?:first|second|third|fourth|final){BLANK}quarter|(?:first|second){BLANK}half|Q[1-4])"
ABSOLUTE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[Interval, str]]], ...] = (
    (re.compile(r"(?<![\w-])(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\w-])"), _day_in_figures),
    (re.compile(rf"(?<![\w.,]){_ON}{_DAY}{BLANK}(?:of{BLANK})?{_MONTH},?{BLANK}{_YEAR}"), _day),
    (re.compile(rf"(?<!\w){_ON}{_MONTH}{BLANK}{_DAY},?{BLANK}{_YEAR}"), _day),
    (re.compile(rf"(?<!\w){_VAGUELY}{_MONTH},?{BLANK}(?:of{BLANK})?{_YEAR}"), _month),
    (re.compile(rf"\b{_PART}{BLANK}(?:of{BLANK})?{_YEAR}"), _part),
    (re.compile(rf"\b(?P<season>{any_of(SEASONS)}){BLANK}(?:of{BLANK})?{_YEAR}", re.IGNORECASE), _season),
    (re.compile(rf"(?<!\w)(?:(?:early|late|mid)(?:{BLANK}|-))?(?P<digits>1\d\d0|20\d0|(?<=[’'])\d0)[’']?s\b"), _decade),
    (re.compile(r"(?<![\w.,$£€-])(?P<year>1[5-9]\d\d|20\d\d)[-–/](?P<to>\d\d)(?![\w-])"), _two_years),
    (re.compile(rf"(?<![\w.,$£€¥-])(?P<year>19\d\d|20\d\d|{_IN}1[0-8]\d\d)(?!\w|%|[.,:]\d|-\d)"), _year),
)
RELATIVE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Standpoint], tuple[Interval, str]]], ...] = (
    (re.compile(rf"(?<![\w.,]){_ON}{_DAY}{BLANK}(?:of{BLANK})?{_MONTH}"), relative.day_of_month),
    (re.compile(rf"(?<!\w){_ON}{_MONTH}{BLANK}{_DAY}"), relative.day_of_month),
    (re.compile(rf"\b{_PART}{BLANK}(?:of{BLANK})?(?P<step>{any_of(STEPS)}){BLANK}year\b"), relative.part_of_year),
    (
        re.compile(
            rf"\b{_VAGUELY}(?P<step>(?i:{any_of(STEPS)})){BLANK}"
            rf"(?P<what>{_PERIOD}|{any_of(SEASONS)}|{any_of(WEEKDAYS)}|{any_of(MONTHS)})\b"
        ),
        relative.stepped,
    ),
    (
        re.compile(rf"\b(?P<number>{_COUNTED}){BLANK}(?P<unit>day|week|month|year|decade)s?{BLANK}ago\b", re.I),
        relative.ago,
    ),
    (
        re.compile(r"\b(?P<name>yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE),
        relative.day_by_name,
    ),
    (re.compile(rf"\b(?P<weekday>{any_of(WEEKDAYS)})\b{_HOURS}"), relative.weekday),
    (re.compile(rf"{_IN}{_VAGUELY}{_MONTH}"), relative.bare_month),
)

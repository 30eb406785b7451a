"""Dates in a text, absolute, partial or relative, as intervals of days."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from analysis.quantities import calendar, relative
from analysis.quantities.calendar import UNKNOWN, Interval
from analysis.quantities.numbers import BLANK, ORDINAL_WORDS, SMALL, TENS, UNITS
from analysis.quantities.relative import MONTHS, SEASONS, STEPS, WEEKDAYS, Standpoint
from analysis.quantities.units import any_of

SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
SHORT_DAYS = "Mon Tues Tue Wed Thurs Thur Thu Fri Sat Sun".split()
DECADES = {word[:-1] + "ies": 1900 + 10 * value for value, word in enumerate(TENS, start=2)}
CENTURIES = ORDINAL_WORDS + [f"{word}th" for word in UNITS[13:]] + ["twentieth", "twenty-first"]
FEASTS = {"New Year’s Day": (1, 1), "New Year’s Eve": (12, 31), "Christmas Eve": (12, 24), "Christmas Day": (12, 25)}
FEASTS |= {"Boxing Day": (12, 26), "Valentine’s Day": (2, 14), "Halloween": (10, 31)}
ANY_DAY = date(2000, 1, 1)  # stands in for an unknown day of writing: only the unit is kept

_MONTH = rf"(?P<month>{any_of(MONTHS)}|{any_of(SHORT_MONTHS)}\b\.?)(?!\w)"
_YEAR = r"(?P<year>1\d{3}|20\d\d)(?!\d|\w|[.,]\d)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%\w]|[.,:]\d)"
_ON = rf"(?:{any_of(WEEKDAYS + SHORT_DAYS)}\.?,?{BLANK}(?:the{BLANK})?)?"
_HOURS = rf"(?:{BLANK}(?:morning|afternoon|evening|night|lunchtime))?"
_VAGUELY = rf"(?:(?:early|late|mid|earlier|later)(?:{BLANK}|-)(?:in{BLANK})?)?"
_COUNTED = rf"\d{{1,4}}|an?|{any_of(word for word in SMALL if word != 'zero')}"
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
            yield DateFound(*_place(match), *read_absolute(match))
    for pattern, read_relative in RELATIVE:
        for match in filter(_is_no_title, pattern.finditer(text)):
            interval, unit = read_relative(match, Standpoint(dated or ANY_DAY, is_ahead(match.start())))
            yield DateFound(*_place(match), interval if dated else UNKNOWN, unit)


def _is_no_title(match: re.Match[str]) -> bool:
    """Not the Tonight of "Tucker Carlson Tonight", which begins no sentence."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    return not (
        match[0] in ("Tonight", "Today", "Tomorrow", "Yesterday") and before[-1:] == " " and before[0].isalpha()
    )


def _place(match: re.Match[str]) -> tuple[int, int]:
    """Where the date stands: all of the match, or what the pattern names so."""
    return match.span("told" if "told" in match.re.groupindex else 0)


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
    """ "2019-20", "2019–2021": a season, a financial year or several."""
    first, to = int(match["year"]), match["to"]
    last = max(first, int(to) if len(to) == 4 else first // 100 * 100 + int(to))
    return Interval(calendar.year(first).low, calendar.year(last).high), "year"


def _century(match: re.Match[str]) -> tuple[Interval, str]:
    written = match["century"].lower()
    number = int(written[:-2]) if written[0].isdigit() else CENTURIES.index(written) + 1
    return calendar.century(number), "century"


def _decade_of_last_century(match: re.Match[str]) -> tuple[Interval, str]:
    """ "the eighties", "the mid-80s"."""
    first = DECADES[match["name"].lower()] if match["name"] else 1900 + int(match["digits"])
    return calendar.decade(first), "decade"


def _day_with_slashes(match: re.Match[str]) -> tuple[Interval, str]:
    """ "13/04/2024"; of "03/04/2024", which may be March or April, both ends."""
    of_year, one, other = int(match["year"]), int(match["one"]), int(match["other"])
    days = [calendar.day_of(of_year, month, day).low for day, month in ((one, other), (other, one)) if month <= 12]
    known = sorted(day for day in days if day)
    return (Interval(known[0], known[-1]) if known else UNKNOWN), "day"


def _days_of_month(match: re.Match[str]) -> tuple[Interval, str]:
    """ "3 to 7 March 2024"."""
    number = relative.month_number(match["month"])
    first, last = (calendar.day_of(int(match["year"]), number, int(match[day])) for day in ("from_day", "day"))
    return Interval(first.low, last.high), "day"


def _feast_of_late(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    return relative.likely_day(stand, *FEASTS[match["feast"].replace("'", "’")]), "day"


def _attacks_of_2001(_: re.Match[str]) -> tuple[Interval, str]:
    return calendar.day_of(2001, 9, 11), "day"


def _feast(match: re.Match[str]) -> tuple[Interval, str]:
    return calendar.day_of(int(match["year"]), *FEASTS[match["feast"].replace("'", "’")]), "day"


def _year(match: re.Match[str]) -> tuple[Interval, str]:
    return calendar.year(int(match["year"])), "year"


_PART = rf"(?P<part>(?:first|second|third|fourth|final){BLANK}quarter|(?:first|second){BLANK}half|Q[1-4])"
_FROM_DAY = (
    rf"(?<![\w.,])(?P<from_day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?:{BLANK}?[-–]{BLANK}?|{BLANK}(?:to|and){BLANK})"
)
_FEAST = "(?P<feast>" + "|".join(re.escape(name).replace("’", "['’]") for name in FEASTS) + ")"
_RANKED = rf"(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{any_of(CENTURIES)})"
_ATTACKS = "terror attack hijack victim famil widow survivor commission memorial anniversary"
ABSOLUTE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[Interval, str]]], ...] = (
    (re.compile(r"(?<![\w-])(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\w-])"), _day_in_figures),
    (re.compile(r"(?<![\w/.-])(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>[12]\d{3})(?![\w/-])"), _day_with_slashes),
    (re.compile(rf"{_FROM_DAY}{_DAY}{BLANK}{_MONTH},?{BLANK}{_YEAR}"), _days_of_month),
    (re.compile(rf"(?<![\w.,]){_ON}{_DAY}{BLANK}(?:of{BLANK})?{_MONTH},?{BLANK}{_YEAR}"), _day),
    (re.compile(rf"(?<!\w){_ON}{_MONTH}{BLANK}{_DAY},?{BLANK}{_YEAR}"), _day),
    (re.compile(rf"(?<!\w){_VAGUELY}{_MONTH},?{BLANK}(?:of{BLANK})?{_YEAR}"), _month),
    (re.compile(rf"\b{_PART}{BLANK}(?:of{BLANK})?{_YEAR}"), _part),
    (re.compile(rf"\b(?P<season>{any_of(SEASONS)}){BLANK}(?:of{BLANK})?{_YEAR}", re.IGNORECASE), _season),
    (re.compile(rf"(?<!\w)(?:(?:early|late|mid)(?:{BLANK}|-))?(?P<digits>1\d\d0|20\d0|(?<=[’'])\d0)[’']?s\b"), _decade),
    (re.compile(rf"(?<!\w){_FEAST},?{BLANK}{_YEAR}"), _feast),
    (re.compile(rf"\bSept(?:\.|ember){BLANK}11(?:th)?(?={BLANK}{any_of(_ATTACKS.split())})"), _attacks_of_2001),
    (re.compile(rf"\b(?:(?:early|late|mid)(?:{BLANK}|-))?{_RANKED}(?:{BLANK}|-)century\b", re.IGNORECASE), _century),
    (
        re.compile(
            rf"\bthe{BLANK}(?P<told>(?:(?:early|late|mid)(?:{BLANK}|-))?(?:(?P<name>{any_of(DECADES)})"
            r"|(?P<digits>[3-9]0)s))(?!\w)",
            re.IGNORECASE,
        ),
        _decade_of_last_century,
    ),
    (re.compile(r"(?<![\w.,$£€-])(?P<year>1[5-9]\d\d|20\d\d)[-–/](?P<to>\d\d|1[5-9]\d\d|20\d\d)(?![\w-])"), _two_years),
    (re.compile(rf"(?<![\w.,$£€¥-])(?P<year>19\d\d|20\d\d|{_IN}1[0-8]\d\d)(?!\w|%|[.,:]\d|-\d)"), _year),
)
_WHICH = rf"(?:of{BLANK})?(?P<step>(?i:last|this|next|the{BLANK}previous))"
RELATIVE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Standpoint], tuple[Interval, str]]], ...] = (
    (re.compile(rf"{_FROM_DAY}{_DAY}{BLANK}{_MONTH}"), relative.days_of_month),
    (
        re.compile(rf"(?<![\w.,]){_ON}{_DAY}{BLANK}(?:of{BLANK})?{_MONTH}{BLANK}{_WHICH}{BLANK}year\b"),
        relative.day_of_year,
    ),
    (re.compile(rf"(?<!\w){_ON}{_MONTH}{BLANK}{_DAY},?{BLANK}{_WHICH}{BLANK}year\b"), relative.day_of_year),
    (re.compile(rf"(?<!\w){_VAGUELY}{_MONTH},?{BLANK}{_WHICH}{BLANK}year\b"), relative.month_of_year),
    (re.compile(rf"(?<!\w){_FEAST}(?!\w)"), _feast_of_late),
    (re.compile(rf"(?<![\w.,]){_ON}{_DAY}{BLANK}(?:of{BLANK})?{_MONTH}(?!{BLANK}\d{{1,2}}\b)"), relative.day_of_month),
    (re.compile(rf"(?<!\w){_ON}{_MONTH}{BLANK}{_DAY}"), relative.day_of_month),
    (re.compile(rf"\b{_PART}{BLANK}(?:of{BLANK})?(?P<step>{any_of(STEPS)}){BLANK}year\b"), relative.part_of_year),
    (
        re.compile(
            rf"\b{_VAGUELY}(?P<step>(?i:{any_of(STEPS)})){BLANK}"
            rf"(?P<what>{_PERIOD}|{any_of(SEASONS)}|{any_of(WEEKDAYS)}|{any_of(MONTHS)})\b"
        ),
        relative.stepped,
    ),
    (re.compile(rf"\b[Ii]n{BLANK}the{BLANK}(?P<told>(?P<season>{any_of(SEASONS)}))\b"), relative.season),
    (
        re.compile(rf"\b(?P<number>{_COUNTED}){BLANK}(?P<unit>day|week|month|year|decade)s?{BLANK}ago\b", re.I),
        relative.ago,
    ),
    (
        re.compile(rf"\b(?:(?:at|over|during|on){BLANK})(?P<told>the{BLANK}weekend)(?!\w)", re.IGNORECASE),
        relative.the_weekend,
    ),
    (
        re.compile(
            r"\b(?P<name>the day (?:before yesterday|after tomorrow)|yesterday|today|tomorrow|tonight"
            r"|this (?:morning|afternoon|evening))\b",
            re.IGNORECASE,
        ),
        relative.day_by_name,
    ),
    (re.compile(rf"\b(?P<weekday>{any_of(WEEKDAYS)})\b{_HOURS}"), relative.weekday),
    (re.compile(rf"{_IN}{_VAGUELY}{_MONTH}"), relative.bare_month),
)

"""Times of day, in hours since midnight ("3pm", "15:30 GMT", "noon"), and stretches of time without a number."""

import re
from collections.abc import Iterator

from analysis.document import QuantityKind
from analysis.quantities.near import Figure
from analysis.quantities.numbers import BLANK, UNITS
from analysis.quantities.units import DURATIONS, any_of

ZONES = "GMT|BST|UTC|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT"
HOURS = UNITS[1:13]
_HOUR = rf"{any_of(HOURS)}|1[0-2]|[1-9]"
CLOCK = re.compile(
    rf"(?<![\w.,:])(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?{BLANK}?(?P<half>[ap])(?:m\b|\.m\b\.?)"
    rf"|(?P<hour24>[01]?\d|2[0-3])(?P<colon>:)?(?P<minute24>[0-5]\d)(?(colon)(?![\d.:])|(?={BLANK}(?:{ZONES})\b))"
    rf"|(?P<name>midnight|noon|midday)\b)(?:{BLANK}(?P<zone>{ZONES})\b)?",
    re.IGNORECASE,
)
SPOKEN = re.compile(
    rf"\b(?P<part>half{BLANK}past|quarter{BLANK}past|quarter{BLANK}to){BLANK}(?P<hour>{_HOUR})(?![\w.,]\w)(?!\w)"
    rf"|(?<![\w.,:])(?P<sharp>{_HOUR}){BLANK}o['’]clock\b",
    re.IGNORECASE,
)
NAMED = {"midnight": 0.0, "noon": 12.0, "midday": 12.0}
BESIDE = {"half past": 0.5, "quarter past": 0.25, "quarter to": -0.25}

_UNIT = any_of(DURATIONS)
_PLACED = rf"{BLANK}(?:after|before|later|earlier|ahead{BLANK}of|prior)\b"
_ENDED = rf"{BLANK}?(?:[.,;:)—–]|(?:after|before|in|on|at|to|and|or|as|because|until|when|since|with)\b)"
LAP = re.compile(r"(?<![\w:.])(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d\.\d{1,3})(?!\w)")
STRETCHES = (  # a pattern, and how many of the unit it is at the least and at the most
    (re.compile(rf"(?<![\w-])(?P<told>(?P<unit>{_UNIT})s)(?={_PLACED})", re.I), 2.0, None),
    (re.compile(rf"\bfor{BLANK}(?P<told>(?P<unit>{_UNIT})s)(?={_ENDED})", re.I), 2.0, None),
    (re.compile(rf"(?<![\w-])(?P<told>(?:several|a{BLANK}few){BLANK}(?P<unit>{_UNIT})s)(?!\w)", re.I), 2.0, None),
    (
        re.compile(rf"(?<![\w-])(?P<told>an?{BLANK}(?P<unit>{_UNIT}){BLANK}and{BLANK}a{BLANK}half)(?!\w)", re.I),
        1.5,
        1.5,
    ),
    (re.compile(rf"(?<![\w-])(?P<told>half{BLANK}an?{BLANK}(?P<unit>{_UNIT}))(?!\w)", re.I), 0.5, 0.5),
    (re.compile(rf"(?<![\w-])(?P<told>an?{BLANK}quarter{BLANK}of{BLANK}an{BLANK}(?P<unit>hour))\b", re.I), 0.25, 0.25),
    (re.compile(rf"(?<![\w-])(?P<told>(?:an?|the){BLANK}(?P<unit>{_UNIT}))(?={_PLACED})", re.I), 1.0, 1.0),
    (
        re.compile(
            rf"\b(?:for|last(?:s|ed|ing)?|nearly|almost|than|within|over|takes?|took|spent|spend){BLANK}"
            rf"(?P<told>an?{BLANK}(?P<unit>{_UNIT}))(?={_ENDED})",
            re.IGNORECASE,
        ),
        1.0,
        1.0,
    ),
)


def times_in(text: str) -> Iterator[Figure]:
    """Times of day; `unit` is the time zone where it is told."""
    for match in CLOCK.finditer(text):
        hours = _hours(match)
        yield Figure(match.start(), match.end(), QuantityKind.TIME, hours, hours, match["zone"])
    for match in SPOKEN.finditer(text):
        hours = _hour(match["hour"] or match["sharp"]) + BESIDE.get(" ".join((match["part"] or "").lower().split()), 0)
        yield Figure(match.start(), match.end(), QuantityKind.TIME, hours, hours, None)


def laps_in(text: str) -> Iterator[Figure]:
    """ "1:48.85" of a race, in seconds."""
    for match in LAP.finditer(text):
        seconds = round(60 * int(match["minutes"]) + float(match["seconds"]), 3)
        yield Figure(match.start(), match.end(), QuantityKind.DURATION, seconds, seconds, "second")


def stretches_in(text: str) -> Iterator[Figure]:
    """Stretches with no numeral: "weeks after" (two of them at least), "a month before", "half an hour"."""
    for pattern, least, most in STRETCHES:
        for match in pattern.finditer(text):
            unit = match["unit"].lower()
            yield Figure(match.start("told"), match.end("told"), QuantityKind.DURATION, least, most, unit)


def _hour(written: str) -> float:
    return float(written) if written.isdigit() else HOURS.index(written.lower()) + 1.0


def _hours(match: re.Match[str]) -> float:
    if match["name"]:
        return NAMED[match["name"].lower()]
    if match["hour24"]:
        return int(match["hour24"]) + int(match["minute24"]) / 60
    afternoon = match["half"].lower() == "p"
    return int(match["hour"]) % 12 + 12 * afternoon + int(match["minute"] or 0) / 60

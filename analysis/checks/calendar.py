"""A date that the calendar does not have.

Catches a weekday that is not the date's ("Tuesday, March 4, 2026"), a day that its month lacks ("April 31"), an age
that does not fit the year of birth that the draft gives for the person, and a stretch of time that ends before it
begins ("from 2021 to 2019").
Ignores a weekday beside a date without a year, unless the draft's own date tells the year.
Rests on the Gregorian calendar.
"""

import re
from calendar import day_name, month_name, monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from analysis.comparing.sides import Side
from analysis.document import Document, Quantity, QuantityKind
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark
from analysis.spans import Span, inside

MONTHS = {month_name[number][:3].lower(): number for number in range(1, 13)}
LEAP_YEAR = 2024  # lets 29 February pass where no year is told
BLANK = r"[^\S\n]+"
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?![:.,]?\d)"
WEEKDAY = r"(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?" + BLANK + ")?"
YEAR = "(?:,?" + BLANK + r"(?P<year>(?:19|20)\d\d)\b)?"
DATES = tuple(
    re.compile(WEEKDAY + order + YEAR)
    for order in (rf"\b{MONTH}{BLANK}{DAY}", rf"\b(?:the{BLANK})?{DAY}{BLANK}(?:of{BLANK})?{MONTH}")
)


YEARS = re.compile(r"\b(?:from|between)\s(?P<first>(?:19|20)\d\d)\s(?:to|and|until)\s(?P<last>(?:19|20)\d\d)\b")
BEGINS, ENDS = frozenset("begin start open commence".split()), frozenset("end finish close conclude".split())
NOW_AGED = re.compile(r"[,.;)]|$", re.MULTILINE)
WHY_ORDER = "Nothing ends before it begins."


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    for pattern in DATES:
        for match in pattern.finditer(document.text):
            yield from _wrong_date(document, match)
    yield from _wrong_ages(side)
    yield from _backwards(document)


def _wrong_date(document: Document, match: re.Match[str]) -> Iterator[Finding]:
    month, day = MONTHS[match["month"][:3].lower()], int(match["day"])
    year = int(match["year"]) if match["year"] else document.dated.year if document.dated else None
    if not 1 <= day <= monthrange(year or LEAP_YEAR, month)[1]:
        yield _finding(match, f"{month_name[month]} has no day {day}.")
    elif match["weekday"] and year and (right := day_name[date(year, month, day).weekday()]) != match["weekday"]:
        yield _finding(match, f"{day} {month_name[month]} {year} is a {right}, not a {match['weekday']}.")


def _finding(match: re.Match[str], message: str) -> Finding:
    return remark(
        Kind.CALENDAR,
        [Span(*match.span())],
        subject=match[0],
        message=message,
        why="The calendar settles it: one of the two is a slip.",
        severity=Severity.MAJOR,
        confidence=0.95,
        conflict=True,
    )


def _wrong_ages(side: Side) -> Iterator[Finding]:
    """Ages that miss the year of birth of the same person by more than a birthday."""
    document = side.document
    births = [found for found in document.quantities if found.kind is QuantityKind.DATE and found.verb == "bear"]
    for age in document.quantities if births and document.dated else ():
        born = next((birth for birth in births if _is_theirs(side, age, birth)), None)
        if document.dated and born and age.kind is QuantityKind.AGE:
            yield from _wrong_age(document, document.dated, age, born)


def _is_theirs(side: Side, age: Quantity, birth: Quantity) -> bool:
    """Whether somebody's present age and a year of birth are told of one person."""
    now = NOW_AGED.match(side.document.text, age.end) and side.document.text[: age.start].endswith((", ", "aged "))
    whose = (age.of or "").split()[-1:]
    clause = side.clause_at(birth)
    one_sentence = side.sentence_of(age) == side.sentence_of(birth) and _alone(side, age)
    return one_sentence or bool(now and whose and clause and whose[0].lower() in clause.participants)


def _alone(side: Side, age: Quantity) -> bool:
    """Whether the sentence tells one age and one birth only."""
    here = side.quantities[side.sentence_of(age)]
    births = [found for found in here if found.kind is QuantityKind.DATE and found.verb == "bear"]
    return len(births) == 1 == sum(found.kind is QuantityKind.AGE for found in here)


def _backwards(document: Document) -> Iterator[Finding]:
    """A stretch of years, or of days between a beginning and an end, that runs the wrong way."""
    for match in YEARS.finditer(document.text):
        if match["first"] > match["last"]:
            yield _finding(match, f"{match['first']} comes after {match['last']}.")
    for sentence in document.sentences:
        days = [found for found in inside(sentence, document.quantities) if found.kind is QuantityKind.DATE]
        for begin, end in pairwise(days):
            opened, closed = begin.verb in BEGINS, end.verb in ENDS
            if opened and closed and begin.low and end.high and str(end.high) < str(begin.low):
                yield _ends_first(document, begin, end)


def _ends_first(document: Document, begin: Quantity, end: Quantity) -> Finding:
    here, there = (document.text[day.start : day.end] for day in (begin, end))
    return remark(
        Kind.CALENDAR,
        [begin, end],
        subject=f"{here} / {there}".lower(),
        message=f"It ends on {there}, before it begins on {here}.",
        why=WHY_ORDER,
        severity=Severity.MAJOR,
        confidence=0.8,
        conflict=True,
    )


def _wrong_age(document: Document, today: date, age: Quantity, born: Quantity) -> Iterator[Finding]:
    if not isinstance(born.low, date) or not isinstance(age.low, float | int):
        return
    years = today.year - born.low.year
    if age.low not in (years, years - 1):
        said = document.text[age.start : age.end]
        yield remark(
            Kind.CALENDAR,
            [age, born],
            subject=f"age {age.low:g} born {born.low.year}",
            message=f"Somebody born in {born.low.year} is {years - 1} or {years} in {today.year}, not “{said}”.",
            why="Age and year of birth must fit the date of the draft.",
            severity=Severity.MAJOR,
            conflict=True,
        )

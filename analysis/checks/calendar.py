"""A date that the calendar does not have.

Catches a weekday that is not the date's ("Tuesday, March 4, 2026"), a day that its month lacks ("April 31"), and an
age that does not fit the year of birth in the same sentence.
Ignores a weekday beside a date without a year, unless the draft's own date tells the year.
Rests on the Gregorian calendar.
"""

import re
from calendar import day_name, month_name, monthrange
from collections.abc import Iterator
from datetime import date

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


def find(document: Document) -> Iterator[Finding]:
    for pattern in DATES:
        for match in pattern.finditer(document.text):
            yield from _wrong_date(document, match)
    yield from _wrong_ages(document)


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


def _wrong_ages(document: Document) -> Iterator[Finding]:
    """Ages that miss the year of birth in their sentence by more than a birthday."""
    for sentence in document.sentences:
        figures = inside(sentence, document.quantities)
        born = [figure for figure in figures if figure.kind is QuantityKind.DATE and figure.verb == "bear"]
        ages = [figure for figure in figures if figure.kind is QuantityKind.AGE]
        if document.dated and len(born) == len(ages) == 1:
            yield from _wrong_age(document, document.dated, ages[0], born[0])


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

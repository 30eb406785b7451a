"""Days, months and years as intervals of days, both ends included."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}


@dataclass(frozen=True, slots=True)
class Interval:
    """From the first day to the last; None where the text leaves an end open or no date is known."""

    low: date | None
    high: date | None


UNKNOWN = Interval(None, None)


def day(of: date) -> Interval:
    return Interval(of, of)


def year(number: int) -> Interval:
    return Interval(date(number, 1, 1), date(number, 12, 31))


def decade(number: int) -> Interval:
    return Interval(date(number, 1, 1), date(number + 9, 12, 31))


def century(number: int) -> Interval:
    """The nineteenth is 1800 to 1899, as people count it."""
    first = max(1, 100 * (number - 1))
    return Interval(date(first, 1, 1), date(100 * number - 1, 12, 31))


def month(of_year: int, number: int) -> Interval:
    """A month of a year; numbers under 1 or over 12 count into the years around it."""
    first = shifted(date(of_year, 1, 1), months_on=number - 1)
    return Interval(first, first.replace(day=monthrange(first.year, first.month)[1]))


def months(of_year: int, first: int, last: int) -> Interval:
    return Interval(month(of_year, first).low, month(of_year, last).high)


def week_of(of: date) -> Interval:
    """Monday to Sunday."""
    monday = of - timedelta(days=of.weekday())
    return Interval(monday, monday + WEEK - DAY)


def quarter(of_year: int, number: int) -> Interval:
    return months(of_year, 3 * number - 2, 3 * number)


def part(of_year: int, name: str) -> tuple[Interval, str]:
    """A quarter or half of a year by name ("second quarter", "Q2", "first half"), and which of the two it is."""
    rank, _, what = name.lower().partition(" ")
    number = RANKS.get(rank) or int(rank[1:])
    if what.strip() == "half":
        return months(of_year, 6 * number - 5, 6 * number), "half"
    return quarter(of_year, number), "quarter"


def day_of(of_year: int, month_number: int, day_number: int) -> Interval:
    """One day; unknown where the calendar has no such day."""
    try:
        return day(date(of_year, month_number, day_number))
    except ValueError:
        return UNKNOWN


def shifted(of: date, *, months_on: int) -> date:
    """The same day some months on, or the last one of a shorter month."""
    years, index = divmod(of.month - 1 + months_on, 12)
    year_number, number = of.year + years, index + 1
    return date(year_number, number, min(of.day, monthrange(year_number, number)[1]))


def last_weekday(before: date, number: int) -> date:
    """The nearest such day up to and with `before`; Monday is 0."""
    return before - timedelta(days=(before.weekday() - number) % 7)


def next_weekday(after: date, number: int) -> date:
    """The nearest such day from and with `after`; Monday is 0."""
    return after + timedelta(days=(number - after.weekday()) % 7)

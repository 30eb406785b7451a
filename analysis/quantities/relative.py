"""Dates told against the day of writing: "last year", "two weeks ago", "Tuesday", "12 March"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.quantities import calendar
from analysis.quantities.calendar import Interval
from analysis.quantities.numbers import value_of

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the month in which each begins
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
DAYS_BY_NAME = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
TO_DATE = {"year": 12, "decade": 120, "month": 1, "quarter": 3}  # months of "the past year", which ends today
FURTHEST = 1_000  # steps back that are still counted; more would leave the calendar


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The day from which a date is told, and whether the words around it look ahead."""

    dated: date
    ahead: bool


def month_number(written: str) -> int:
    """1 for "January" or "Jan."."""
    return [name[:3] for name in MONTHS].index(written[:3]) + 1


def day_of_month(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "12 March": the last one, or the next where the text looks ahead."""
    return likely_day(stand, month_number(match["month"]), int(match["day"])), "day"


def likely_day(stand: Standpoint, number: int, day: int) -> Interval:
    """A day of a month without its year: the last such day, or the next where the text looks ahead."""
    return calendar.day_of(_likely_year(stand, number, day), number, day)


def days_of_month(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "3 to 7 March"."""
    number = month_number(match["month"])
    of_year = _likely_year(stand, number, int(match["day"]))
    first, last = (calendar.day_of(of_year, number, int(match[day])) for day in ("from_day", "day"))
    return Interval(first.low, last.high), "day"


def day_of_year(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "12 March last year"."""
    return calendar.day_of(_year_by(match, stand), month_number(match["month"]), int(match["day"])), "day"


def month_of_year(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "March of last year"."""
    return calendar.month(_year_by(match, stand), month_number(match["month"])), "month"


def season(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "in the spring"."""
    begins = SEASONS[match["season"].lower()]
    return calendar.months(_likely_year(stand, begins, 1), begins, begins + 2), "season"


def the_weekend(_: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "over the weekend": the last one, or the next where the text looks ahead."""
    nearest = calendar.next_weekday if stand.ahead else calendar.last_weekday
    saturday = nearest(stand.dated, 5)
    return Interval(saturday, saturday + calendar.DAY), "day"


def bare_month(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "in March"."""
    number = month_number(match["month"])
    return calendar.month(_likely_year(stand, number, 1), number), "month"


def weekday(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "on Tuesday": the day of writing itself counts."""
    number = WEEKDAYS.index(match["weekday"])
    nearest = calendar.next_weekday if stand.ahead else calendar.last_weekday
    return calendar.day(nearest(stand.dated, number)), "day"


def day_by_name(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "yesterday", "this morning"."""
    return calendar.day(stand.dated + DAYS_BY_NAME.get(match["name"].lower(), 0) * calendar.DAY), "day"


def ago(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "three weeks ago": as exact as the unit that is counted."""
    unit, written = match["unit"].lower(), match["number"].lower()
    steps = min(int(value_of(written) or 1), FURTHEST)
    if unit in ("day", "week"):
        then = stand.dated - timedelta(days=steps * (7 if unit == "week" else 1))
        return (calendar.day(then) if unit == "day" else calendar.week_of(then)), unit
    if unit == "month":
        then = calendar.shifted(stand.dated, months_on=-steps)
        return calendar.month(then.year, then.month), unit
    return calendar.year(max(1, stand.dated.year - steps * (10 if unit == "decade" else 1))), "year"


def part_of_year(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "the second quarter of last year"."""
    return calendar.part(stand.dated.year + STEPS[match["step"].lower()], match["part"])


def stepped(match: re.Match[str], stand: Standpoint) -> tuple[Interval, str]:
    """ "last year", "next month", "this Tuesday", "last summer"."""
    step, what = STEPS[match["step"].lower()], match["what"]
    if match["step"].lower() == "past" and what in TO_DATE:
        return Interval(calendar.shifted(stand.dated, months_on=-TO_DATE[what]), stand.dated), what
    if what in WEEKDAYS:
        return calendar.day(_weekday_by(stand.dated, step, WEEKDAYS.index(what))), "day"
    if what in MONTHS:
        return calendar.month(
            stand.dated.year + _years_on(stand.dated, step, month_number(what)), month_number(what)
        ), "month"
    if what in SEASONS:
        begins = SEASONS[what]
        return calendar.months(
            stand.dated.year + _years_on(stand.dated, step, begins + 2 * (step < 0)), begins, begins + 2
        ), "season"
    return _by_unit(stand.dated, step, what), "day" if what in ("night", "weekend") else what


def _by_unit(dated: date, step: int, unit: str) -> Interval:
    match unit:
        case "year":
            return calendar.year(dated.year + step)
        case "month":
            return calendar.month(dated.year, dated.month + step)
        case "week":
            return calendar.week_of(dated + step * calendar.WEEK)
        case "decade":
            return calendar.decade((dated.year // 10 + step) * 10)
        case "quarter":
            moved = calendar.shifted(dated, months_on=3 * step)
            return calendar.quarter(moved.year, (moved.month + 2) // 3)
        case "night":
            return calendar.day(dated + step * calendar.DAY)
    saturday = calendar.last_weekday(dated, 5) if step < 0 else calendar.next_weekday(dated, 5)
    return Interval(saturday, saturday + calendar.DAY)


def _weekday_by(dated: date, step: int, number: int) -> date:
    if step < 0:
        return calendar.last_weekday(dated - calendar.DAY, number)
    return calendar.next_weekday(dated + step * calendar.DAY, number)


def _years_on(dated: date, step: int, month: int) -> int:
    """How many years on the last, this or next such month lies."""
    if step < 0:
        return -1 if month >= dated.month else 0
    return 1 if step > 0 and month <= dated.month else 0


def _year_by(match: re.Match[str], stand: Standpoint) -> int:
    return stand.dated.year + STEPS[match["step"].lower().rpartition(" ")[2]]


def _likely_year(stand: Standpoint, month: int, day: int) -> int:
    today = (stand.dated.month, stand.dated.day)
    if stand.ahead:
        return stand.dated.year + ((month, day) < today)
    return stand.dated.year - ((month, day) > today)

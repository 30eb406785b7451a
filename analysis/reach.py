"""Which days a newsroom can mean.

What machines write for "no day" or "never" (0001-01-01, 9999-12-31) lies outside: from there a time zone, or "last
year", leads out of the calendar.
"""

from datetime import date

FIRST_YEAR, LAST_YEAR = 1700, 2199


def is_in_reach(day: date) -> bool:
    """Of a day, and of a moment as well."""
    return FIRST_YEAR <= day.year <= LAST_YEAR

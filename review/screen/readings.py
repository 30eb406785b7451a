"""How a value was read, in the words of a newsroom: "17 November 2026" for what the checks call "2026-11-17 day"."""

import re
from datetime import date

_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:–(\d{4}-\d\d-\d\d))? (day|month|year)")


def in_words(value: str) -> str:
    """Dates as people write them; whatever else was read stays as it is."""
    if not (found := _DAYS.fullmatch(value)):
        return value
    first, last = (date.fromisoformat(day) for day in (found[1], found[2] or found[1]))
    match found[3]:
        case "year" if first.year == last.year:
            return str(first.year)
        case "month" if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B %Y}"
        case _:
            return " to ".join(dict.fromkeys(f"{day.day} {day:%B %Y}" for day in (first, last)))

"""Days and moments as machines write them: "20260303T081500+0100", "2026-03-03T08:15:00Z", "2026-03-03".

What lies beyond anybody's reach, as "0001-01-01", says that there is none.
"""

import re
from datetime import date, datetime

from analysis.reach import is_in_reach

_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


def day_of(written: str) -> date | None:
    """The day as it was written down, whatever the time zone; None for what is no day."""
    found = _DAY.match(written.strip())
    if not found:
        return None
    try:
        day = date(*(int(part) for part in found.groups()))
    except ValueError:
        return None
    return day if is_in_reach(day) else None


def moment_of(written: str) -> datetime | None:
    """Aware; None for what is no moment, or has no time zone."""
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo and is_in_reach(moment) else None

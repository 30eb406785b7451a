"""Days and moments as machines write them: "20260303T081500+0100", "2026-03-03T08:15:00Z", "2026-03-03"."""

import re
from datetime import date, datetime

_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


def day_of(written: str) -> date | None:
    """The day as it was written down, whatever the time zone; None for what is no day."""
    found = _DAY.match(written.strip())
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def moment_of(written: str) -> datetime | None:
    """Aware; None for what is no moment, or has no time zone."""
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else None

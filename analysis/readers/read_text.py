"""What a file says: its body, and the furniture around it as far as the file states it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReadText:
    """A file, read. `body` keeps one paragraph a line, without blank lines.

    `dateline` is noted and stays in the body too. `byline` leaves out "By". `notes` are sentences for the
    person who handed the file in, on what was left out or taken as settled.
    """

    body: str
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    dated: date | None = None
    source: str = ""
    slug: str = ""
    notes: tuple[str, ...] = ()

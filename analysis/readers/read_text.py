"""What a file says: its body, and the furniture around it as far as the file states it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file inside the file: an attachment of a mail, a further item of a wire message."""

    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ReadText:
    """A file, read. `body` keeps one paragraph a line, without blank lines.

    `dateline` is noted and stays in the body too. `byline` leaves out "By". `title` and `author` are what the
    file's properties say: they stand in for a headline and a byline that the text does not have. `notes` are
    sentences for the person who handed the file in, on what was left out or taken as settled. What is `enclosed`
    is not part of the text: each can be a draft of its own.
    """

    body: str
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    dated: date | None = None
    source: str = ""
    slug: str = ""
    embargoed_until: datetime | None = None
    title: str = ""
    author: str = ""
    notes: tuple[str, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()

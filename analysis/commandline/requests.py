"""What the command line is asked: a line of JSON, or a file of any format that the app accepts."""

import datetime as dt
from pathlib import Path

import msgspec

from analysis.document import HouseEntry
from analysis.house import house_entry
from analysis.readers import is_unmarked, read_under_limits


class AnnotateRequest(msgspec.Struct, frozen=True):
    """One draft; a missing field means null."""

    text: str
    id: str | int | None = None
    date: dt.date | None = None
    house: list[dict[str, object]] | None = None

    def entries(self) -> tuple[HouseEntry, ...]:
        return _entries(self.house)


class CompareRequest(msgspec.Struct, frozen=True):
    """Two drafts of one story."""

    a: str
    b: str
    id: str | int | None = None
    date_a: dt.date | None = None
    date_b: dt.date | None = None
    house: list[dict[str, object]] | None = None

    def entries(self) -> tuple[HouseEntry, ...]:
        return _entries(self.house)


class EntailRequest(msgspec.Struct, frozen=True):
    """Two sentences."""

    a: str
    b: str
    id: str | int | None = None


def id_of(line: bytes) -> object:
    """The id of a request that may be broken otherwise; None where even that cannot be read."""
    try:
        request = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return request.get("id") if isinstance(request, dict) else None


def text_of(path: Path) -> str:
    """A file's text, furniture first, as it is analysed. Raises OSError, or Refused with the reason in words.

    Plain UTF-8 text is taken exactly as it is, so that offsets count into the file itself.
    """
    content = path.read_bytes()
    read = read_under_limits(content, path.name)
    if path.suffix.lower() in (".txt", "") and is_unmarked(content, path.name):
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    return "\n".join(part for part in (read.headline, read.standfirst, read.body) if part)


def _entries(house: list[dict[str, object]] | None) -> tuple[HouseEntry, ...]:
    return tuple(house_entry(entry) for entry in house or ())

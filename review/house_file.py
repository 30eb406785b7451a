"""The house list as a CSV file: written so that no spreadsheet runs it, read whole or not at all."""

import csv
import io
from collections.abc import Iterable, Iterator

from analysis.document import Label
from articles.models import HouseEntry
from review.actions.house import LONGEST_NAME, Entry
from review.labels import LABELS, NO_NAME, short_label

COLUMNS = ("name", "what", "aliases", "title", "spelling", "own staff", "never")
MOST_LINES = 20_000
RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")  # OWASP, CSV injection
_YES, _NO = frozenset({"yes", "y", "true", "1", "x"}), frozenset({"no", "n", "false", "0", ""})
_LABELS = {short_label(label): label for label in LABELS} | {label.lower(): label for label in LABELS if label}


class NotAList(Exception):
    """What is wrong with the file, a sentence a line of it; nothing of it was taken in."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = list(faults)
        super().__init__(" ".join(self.faults))


def written(entries: Iterable[HouseEntry]) -> str:
    """One line an entry, under the columns' names."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow(COLUMNS)
    for entry in entries:
        told = (
            entry.name,
            short_label(entry.label),
            "; ".join(entry.aliases),
            entry.role,
            entry.spelling,
            "yes" if entry.own_staff else "no",
            "; ".join(entry.never),
        )
        lines.writerow(harmless(words) for words in told)
    return file.getvalue()


def read(content: bytes) -> list[Entry]:
    """The entries of a file. Raises NotAList with every fault and its line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAList(["The file is not UTF-8: save it as “CSV UTF-8” in the spreadsheet."]) from None
    rows = list(csv.reader(io.StringIO(text), strict=False))
    if not rows or [title.strip().lower() for title in rows[0]] != list(COLUMNS):
        raise NotAList([f"Line 1 must name the columns: {', '.join(COLUMNS)}."])
    if len(rows) > MOST_LINES:
        raise NotAList([f"The file has more than {MOST_LINES:,} lines: take it in in parts."])
    told = [(number, row) for number, row in enumerate(rows[1:], start=2) if any(cell.strip() for cell in row)]
    faults = [f"Line {number}: {fault}" for number, row in told for fault in _faults(row)] + list(_twice(told))
    if faults:
        raise NotAList(faults)
    return [_entry(row) for _, row in told]


def harmless(words: str) -> str:
    """A cell that a spreadsheet would take for a formula begins with an apostrophe, as it does in one typed there."""
    return f"'{words}" if words.startswith(RUN_BY_SPREADSHEETS) else words


def _plain(cell: str) -> str:
    """As it was before `harmless`, with one blank between words."""
    words = " ".join(cell.split())
    return words[1:] if words.startswith("'") and words[1:].startswith(RUN_BY_SPREADSHEETS) else words


def _faults(row: list[str]) -> Iterator[str]:
    if len(row) != len(COLUMNS):
        yield f"it has {len(row)} columns instead of {len(COLUMNS)}."
        return
    name, what, _aliases, title, _spelling, own_staff, _never = map(_plain, row)
    if not name:
        yield "the name is missing."
    if len(name) > LONGEST_NAME or len(title) > LONGEST_NAME:
        yield f"a name or title is longer than {LONGEST_NAME} letters."
    if what.lower() not in _LABELS:
        yield f"“{what}” is none of: {', '.join(short_label(label) for label in LABELS)}."
    if own_staff.lower() not in _YES | _NO:
        yield f"own staff is “yes” or “no”, not “{own_staff}”."


def _twice(told: Iterable[tuple[int, list[str]]]) -> Iterator[str]:
    first: dict[str, int] = {}
    for number, row in told:
        name = _plain(row[0])
        if name and first.setdefault(name, number) != number:
            yield f"Line {number}: “{name}” stands in line {first[name]} already."


def _entry(row: list[str]) -> Entry:
    name, what, aliases, title, spelling, own_staff, never = map(_plain, row)
    label = _LABELS[what.lower()]
    return Entry(
        name,
        Label(label).value if label else NO_NAME,
        _listed(aliases),
        title,
        spelling,
        own_staff.lower() in _YES,
        _listed(never),
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(words for part in cell.split(";") if (words := part.strip()))

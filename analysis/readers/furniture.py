"""Headline, standfirst, byline, dateline and date, found at the top of a text as a sub-editor would see them."""

import re
from dataclasses import replace
from datetime import date
from enum import StrEnum

from analysis.readers.read_text import ReadText

_MOST_HEADLINE_WORDS = 20
_MOST_STANDFIRST_LETTERS = 300
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_MONTH_YEAR = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})")
_MONTH_DAY_YEAR = re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})")
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_BEFORE_A_DAY = re.compile(r"(?:(?:published|updated|dated)[:,]?\s+)?(?:[A-Z][a-z]+day,?\s+)?", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|BY|By):?\s+(?P<names>[^\W\d_a-z].{1,150})")
_SMALL_WORDS = {"and", "in", "at", "for", "of", "with", "de", "van", "von", "der", "al"}
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Co|Corp)\.$")
_DATELINE = re.compile(
    r"(?P<dateline>(?P<place>[^\W\d_][^\d()—–:;“\"]{1,50}?)(?:,\s+(?P<day>(?:[A-Z][a-z]+\.? )?\d[^()—–:;]*?))?)"
    r"(?:\s+\((?P<source>[A-Z][\w .&/]{1,30})\))?\s+[—–-]{1,2}\s+\S"
)


class _Part(StrEnum):
    """Furniture, by the label that some desks put before it."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    SOURCE = "source"
    SLUG = "slug"


_LABELLED = re.compile(rf"(?P<part>{'|'.join(_Part)}):\s*(?P<words>\S.*)", re.IGNORECASE)


def with_furniture(read: ReadText) -> ReadText:
    """What the file did not state is taken from the top of its body; all but the dateline leaves the body."""
    stated = {_Part.HEADLINE: read.headline} if read.headline else {}
    parts, lines = _peeled(stated, read.body.split("\n"))
    place, day, source = _dateline_parts(lines[0])
    return replace(
        read,
        body="\n".join(lines),
        headline=read.headline or parts.get(_Part.HEADLINE, ""),
        standfirst=read.standfirst or parts.get(_Part.STANDFIRST, ""),
        byline=read.byline or parts.get(_Part.BYLINE, ""),
        dateline=read.dateline or parts.get(_Part.DATELINE, "") or place,
        dated=read.dated or _day(parts.get(_Part.DATE, "")) or _day(day),
        source=read.source or parts.get(_Part.SOURCE, "") or source,
        slug=read.slug or parts.get(_Part.SLUG, ""),
        notes=(*read.notes, *_open_questions(parts)),
    )


def _peeled(stated: dict[_Part, str], lines: list[str]) -> tuple[dict[_Part, str], list[str]]:
    """The furniture and the lines below it; the last line is always body."""
    parts = dict(stated)
    while len(lines) > 1:
        part = _part_of(lines[0], parts, below=lines[1])
        if part is None or part[0] in parts:
            break
        parts[part[0]] = part[1]
        lines = lines[1:]
    return parts, lines


def _part_of(line: str, parts: dict[_Part, str], *, below: str) -> tuple[_Part, str] | None:
    marked = _marked(line)
    if marked:
        return marked
    if _Part.HEADLINE not in parts and _is_headline(line):
        return _Part.HEADLINE, line
    # Only furniture below it tells a standfirst from a short first paragraph.
    if _Part.HEADLINE in parts and len(line) <= _MOST_STANDFIRST_LETTERS and _marked(below):
        return _Part.STANDFIRST, line
    return None


def _marked(line: str) -> tuple[_Part, str] | None:
    """A line that says by itself what it is: labelled, a byline, a day."""
    labelled = _LABELLED.fullmatch(line)
    if labelled:
        return _Part(labelled["part"].lower()), labelled["words"].removeprefix("By ")
    byline = _BYLINE.fullmatch(line)
    if byline and _is_people(byline["names"]):
        return _Part.BYLINE, byline["names"]
    return (_Part.DATE, line) if _day(line) else None


def _is_headline(line: str) -> bool:
    """A short line that is not a sentence and not the start of the story."""
    ends_like_one = not line.endswith((".", ":", ";", ",")) or bool(_ABBREVIATED.search(line))
    return ends_like_one and len(line.split()) <= _MOST_HEADLINE_WORDS and _dateline(line) is None


def _is_people(names: str) -> bool:
    """Whether it reads as names, up to a comma: "By Tuesday the strike was over" does not."""
    before_comma = names.split(",")[0].split()
    capital = all(word[0].isupper() or word in _SMALL_WORDS for word in before_comma)
    return capital and not (names.endswith(".") and not _ABBREVIATED.search(names))


def _dateline(line: str) -> re.Match[str] | None:
    """ "MARSTOW, England, 1 July (Reuters) —" at the start of a paragraph."""
    found = _DATELINE.match(line)
    if found and (found["place"].split(",")[0].isupper() or found["day"]):
        return found
    return None


def _dateline_parts(line: str) -> tuple[str, str, str]:
    """The whole dateline, its day and its source, as far as they are there."""
    found = _dateline(line)
    return (found["dateline"], found["day"] or "", found["source"] or "") if found else ("", "", "")


def _open_questions(parts: dict[_Part, str]) -> tuple[str, ...]:
    stated = parts.get(_Part.DATE)
    if not stated or _day(stated):
        return ()
    return (f"The file gives its date as “{stated}”, which can’t be read as one day: please enter it.",)


def _day(words: str) -> date | None:
    """The day that these words name, with its year; None for anything else."""
    written = _BEFORE_A_DAY.sub("", words.strip(), count=1)
    for form in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _ISO_DAY):
        found = form.fullmatch(written)
        if found:
            return _calendar_day(found["year"], found["month"], found["day"])
    return None


def _calendar_day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _month_number(month)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _month_number(month: str) -> int:
    """1 to 12, or 0 for a word that is no month."""
    short = month[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0

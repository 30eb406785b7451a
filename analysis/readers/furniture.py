"""Headline, standfirst, byline, dateline and date, found at the top of a text as a sub-editor would see them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum

from analysis.readers.bylines import bare_byline, ends_in_abbreviation, is_people, names_nobody
from analysis.readers.read_text import ReadText

_MOST_HEADLINE_WORDS = 20
_MOST_STANDFIRST_LETTERS = 300
_DATELINE_WITHIN = 5  # paragraphs: market reports open with points, and the story begins below them
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_MONTH_YEAR = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})")
_MONTH_DAY_YEAR = re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})")
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_BEFORE_A_DAY = re.compile(r"(?:(?:published|updated|dated)[:,]?\s+)?(?:[A-Z][a-z]+day,?\s+)?", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|BY|By):?\s+(?P<names>[^\W\d_a-z].{1,150})")
_DATELINE = re.compile(
    r"(?P<dateline>(?P<place>[^\W\d_][^\d()—–:;“\"]{1,50}?)(?:,\s+(?P<day>(?:[A-Z][a-z]+\.? )?\d[^()—–:;]*?))?)"
    r"(?:(?:\s+\((?P<source>[A-Z][\w .&/]{1,30})\)\.?\s*|\s+)[—–-]{1,2}|\.?\s+/(?P<agency>[A-Z][\w .]{1,20})/[.:]?)"
    r"\s+\S"
)
_ONLY_A_DAY = re.compile(rf"\W*\d|(?:{'|'.join(_MONTHS)})[a-z]*\.?\s+\d", re.I)


class _Part(StrEnum):
    """Furniture, by the label that some desks put before it."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    SOURCE = "source"
    SLUG = "slug"
    NOTE = "editor’s note"


_LABELLED = re.compile(rf"(?P<part>{'|'.join(_Part)}):\s*(?P<words>\S.*)", re.IGNORECASE)


def with_furniture(read: ReadText) -> ReadText:
    """What the file did not state is taken from the top of its body; all but the dateline leaves the body."""
    lines = read.body.split("\n")
    parts, lines = _peeled(_stated(read), _without_repeated(read.headline, lines))
    place, day, source = _dateline_parts(lines[:_DATELINE_WITHIN])
    return replace(
        read,
        body="\n".join(lines),
        headline=parts.get(_Part.HEADLINE, "") or read.title,
        standfirst=read.standfirst or parts.get(_Part.STANDFIRST, ""),
        byline=parts.get(_Part.BYLINE, "") or bare_byline(read.byline) or read.author,
        dateline=parts.get(_Part.DATELINE, "") or place,
        dated=read.dated or _day(parts.get(_Part.DATE, "")) or _day(day),
        source=parts.get(_Part.SOURCE, "") or source,
        slug=parts.get(_Part.SLUG, ""),
        notes=(*read.notes, *_open_questions(read, parts)),
    )


def _stated(read: ReadText) -> dict[_Part, str]:
    """What the file says of itself, outside its text."""
    byline, dateline = bare_byline(read.byline), read.dateline.rstrip(" -–—_")
    stated = {
        _Part.HEADLINE: read.headline,
        _Part.BYLINE: "" if names_nobody(byline) else byline,
        _Part.DATELINE: "" if _ONLY_A_DAY.match(dateline) else dateline,
        _Part.DATE: read.dated.isoformat() if read.dated else "",
        _Part.SOURCE: read.source,
        _Part.SLUG: read.slug,
    }
    return {part: words for part, words in stated.items() if words}


def _without_repeated(headline: str, lines: list[str]) -> list[str]:
    """The headline that a file states often stands above its text as well."""
    repeated = len(lines) > 1 and headline and " ".join(headline.split()).casefold() == lines[0].casefold()
    return lines[1:] if repeated else lines


def _peeled(stated: dict[_Part, str], lines: list[str]) -> tuple[dict[_Part, str], list[str]]:
    """The furniture and the lines below it; the last line is always body. What is stated outranks what is found."""
    parts = dict(stated)
    while len(lines) > 1:
        part = _part_of(lines[0], parts, below=lines[1])
        if part is None or (part[0] in parts and part[0] not in stated):
            break
        parts.setdefault(*part)
        lines = lines[1:]
    return parts, lines


def _part_of(line: str, parts: dict[_Part, str], *, below: str) -> tuple[_Part, str] | None:
    marked = _marked(line)
    if marked:
        return marked
    if _Part.HEADLINE not in parts and _is_headline(line):
        return _Part.HEADLINE, line
    if line.startswith("(") and line.endswith(")") and _marked(below):
        return _Part.NOTE, line
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
    if byline and is_people(byline["names"]):
        return _Part.BYLINE, byline["names"]
    return (_Part.DATE, line) if _day(line) else None


def _is_headline(line: str) -> bool:
    """A short line that is not a sentence and not the start of the story."""
    ends_like_one = not line.endswith((".", ":", ";", ",")) or ends_in_abbreviation(line)
    return ends_like_one and len(line.split()) <= _MOST_HEADLINE_WORDS and _dateline(line) is None


def _dateline(line: str) -> re.Match[str] | None:
    """ "MARSTOW, England, 1 July (Reuters) —" at the start of a paragraph."""
    found = _DATELINE.match(line)
    if found and (found["place"].split(",")[0].isupper() or found["day"]):
        return found
    return None


def _dateline_parts(lines: list[str]) -> tuple[str, str, str]:
    """The whole dateline, its day and its source, as far as they are there."""
    found = next((dateline for line in lines if (dateline := _dateline(line))), None)
    return (found["dateline"], found["day"] or "", found["source"] or found["agency"] or "") if found else ("", "", "")


def _open_questions(read: ReadText, parts: dict[_Part, str]) -> Iterator[str]:
    stated = parts.get(_Part.DATE)
    if stated and not read.dated and not _day(stated):
        yield f"The file gives its date as “{stated}”, which can’t be read as one day: please enter it."
    if _Part.NOTE in parts:
        yield f"A note to editors above the text was left out: {parts[_Part.NOTE]}"


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

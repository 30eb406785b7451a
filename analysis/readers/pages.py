"""Printed pages as lines with places, brought into reading order: columns, running heads, paragraphs, hyphens."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

HYPHEN = "\ufffe"  # how PDFium marks a hyphen at the end of a line
_EDGE = 0.09  # of a page's height, at its top and bottom, where running heads and page numbers stand
_NUMBER = re.compile(r"(?:page\s+)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?|[ivxl]{1,6}", re.I)
_DIGITS = re.compile(r"\d+")
_LEAST_OF_COLUMN = 0.25  # of a page's lines, from which a half of it is a column
_MOST_CROSSING = 0.3  # of its lines may run over both: headings, tables
_GUTTERS = (0.5, 0.48, 0.52, 0.46, 0.54)  # of the text's width, where the gap between two columns is looked for
_LOOSE = 1.45  # times the usual distance of two lines, from which a gap divides paragraphs
_OTHER_SIZE = 0.12  # of the height of letters
_SAME_ROW = 0.4  # of the height of letters
_NO_BLANK = 0.1  # of it: what stands nearer goes on in the same word, like a point behind a raised number
_INDENT = 0.8  # times the height of letters
_SHORT = 0.85  # of the column's width: a line that ends before it, and ends a sentence, ends a paragraph
_COMBINING = {"´": "\u0301", "ˆ": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327", "ˇ": "\u030c"}
_ACCENTS = re.compile(rf"([A-Za-zı])([{''.join(_COMBINING)}])")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-$")
_ENDS = (".", "!", "?", ":", "”", '"', "’", ")", "…")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one page, or a piece of one. Points from left and bottom; `size` is its letters' height."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """The lines as the file writes them."""

    height: float
    lines: tuple[Line, ...]


def paragraphs_of_pages(pages: list[Page]) -> list[str]:
    """The story's paragraphs over all pages, without what stands at the edge of each."""
    running = _running(pages)
    columns = [
        column
        for page in pages
        for column in _columns([line for line in page.lines if not _is_furniture(line, page, running)])
    ]
    whole = " ".join(line.text for page in pages for line in page.lines)
    paragraphs: list[list[str]] = []
    for column in columns:
        for number, lines in enumerate(_blocks(column)):
            texts = [line.text for line in lines]
            if number == 0 and paragraphs and _goes_on(paragraphs[-1][-1], texts[0]):
                paragraphs[-1] += texts
            else:
                paragraphs.append(texts)
    return [_joined(texts, whole) for texts in paragraphs]


def _running(pages: list[Page]) -> set[str]:
    """Lines at the edges that come again on other pages, whatever number they bear."""
    edges = Counter(text for page in pages for text in {_bare(line) for line in page.lines if _is_edge(line, page)})
    return {text for text, count in edges.items() if count > 1 and count * 2 >= min(len(pages), 6)}


def _bare(line: Line) -> str:
    return _DIGITS.sub("#", line.text.strip()).casefold()


def _is_edge(line: Line, page: Page) -> bool:
    return line.bottom < page.height * _EDGE or line.bottom + line.size > page.height * (1 - _EDGE)


def _is_furniture(line: Line, page: Page, running: set[str]) -> bool:
    return _is_edge(line, page) and (_bare(line) in running or bool(_NUMBER.fullmatch(line.text.strip())))


def _columns(lines: list[Line]) -> Iterator[list[Line]]:
    """The page's lines in the order in which they are read: left column, right column, between what spans both."""
    gutter = _gutter(lines)
    if gutter is None:
        yield lines
        return
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if line.left < gutter < line.right:
            yield from (column for column in (left, right, [line]) if column)
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    yield from (column for column in (left, right) if column)


def _gutter(lines: list[Line]) -> float | None:
    """Where two columns part; None on a page of one."""
    if len(lines) < 8:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    for share in _GUTTERS:
        gutter = start + share * (end - start)
        left = sum(1 for line in lines if line.right <= gutter)
        right = sum(1 for line in lines if line.left >= gutter)
        crossing = len(lines) - left - right
        if min(left, right) >= _LEAST_OF_COLUMN * len(lines) and crossing <= _MOST_CROSSING * len(lines):
            return gutter
    return None


def _blocks(column: list[Line]) -> Iterator[list[Line]]:
    """Paragraphs of one column: parted by space, by size, by an indent, by a short last line."""
    column = _rows(column)
    if not column:
        return
    margin, edge = min(line.left for line in column), max(line.right for line in column)
    pitches = [above.bottom - below.bottom for above, below in _neighbours(column) if above.bottom > below.bottom]
    pitch = median(pitches) if pitches else 0.0
    block = [column[0]]
    for above, below in _neighbours(column):
        if _parts(above, below, pitch=pitch, margin=margin, width=edge - margin):
            yield block
            block = []
        block.append(below)
    yield block


def _rows(column: list[Line]) -> list[Line]:
    """Pieces side by side that no gutter parts are one line."""
    rows: list[Line] = []
    for line in column:
        if rows and _is_beside(rows[-1], line):
            rows[-1] = _as_one(rows[-1], line)
        else:
            rows.append(line)
    return rows


def _is_beside(before: Line, line: Line) -> bool:
    on_one_line = abs(before.bottom - line.bottom) < _SAME_ROW * max(before.size, line.size)
    return on_one_line and line.left > before.right - _SAME_ROW * line.size and not before.text.endswith(HYPHEN)


def _as_one(before: Line, line: Line) -> Line:
    blank = " " if line.left - before.right > _NO_BLANK * line.size else ""
    text = f"{before.text}{blank}{line.text}"
    return replace(before, text=text, right=line.right, size=max(before.size, line.size))


def _neighbours(lines: list[Line]) -> Iterable[tuple[Line, Line]]:
    return pairwise(lines)


def _parts(above: Line, below: Line, *, pitch: float, margin: float, width: float) -> bool:
    gap = above.bottom - below.bottom
    if above.text.endswith(HYPHEN):
        return False
    is_short = above.right - margin < _SHORT * width
    is_indented = below.left - above.left > _INDENT * below.size and below.left - margin > _INDENT * below.size
    return (
        gap > _LOOSE * pitch
        or gap < -pitch
        or (gap > pitch / 2 and abs(above.size - below.size) > _OTHER_SIZE * max(above.size, below.size))
        or (above.text.rstrip().endswith(_ENDS) and (is_short or is_indented))
        or (is_short and is_indented)
    )


def _goes_on(before: str, text: str) -> bool:
    """Whether a paragraph runs over the end of its column or page."""
    open_ended = before.endswith(HYPHEN) or not before.rstrip().endswith(_ENDS)
    return open_ended and text[:1].islower()


def _joined(texts: list[str], whole: str) -> str:
    """One line of several; a hyphen at a line's end goes, unless the word has it elsewhere too."""
    marked = [_marked(text.strip(), below) for text, below in pairwise([*texts, ""])]
    joined = _ACCENTS.sub(_accented, " ".join(marked))
    return re.sub(rf"(\w+)[{HYPHEN}] ?(\w*)", lambda found: _word(found[1], found[2], whole), joined)


def _marked(text: str, below: str) -> str:
    return _BROKEN_WORD.sub(HYPHEN, text) if below[:1].islower() else text


def _accented(found: re.Match[str]) -> str:
    """Old fonts print an accent as a sign of its own behind its letter."""
    letter = "i" if found[1] == "ı" else found[1]
    return unicodedata.normalize("NFC", letter + _COMBINING[found[2]])


def _word(start: str, end: str, whole: str) -> str:
    compound = f"{start}-{end}"
    return compound if end and compound in whole else start + end

"""Printed pages as lines with places, brought into reading order: columns, running heads, paragraphs, hyphens."""

import re
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
# Of the text's width, where the gap between two columns is looked for: in the middle, or after the first of three.
_GUTTERS = (0.5, 0.48, 0.52, 0.46, 0.54, 0.33, 0.31, 0.35)
_LOOSE = 1.45  # times the usual distance of two lines, from which a gap divides paragraphs
_OTHER_SIZE = 0.12  # of the height of letters
_SAME_ROW = 0.4  # of the height of letters
_NO_BLANK = 0.1  # of it: what stands nearer goes on in the same word, like a point behind a raised number
_ROOM = 0.25  # of the column's width, beyond which no line is broken
_INDENT = 0.8  # times the height of letters
_FULL = 0.85  # of the column's width: after a line that fills it comes mostly the next of its paragraph
_LEAST_FULL = 3
_SHORT = 0.85  # of the column's width: a line that ends before it, and ends a sentence, ends a paragraph
_DASHED = re.compile(r"(?<=\w)— (?=\w)|(?<=\w) —(?=\w)")  # a line was broken beside a dash that has no blanks
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


@dataclass(frozen=True, slots=True)
class _Shape:
    """What is usual in a column: where its lines begin and end, their distance and the height of their letters.

    Three quarters of its lines end at `usual_edge` or before, since a rule or a table may reach beyond the text.
    """

    margin: float
    edge: float
    usual_edge: float
    pitch: float
    size: float


def paragraphs_of_pages(pages: list[Page]) -> list[str]:
    """The story's paragraphs over all pages, without what stands at the edge of each."""
    running = _running(pages)
    columns = [
        column
        for page in pages
        for column in _columns([line for line in page.lines if not _is_furniture(line, page, running)])
    ]
    whole = " ".join(line.text for page in pages for line in page.lines)
    paragraphs: list[list[Line]] = []
    edge = 0.0
    for column in columns:
        for number, lines in enumerate(_blocks(column)):
            if number == 0 and paragraphs and _goes_on(paragraphs[-1][-1], lines[0], edge=edge):
                paragraphs[-1] += lines
            else:
                paragraphs.append(lines)
        edge = _full_edge(column)
    return [_joined([line.text for line in lines], whole) for lines in paragraphs]


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
            yield from _side_by_side(left, right)
            yield [line]
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    yield from _side_by_side(left, right)


def _side_by_side(left: list[Line], right: list[Line]) -> Iterator[list[Line]]:
    """What stands on the right may be columns again: broadsheets have three and more."""
    if left:
        yield left
    if right:
        yield from _columns(right)


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
    shape = _shape(column)
    block = [column[0]]
    for above, below in _neighbours(column):
        if _parts(above, below, shape):
            yield block
            block = []
        block.append(below)
    yield block


def _shape(column: list[Line]) -> _Shape:
    margin, rights = min(line.left for line in column), sorted(line.right for line in column)
    return _Shape(
        margin=margin,
        edge=rights[-1],
        usual_edge=rights[len(rights) * 3 // 4],
        pitch=_pitch(column, edge=_full_edge(column)),
        size=median(line.size for line in column),
    )


def _pitch(column: list[Line], *, edge: float) -> float:
    """The usual distance of two lines of one paragraph: in a story of short paragraphs most gaps divide them."""
    gaps = [(above.bottom - below.bottom, above.right > edge) for above, below in _neighbours(column)]
    downward = sorted(gap for gap, _ in gaps if gap > 0)
    within = [gap for gap, is_full in gaps if gap > 0 and is_full]
    if len(within) >= _LEAST_FULL:
        return median(within)
    return downward[len(downward) // 4] if downward else 0.0


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


def _parts(above: Line, below: Line, shape: _Shape) -> bool:
    gap = above.bottom - below.bottom
    if above.text.endswith(HYPHEN):
        return False
    pitch = shape.pitch * max(1.0, min(above.size, below.size) / shape.size)  # a headline's lines stand wider apart
    is_short = above.right - shape.margin < _SHORT * (shape.edge - shape.margin)
    is_indented = below.left - above.left > _INDENT * below.size and below.left - shape.margin > _INDENT * below.size
    return (
        gap > _LOOSE * pitch
        or gap < -pitch
        or (gap > pitch / 2 and abs(above.size - below.size) > _OTHER_SIZE * max(above.size, below.size))
        or (above.text.rstrip().endswith(_ENDS) and (is_short or is_indented))
        or (is_short and is_indented)
        or _had_room(above, below, shape)
    )


def _had_room(above: Line, below: Line, shape: _Shape) -> bool:
    """Whether the line below could have begun on the one above, had it belonged to it; headlines break anywhere."""
    if above.size > shape.size * (1 + _OTHER_SIZE):
        return False
    word = len(below.text.split(maxsplit=1)[0]) + 1 if below.text.strip() else 0
    wide = (below.right - below.left) * word / max(len(below.text), 1)
    return shape.usual_edge - above.right - wide > _ROOM * (shape.usual_edge - shape.margin)


def _goes_on(before: Line, line: Line, *, edge: float) -> bool:
    """Whether a paragraph runs over the end of its column or page; `edge` is where a line of that column is full."""
    is_open = before.text.endswith(HYPHEN) or not before.text.rstrip().endswith(_ENDS)
    is_alike = abs(before.size - line.size) <= _OTHER_SIZE * max(before.size, line.size)
    return is_open and (line.text[:1].islower() or (is_alike and before.right > edge))


def _full_edge(column: list[Line]) -> float:
    margin, edge = min(line.left for line in column), max(line.right for line in column)
    return margin + _FULL * (edge - margin)


def _joined(texts: list[str], whole: str) -> str:
    """One line of several; a hyphen at a line's end goes, unless the word has it elsewhere too."""
    marked = [_marked(text.strip(), below) for text, below in pairwise([*texts, ""])]
    joined = _DASHED.sub("—", " ".join(marked))
    return re.sub(rf"(\w+)[{HYPHEN}] ?(\w*)", lambda found: _word(found[1], found[2], whole), joined)


def _marked(text: str, below: str) -> str:
    return _BROKEN_WORD.sub(HYPHEN, text) if below[:1].islower() else text


def _word(start: str, end: str, whole: str) -> str:
    compound = f"{start}-{end}"
    return compound if end and compound in whole else start + end

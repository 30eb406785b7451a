"""PDF documents that hold text: in reading order, without running heads and page numbers. Scans are refused."""

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from math import pi
from statistics import median

from pypdfium2 import PdfDocument, PdfiumError, PdfMatrix, PdfPage, PdfTextPage, raw

from analysis.readers.encodings import legible
from analysis.readers.formats import Format
from analysis.readers.pages import HYPHEN, Line, Page, paragraphs_of_pages
from analysis.readers.properties import author_of
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import Damaged, PasswordProtected, TooLong, WithoutText

_NAME = "a PDF document"
_MARK = b"%PDF-"
_MARK_WITHIN = 1024  # bytes; ISO 32000-1, annex H
_END = b"%%EOF"
_END_WITHIN = 2048
_MOST_PAGES = 400
_ENOUGH_LETTERS = 300  # of a page, to tell how they stand
_LEAST_LETTERS = 16  # a page; fewer on all of them are stamps on a scan
_MOST_CHARACTERS = 700_000
_ROWS = re.compile(rf"\r\n|\r|\n|(?<={HYPHEN})")
_WIDE_GAP = 1.6  # times the height of letters: between columns, and seldom between words
_LEAST_BLANK = 0.075  # of the height of letters, beyond what letters of this row stand apart anyway
_LEAST_BLANK_BESIDE_ANOTHER_SIZE = 0.2  # a ligature's letters (ffi) have no room around them in their boxes
_SAME_SIZE = 0.05
_NEXT_ROW = 0.5  # of the height of letters: what stands lower and further left is a row that the file did not end
_LEAST_HEIGHT = 6  # points
_COMBINING = {"´": "\u0301", "ˆ": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327", "ˇ": "\u030c", "`": "\u0300"}
_INSTEAD = "Have its text recognised first (OCR), or paste the text."

Box = tuple[float, float, float, float]  # left, right, bottom, top
Letter = tuple[str, Box | None]
BLANK: Letter = (" ", None)


def _recognises(content: bytes) -> bool:
    return _MARK in content[:_MARK_WITHIN] and not content.lstrip()[:1].isalpha()


def _read(content: bytes, filename: str) -> ReadText:
    if _END not in content.rstrip(b"\0\r\n ")[-_END_WITHIN:]:  # some servers fill up the last block
        raise Damaged(filename, named=_NAME)
    document = _opened(content, filename)
    if len(document) > _MOST_PAGES:
        raise TooLong(filename, length=f"{len(document)} pages", most=f"at most {_MOST_PAGES}")
    pages = list(_pages(document, filename))
    if sum(len(line.text.strip()) for page in pages for line in page.lines) < _LEAST_LETTERS * len(pages):
        raise WithoutText(filename, found="a scanned PDF document", instead=_INSTEAD)
    return _as_text(paragraphs_of_pages(pages), document.get_metadata_dict(skip_empty=True))


def _as_text(paragraphs: list[str], properties: dict[str, str]) -> ReadText:
    lines = [line for paragraph in paragraphs if (line := " ".join(legible(paragraph).split()))]
    title = " ".join(properties.get("Title", "").split())
    is_title = bool(lines) and lines[0] == title
    return ReadText(
        body="\n".join(lines[is_title:]),
        headline=title if is_title else "",
        author=author_of(properties.get("Author", "")),
    )


def _opened(content: bytes, filename: str) -> PdfDocument:
    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise PasswordProtected(filename) from error
        raise Damaged(filename, named=_NAME) from error


def _pages(document: PdfDocument, filename: str) -> Iterator[Page]:
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except PdfiumError as error:
            raise Damaged(filename, named=_NAME) from error
        text, height = _upright(page)
        characters += text.count_chars()
        if characters > _MOST_CHARACTERS:
            raise TooLong(filename, length=f"more than {_MOST_CHARACTERS:,} characters", most="at most 500,000")
        yield Page(height, tuple(_lines(text)))
        text.close()
        page.close()


def _upright(page: PdfPage) -> tuple[PdfTextPage, float]:
    """The page's text as its letters stand, and the page's height then: a turned page is read as if it were not."""
    page.set_rotation(0)
    text = page.get_textpage()
    angles = (raw.FPDFText_GetCharAngle(text, place) for place in range(min(text.count_chars(), _ENOUGH_LETTERS)))
    turns = Counter(round(angle / (pi / 2)) % 4 for angle in angles if angle >= 0)
    quarters = max(turns, key=turns.__getitem__, default=0)
    if not quarters:
        return text, page.get_height()
    turned = PdfMatrix().rotate(-90 * quarters)
    left, bottom, _, top = turned.on_rect(*page.get_mediabox())
    onto_the_page = turned.translate(-left, -bottom)
    for drawn in page.get_objects():
        drawn.transform(onto_the_page)
    return page.get_textpage(), top - bottom


def _lines(text: PdfTextPage) -> Iterator[Line]:
    written = text.get_text_range()
    if len(written) != text.count_chars():  # letters beyond the basic plane: places would be off by some
        written = "".join(chr(raw.FPDFText_GetUnicode(text, place)) for place in range(text.count_chars()))
    start = 0
    for row in _ROWS.split(written):
        start = written.index(row, start)
        yield from _pieces(_letters(text, row, start))
        start += len(row)


def _letters(text: PdfTextPage, row: str, start: int) -> list[Letter]:
    """The row's letters, with the blanks that the page shows and the file does not write."""
    letters = [(letter, None if letter.isspace() else _box(text, place)) for place, letter in enumerate(row, start)]
    letters = _accented(letters)
    gaps = {place: gap for place in range(1, len(letters)) if (gap := _gap(letters[place - 1], letters[place]))}
    usual = median(gaps.values()) if gaps else 0.0
    blanks = {place for place, gap in gaps.items() if gap - usual > _blank(letters[place - 1], letters[place])}
    return [one for place, letter in enumerate(letters) for one in ([BLANK] if place in blanks else []) + [letter]]


def _accented(letters: list[Letter]) -> list[Letter]:
    """Old fonts draw an accent as a sign of its own over its letter, and write it before the letter or behind it."""
    written = list(letters)
    for place, (sign, box) in enumerate(letters):
        under = _under(box, letters, place) if box and sign in _COMBINING else None
        if under is None:
            continue
        letter, its_box = written[under]
        letter = "i" if letter == "ı" else letter
        written[under] = (unicodedata.normalize("NFC", letter + _COMBINING[sign]), its_box)
        for between in range(min(place, under + 1), max(place + 1, under)):
            written[between] = ("", None)
    return [letter for letter in written if letter[0]]


def _under(accent: Box, letters: list[Letter], place: int) -> int | None:
    """Where the letter stands over which the accent is drawn, with at most a blank between them."""
    middle = (accent[0] + accent[1]) / 2
    for near in (place - 1, place + 1, place - 2, place + 2):
        letter, box = letters[near] if 0 <= near < len(letters) else BLANK
        if box and box[0] <= middle <= box[1] and (letter.isalpha()):
            return near
    return None


def _gap(before: Letter, letter: Letter) -> float:
    """How far two letters stand apart; nothing where a blank is written between them."""
    return letter[1][0] - before[1][1] if letter[1] and before[1] else 0.0


def _blank(before: Letter, letter: Letter) -> float:
    """From which gap on a blank is seen between two letters."""
    one, other = _height(before), _height(letter)
    is_same = abs(one - other) <= _SAME_SIZE * max(one, other)
    return (_LEAST_BLANK if is_same else _LEAST_BLANK_BESIDE_ANOTHER_SIZE) * max(one, other)


def _height(letter: Letter) -> float:
    return letter[1][3] - letter[1][2] if letter[1] else 0.0


def _pieces(letters: list[Letter]) -> Iterator[Line]:
    """A row, cut where a gap as wide as between two columns stands in it, and where it is two rows."""
    piece: list[str] = []
    boxes: list[Box] = []
    for letter, box in letters:
        if box and boxes and (_is_beyond_gap(boxes[-1], box) or _is_below(boxes[-1], box)):
            yield _line(piece, boxes)
            piece, boxes = [], []
        piece.append(letter)
        boxes += [box] if box else []
    if boxes:
        yield _line(piece, boxes)


def _is_beyond_gap(before: Box, box: Box) -> bool:
    return box[0] - before[1] > _WIDE_GAP * max(box[3] - box[2], _LEAST_HEIGHT)


def _is_below(before: Box, box: Box) -> bool:
    height = box[3] - box[2]
    return before[2] - box[2] > _NEXT_ROW * height and before[0] - box[0] > height


def _line(letters: list[str], boxes: list[Box]) -> Line:
    """A line with the places of its letters; the tallest quarter tells the size, since most have no ascender."""
    heights = sorted(top - bottom for _, _, bottom, top in boxes)
    return Line(
        text="".join(letters).strip(),
        left=min(box[0] for box in boxes),
        right=max(box[1] for box in boxes),
        bottom=sorted(box[2] for box in boxes)[len(boxes) // 2],
        size=heights[len(heights) * 3 // 4],
    )


def _box(text: PdfTextPage, place: int) -> Box:
    """Left, right, bottom and top of one letter in points: the box of its font, the same for all letters of a size."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box))
    return box.left, box.right, box.bottom, box.top


FORMAT = Format(_NAME, (".pdf",), _recognises, _read)

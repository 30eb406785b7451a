"""Plain text in any usual encoding: byte order mark, strict UTF-8, what chardet hears, Windows-1252."""

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise

import chardet
from chardet import EncodingEra

from analysis.readers.formats import Format
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import NotReadable
from analysis.readers.unreadable import is_markup

# UTF-32's mark begins with UTF-16's, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEAST_CONFIDENCE = 0.05  # chardet 7 hears English with one accent as Baltic below this
_MOST_CONTROLS = 0.01  # of all characters; wire copy has a few, a picture one in ten
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile(r"\r\n|[\r\n\x0b\x0c\u2028\u2029]")
_WRAPS = range(55, 91)  # columns at which people and mailers break lines: around 60 to 80
_RAGGED = 15  # columns that a broken line may fall short of the widest
_CLOSED = (".", "!", "?", ":", "”", '"', "’", "'", ")")  # how a paragraph ends, and a broken line seldom

# Windows-1252 read as Latin-1 somewhere upstream leaves C1 controls where quote marks were (WHATWG maps them so too).
_QUOTES_GONE_WRONG = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}


def _recognises(content: bytes) -> bool:
    return not is_markup(content) and _decoded(content) is not None


def _read(content: bytes, filename: str) -> ReadText:
    text = _decoded(content)
    if text is None:
        raise NotReadable(filename, found="not text", readable="a text file")
    text = _CONTROLS.sub("", text.translate(_QUOTES_GONE_WRONG)).replace("\ufeff", "")
    return ReadText("\n".join(_paragraphs(_LINE_ENDS.sub("\n", text))))


def _decoded(content: bytes) -> str | None:
    """The text, or None where no encoding makes text of it."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return text if _looks_written(text) else None
    return None


def _encodings(content: bytes) -> Iterator[str]:
    """What to try, likeliest first; chardet is asked only when UTF-8 failed, because it takes its time."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            yield encoding
            return
    passes_for_utf_8 = b"\0" in content or b"\x1b" in content  # UTF-16 without a mark, ISO 2022
    if not passes_for_utf_8:
        yield "utf-8"
    guess = chardet.detect(content, encoding_era=EncodingEra.MODERN_WEB, prefer_superset=True)
    if guess["encoding"] and guess["confidence"] >= _LEAST_CONFIDENCE:
        yield guess["encoding"]
    if not passes_for_utf_8:
        yield "cp1252"


def _looks_written(text: str) -> bool:
    return "\0" not in text and len(_CONTROLS.findall(text)) <= len(text) * _MOST_CONTROLS


def _paragraphs(text: str) -> list[str]:
    """One paragraph a line: lines that were broken at a fixed width are joined again."""
    blocks = [[line.strip() for line in block.splitlines()] for block in re.split(r"\n\s*\n", text.strip())]
    width = max((len(line) for block in blocks for line in block), default=0)
    if len(blocks) > 1 and width in _WRAPS and _is_wrapped(blocks, width):
        return [line for block in blocks for line in _joined(block, width)]
    return [line for block in blocks for line in block if line]


def _is_wrapped(blocks: list[list[str]], width: int) -> bool:
    """Whether most lines that have another below them are about as long as the widest, and break off in a sentence."""
    broken = [before for block in blocks for before in block[:-1]]
    like = [line for line in broken if len(line) >= width - _RAGGED and not line.endswith(_CLOSED)]
    return len(like) * 2 > len(broken)


def _joined(block: list[str], width: int) -> list[str]:
    """A line goes on in the next one when that one's first word would not have fitted on it."""
    paragraphs = [block[0]]
    for before, line in pairwise(block):
        if len(before) + 1 + len(line.split(maxsplit=1)[0]) > width:
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
    return paragraphs


FORMAT = Format("plain text", (".txt", ".text"), _recognises, _read, bears_mark=False)

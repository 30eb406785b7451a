"""Plain text in any usual encoding, one paragraph a line or broken at a fixed width."""

from analysis.readers.encodings import decoded, legible
from analysis.readers.formats import Format
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import NotReadable
from analysis.readers.unreadable import is_markup
from analysis.readers.wrapping import paragraphs


def _recognises(content: bytes) -> bool:
    return not is_markup(content) and decoded(content) is not None


def _read(content: bytes, filename: str) -> ReadText:
    text = decoded(content)
    if text is None:
        raise NotReadable(filename, found="not text", readable="a text file")
    return ReadText("\n".join(paragraphs(legible(text))))


FORMAT = Format("plain text", (".txt", ".text"), _recognises, _read, bears_mark=False)

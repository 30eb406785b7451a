"""Rich text (.rtf) of word processors and mail programs: its words, without headers, pictures and field codes."""

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from analysis.readers.encodings import legible
from analysis.readers.formats import Format
from analysis.readers.properties import author_of
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import Damaged, NestedTooDeep, TooDemanding

_NAME = "a rich text (RTF) document"
_MARK = b"{\\rtf"
_PICTURE = re.compile(rb"[0-9a-fA-F\s]{200,}+")  # pictures and objects, in hexadecimal digits
_BRACES = re.compile(rb"\\[\\{}]|[{}]")  # those with a backslash before them are text
_MOST_CODES = 1_000_000  # half a million letters, each written as a code, and as many codes for how they look
_MOST_BYTES = 3_000_000  # of what is left without codes and pictures, letters and the names of styles
_CODES = re.compile(rb"\\(?:[a-z]+-?\d* ?|'..)", re.I)
_STEPS = {b"{": 1, b"}": -1}
_MOST_DEEP = 1_000
_DELETED = re.compile(rb"\{[^{}]*?\\deleted\b(?!0)[^{}]*\}")  # text struck out by a tracked change
_HIDDEN = re.compile(rb"\{(?:\\(?!v0)[a-z]+-?\d*\s*)*\\v(?![a-z0-9])[^{}]*\}")
_BINARY = re.compile(rb"\\bin(\d{0,9}) ?")  # so many bytes of a picture follow as they are, braces among them
_FOOTNOTE = re.compile(rb"\{(?:\\\*)?\\footnote(?![a-z])")
_BLANKS = re.compile(r"[ \t\xa0]+")
_AUTHOR = re.compile(rb"\{\\author ([^{}\\]{3,80})\}")


def _recognises(content: bytes) -> bool:
    return content.lstrip().startswith(_MARK)


def _read(content: bytes, filename: str) -> ReadText:
    content = _PICTURE.sub(b"", b"".join(_without_binary(content.lstrip())))
    _check_amount(content, filename)
    text = "\n".join(_text(document, filename) for document in _documents(content, filename))
    author = _AUTHOR.search(content)
    lines = (_BLANKS.sub(" ", line).strip() for line in legible(text).split("\n"))
    return ReadText(
        body="\n".join(line for line in lines if line.strip("| ")),
        author=author_of(author[1].decode("cp1252", "ignore")) if author else "",
    )


def _without_binary(content: bytes) -> Iterator[bytes]:
    began = 0
    for binary in _BINARY.finditer(content):
        if binary.start() >= began:
            yield content[began : binary.start()]
            began = binary.end() + int(binary[1] or 0)
    yield content[began:]


def _check_amount(content: bytes, filename: str) -> None:
    """The parser goes from code to code and from letter to letter: what has too many is refused beforehand."""
    if content.count(b"\\") + content.count(b"{") > _MOST_CODES or len(_CODES.sub(b"", content)) > _MOST_BYTES:
        raise TooDemanding(filename)


def _documents(content: bytes, filename: str) -> Iterator[bytes]:
    """The document, and any that a careless export hung on behind it, with the words between them.

    Groups must close (a file that breaks off leaves them open) and not nest like a bomb.
    """
    depth = began = 0
    for brace in _BRACES.finditer(content):
        depth += _STEPS.get(brace[0], 0)
        if depth > _MOST_DEEP:
            raise NestedTooDeep(filename, most=str(_MOST_DEEP))
        if depth == 0 and brace[0] == b"}":
            yield content[began : brace.end()]
            began = brace.end()
            if _MARK not in content[began:]:
                return
    raise Damaged(filename, named=_NAME)


def _text(document: bytes, filename: str) -> str:
    document = _with_notes_below(_DELETED.sub(b"", _HIDDEN.sub(b"", document)))
    between, mark, rest = document.partition(_MARK)
    try:
        text: str = rtf_to_text((mark + rest).decode("latin-1"), encoding="cp1252", errors="replace")
    except (IndexError, KeyError, LookupError, ValueError, RecursionError) as error:
        raise Damaged(filename, named=_NAME) from error
    return between.decode("cp1252", "replace") + text


def _with_notes_below(document: bytes) -> bytes:
    """Footnotes stand in the midst of the sentence that they belong to: they are read behind the text, as in Word."""
    depth = outside = began = 0
    text, notes = [], []
    for brace in _BRACES.finditer(document):
        depth += _STEPS.get(brace[0], 0)
        note = _FOOTNOTE.match(document, brace.start()) if not outside else None
        if note:
            text.append(document[began : note.start()] + b"{}")  # so that the blank behind it is no code's end
            outside, began = depth, note.end()
        elif outside and depth < outside:
            notes.append(rb"\par {" + document[began : brace.start()] + b"}")
            outside, began = 0, brace.end()
    return b"".join((*text, document[began:-1], *notes, document[-1:])) if notes else document


FORMAT = Format(_NAME, (".rtf",), _recognises, _read)

"""Word documents (.docx): paragraphs, headings, lists, tables and notes, with tracked changes as if accepted."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

import mammoth.docx
from mammoth.documents import Break, Document, Element, NoteReference, Paragraph, Tab, Text
from mammoth.transforms import get_descendants_of_type

from analysis.readers.formats import Format
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import Damaged, PasswordProtected, SwellsWhenOpened, TooDemanding

_NAME = "a Word document"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")  # ECMA-376 agile encryption, [MS-OFFCRYPTO] 2.3.4.4
_ENCRYPTED_FLAG = 0x1  # of a zip member's general purpose flags
_MOST_UNPACKED_BYTES = 50_000_000
_MOST_SWELLING = 200  # times the file; text packs about 10 times, a bomb 1,000 times
_HEADLINE_STYLES = ("title", "headline", "heading 1")
_STANDFIRST_STYLES = ("subtitle", "standfirst")


def _recognises(content: bytes) -> bool:
    if content.startswith(_ZIP):
        return b"word/" in content or (b"[Content_Types].xml" in content and not is_zipfile(BytesIO(content)))
    return _is_locked(content)


def _read(content: bytes, filename: str) -> ReadText:
    if _is_locked(content):
        raise PasswordProtected(filename)
    _check_members(_members(content, filename), len(content), filename)
    return _as_text(_opened(content, filename))


def _is_locked(content: bytes) -> bool:
    return content.startswith(_OLE) and _LOCKED_PART in content


def _members(content: bytes, filename: str) -> list[ZipInfo]:
    try:
        return ZipFile(BytesIO(content)).infolist()
    except (BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
        raise Damaged(filename, named=_NAME) from error


def _check_members(members: list[ZipInfo], packed_bytes: int, filename: str) -> None:
    """Refuse by what the archive declares, before anything of it is unpacked: zipfile reads no more than that."""
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise PasswordProtected(filename)
    unpacked = sum(member.file_size for member in members)
    most = min(_MOST_UNPACKED_BYTES, _MOST_SWELLING * packed_bytes)
    if unpacked > most:
        raise SwellsWhenOpened(filename, unpacked=_megabytes(unpacked), most=_megabytes(most))


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:,.1f} MB"


def _opened(content: bytes, filename: str) -> Document:
    try:
        return mammoth.docx.read(BytesIO(content)).value
    except (MemoryError, RecursionError) as error:
        raise TooDemanding(filename) from error
    except Exception as error:  # mammoth checks nothing: a broken file ends in any error of any library below it
        raise Damaged(filename, named=_NAME) from error


def _as_text(document: Document) -> ReadText:
    paragraphs = _paragraphs(document)
    headline = _styled(paragraphs[:1], _HEADLINE_STYLES)
    standfirst = _styled(paragraphs[1:2], _STANDFIRST_STYLES) if headline else ""
    taken = bool(headline) + bool(standfirst)
    return ReadText(
        body="\n".join(paragraph.line for paragraph in paragraphs[taken:]),
        headline=headline,
        standfirst=standfirst,
        notes=_notes(document),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    line: str
    style: str


def _paragraphs(document: Document) -> list[_Line]:
    """Those of the text, then those of its footnotes and endnotes."""
    references = get_descendants_of_type(document, NoteReference)
    notes = [part for reference in references for part in document.notes.resolve(reference).body]
    found = get_descendants_of_type(document, Paragraph) + [part for part in notes if isinstance(part, Paragraph)]
    return [
        _Line(line.strip(), (paragraph.style_name or "").lower())
        for paragraph in found
        for line in _words(paragraph).split("\n")
        if line.strip()
    ]


def _words(element: Element) -> str:
    """The text inside; a line break by hand ends a paragraph here."""
    if isinstance(element, Text):
        return str(element.value)
    if isinstance(element, Tab):
        return "\t"
    if isinstance(element, Break):
        return "\n"
    return "".join(_words(child) for child in getattr(element, "children", ()) if not isinstance(child, Paragraph))


def _styled(paragraphs: list[_Line], styles: tuple[str, ...]) -> str:
    return next((paragraph.line for paragraph in paragraphs if paragraph.style in styles), "")


def _notes(document: Document) -> tuple[str, ...]:
    if not document.comments:
        return ()
    return (f"Comments in the margin were left out: {len(document.comments)}.",)


FORMAT = Format(_NAME, (".docx", ".docm"), _recognises, _read)

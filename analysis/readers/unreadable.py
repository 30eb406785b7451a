"""Names for content that has no reader: "a picture", "a program", so that a refusal says what was handed in."""

import mimetypes
import re
from pathlib import PurePath

from analysis.readers.encodings import UTF_16_MARKS

UNKNOWN = "not text"

_MAIL = re.compile(rb"(from \S+@|(received|return-path|mime-version|delivered-to|content-type): )", re.I)
# Formats that would pass for plain text and show their codes to the reader.
_MARKUP = {
    re.compile(rb"%PDF-"): "a PDF document",
    re.compile(rb"\{\\rtf"): "a rich text (RTF) document",
    re.compile(rb"\s*<(!doctype html|html)", re.I): "a web page",
    re.compile(rb"(\xef\xbb\xbf)?\s*<[?!a-zA-Z]"): "an XML document",
    re.compile(rb"(\xef\xbb\xbf)?\s*\{\s*\""): "a JSON document",
    _MAIL: "an email",
}
# By media type; the first pattern that matches what puremagic says.
_BINARY = {
    "image/": "a picture",
    "audio/": "a sound recording",
    "video/": "a video",
    "application/pdf": "a PDF document",
    "portable-executable": "a program",
    "application/msword": "an old Office document from before 2007",
    "gzip": "an archive of files",
    "x-tar": "an archive of files",
    "compress": "an archive of files",
    "sqlite": "a database",
}
# Archives by the folder or part that each of these keeps in it: their names stand in them unpacked.
_ZIP = b"PK\x03\x04"
_ARCHIVES = {
    b"xl/": "an Excel workbook",
    b"ppt/": "a PowerPoint presentation",
    b"opendocument": "an OpenDocument file",
    b"": "an archive of files",
}
# Programs of Windows, Linux and macOS, of which puremagic is not sure.
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
_OPENING_BYTES = 64_000  # puremagic searches all that it is given


def is_markup(content: bytes) -> bool:
    """Whether this is written in characters, but not for people."""
    opening = content[:_OPENING_BYTES]
    if opening.startswith(UTF_16_MARKS):
        opening = opening.decode("utf-16", "ignore").encode()
    return any(mark.match(opening) for mark in _MARKUP)


def is_mail(content: bytes) -> bool:
    """Whether it begins with a line that mail servers write, and nobody else."""
    return bool(_MAIL.match(content))


def description(content: bytes) -> str:
    """What the content is, to be read after "it is"."""
    for mark, name in _MARKUP.items():
        if mark.match(content):
            return name
    if content.startswith(_PROGRAMS):
        return "a program"
    if content.startswith(_ZIP):
        return next(name for part, name in _ARCHIVES.items() if part in content)
    types = _media_types(content)
    return next((name for part, name in _BINARY.items() if any(part in kind for kind in types)), UNKNOWN)


def is_named_like_text(filename: str) -> bool:
    """Whether a plain text may bear this name: no suffix of pictures, programs or other programs' documents."""
    kind, _ = mimetypes.MimeTypes().guess_type(PurePath(filename).name)
    return kind is None or kind.startswith(("text/", "message/")) or kind in ("application/json", "application/xml")


def _media_types(content: bytes) -> list[str]:
    import puremagic  # here: each file is read by a process that would load it first

    try:
        matches = puremagic.magic_string(content[:_OPENING_BYTES])
    except (puremagic.PureError, ValueError):
        return []
    return [match.mime_type for match in matches[:3]]

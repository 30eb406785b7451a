"""Emails (.eml): the message as one text, and every attachment that can be read as a file of its own."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from functools import lru_cache

from analysis.readers import unreadable
from analysis.readers.bylines import is_name
from analysis.readers.correspondence import copy_of
from analysis.readers.formats import Format, formats
from analysis.readers.messages import content_of, copy_lines, is_encrypted
from analysis.readers.read_text import Enclosed, ReadText
from analysis.readers.refusals import NestedTooDeep, Refused, TooDemanding, WithoutText

_NAME = "an email"
_OPENING_BYTES = 65_536
_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:")
_KNOWN = frozenset(
    b"from to cc subject date message-id received return-path mime-version content-type delivered-to reply-to sender"
    b" content-transfer-encoding x-mailer dkim-signature".split()
)
_BETWEEN_HEADERS = (b" ", b"\t", b"From ", b">From ")  # a header that goes on, and the marks of a mailbox
_TELLING = frozenset(b"from received message-id mime-version content-type return-path delivered-to".split())
_PREFIXES = re.compile(r"^(?:\s*\[?(?:re|fwd?|aw|wg|tr)\s*:\s*)+|(?<=\w)\]$", re.I)
_MAILS = ("message/rfc822", "message/news")
_MOST_ENCLOSED = 20
_MOST_PARTS = 500
_MOST_DEEP = 50
_MOST_BOUNDARIES = 5_000
_BOUNDARIES = re.compile(rb"^content-type:\s*multipart/", re.I | re.M)
_LONGEST_HEADER = 2_000  # characters; the parser's time grows with the square of them
_INSTEAD = "Hand in its attachment, or paste the text."
_DECRYPT = "Decrypt it first, or paste the text."
# Parsing asks for the same header again and again, and a mail of many parts has no time for that.
_POLICY = default.clone(header_factory=lru_cache(maxsize=1_000)(default.header_factory))


def _recognises(content: bytes) -> bool:
    """A head of header lines, two of them known ones and one that no story would begin with."""
    names = _header_names(content)
    return (len(names & _KNOWN) >= 2 and bool(names & _TELLING)) or unreadable.is_mail(_without_mark(content))


def _without_mark(content: bytes) -> bytes:
    return content.removeprefix(BOM_UTF8).lstrip()


def _header_names(content: bytes) -> frozenset[bytes]:
    lines = _without_mark(content[:_OPENING_BYTES]).splitlines()
    names: set[bytes] = set()
    for line in lines:
        header = _HEADER.match(line)
        if header:
            names.add(header[1].lower())
        elif not line.startswith(_BETWEEN_HEADERS):
            break
    return frozenset(names)


def _read(content: bytes, filename: str) -> ReadText:
    if len(_BOUNDARIES.findall(content)) > _MOST_DEEP:
        raise NestedTooDeep(filename, most=str(_MOST_DEEP))
    if content.count(b"\n--") > _MOST_BOUNDARIES:
        raise TooDemanding(filename)
    message = _parsed(content, filename)
    parts = list(_parts(message))[:_MOST_PARTS]
    lines = copy_lines(message, filename)
    if is_encrypted(message, lines):
        raise WithoutText(filename, found="an encrypted email", instead=_DECRYPT)
    copy = copy_of(lines, subject=_header(message, "Subject"))
    enclosed, left_out = _attachments(parts)
    if not copy.lines and not enclosed:
        raise WithoutText(filename, found="an email without words", instead=_INSTEAD)
    if not copy.lines:
        attached = _only_attachments(enclosed, left_out, filename)
        return replace(attached, notes=(*attached.notes, *_breaks(message)))
    return ReadText(
        body="\n".join(copy.lines),
        dated=_dated(message),
        title=_PREFIXES.sub("", _header(message, "Subject")),
        author=_sender(message),
        notes=(*copy.remarks, *_breaks(message), *_remarks(enclosed, left_out)),
        enclosed=tuple(enclosed),
    )


def _parsed(content: bytes, filename: str) -> EmailMessage:
    try:
        return message_from_bytes(_without_mark(content), policy=_POLICY)
    except RecursionError as error:
        raise NestedTooDeep(filename, most=str(_MOST_DEEP)) from error


def _only_attachments(enclosed: list[Enclosed], left_out: list[str], filename: str) -> ReadText:
    """A mail that says nothing is the first of its attachments that says something."""
    read = ((file, text) for file in enclosed if (text := _attached(file)))
    file, text = next(read, (None, None))
    if file is None or text is None:
        raise WithoutText(filename, found="an email without words", instead=_INSTEAD)
    opened = f"The email itself is empty: its attachment “{file.filename}” was read."
    rest = [other for other in enclosed if other is not file]
    return replace(text, notes=(opened, *text.notes, *_remarks(rest, left_out)), enclosed=tuple(rest))


def _attached(file: Enclosed) -> ReadText | None:
    form = next(form for form in formats() if form.recognises(file.content))
    try:
        text = form.read(file.content, file.filename)
    except Refused:
        return None
    return text if text.body or text.headline else None


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """All parts but those inside of attached messages, which are files of their own."""
    if not message.is_multipart() or message.get_content_type().startswith("message/"):
        yield message
        return
    for part in message.iter_parts():
        yield from _parts(part) if isinstance(part, EmailMessage) else ()


def _attachments(parts: list[EmailMessage]) -> tuple[list[Enclosed], list[str]]:
    """Those that can be read, and for those that cannot what they are."""
    enclosed: list[Enclosed] = []
    left_out: list[str] = []
    for number, part in enumerate(parts, 1):
        name = part.get_filename() or ""
        is_mail = part.get_content_type() in _MAILS
        if not name and not is_mail and part.get_content_disposition() != "attachment":
            continue
        content = content_of(part)
        name = " ".join(name.split()) or (f"Forwarded {number}.eml" if is_mail else f"Attachment {number}")
        if len(enclosed) < _MOST_ENCLOSED and content.strip() and _is_readable(content):
            enclosed.append(Enclosed(name, content))
        else:
            left_out.append(f"“{name}” ({unreadable.description(content)})")
    return enclosed, left_out


def _breaks(message: EmailMessage) -> Iterator[str]:
    """A mail in parts says where the last one ends: one that does not is no longer whole."""
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        yield "The email breaks off: its end is missing."


def _is_readable(content: bytes) -> bool:
    return any(form.recognises(content) for form in formats())


def _remarks(enclosed: list[Enclosed], left_out: list[str]) -> Iterator[str]:
    if enclosed:
        names = ", ".join(f"“{file.filename}”" for file in enclosed)
        yield f"The email has attachments that were handed in as files of their own: {names}."
    if left_out:
        yield f"Attachments that can’t be read were left out: {', '.join(left_out)}."


def _header(message: EmailMessage, name: str) -> str:
    written = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    try:
        return " ".join(str(default.header_factory(name, str(written)[:_LONGEST_HEADER])).split())
    except (ValueError, IndexError, AttributeError, LookupError):  # the parser stumbles over broken headers
        return ""


def _sender(message: EmailMessage) -> str:
    name, _ = parseaddr(_header(message, "From"))
    last, comma, first = name.partition(", ")
    name = f"{first} {last}" if comma and "," not in first else name
    return name if is_name(name) else ""


def _dated(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date()
    except (ValueError, TypeError, IndexError):
        return None


FORMAT = Format(_NAME, (".eml",), _recognises, _read)

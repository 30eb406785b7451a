"""The words of an email: which of its parts are copy, in which form, and what a mailer put around them."""

import re
from email.message import EmailMessage

from analysis.readers.encodings import decoded, legible
from analysis.readers.markup import html_root, paragraphs_of
from analysis.readers.wrapping import paragraphs

_PLAIN = {"text/plain", "text/markdown", "text/x-markdown"}
_PAGE = "text/html"
_IN_PARTS = "multipart/"
_SIGNATURE = re.compile(r"^-- ?$", re.M)  # RFC 3676, 4.3
_LIST_FOOTER = re.compile(r"\s*_{20,}\s*$", re.M)  # Mailman's, a part of its own behind the copy
_SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[\w-]+: .*\n)*\n", re.M)  # RFC 9580, 7
_SEAL = re.compile(r"^-----BEGIN PGP SIGNATURE-----.*?(?:-----END PGP SIGNATURE-----|\Z)", re.M | re.S)
_UUENCODED = re.compile(r"^begin [0-7]{3} .*?^end$", re.M | re.S)  # a file within the text, as mailers once sent it
_CODED_END = "\nend\n"
_BOUNDARY = re.compile(r"^--[^\s].*\n(?:[\w-]+:.*\n(?:[ \t].*\n)*)*", re.M)
_ENCRYPTED = "-----BEGIN PGP MESSAGE-----"
_SEALED = {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}


def copy_lines(message: EmailMessage, filename: str) -> list[str]:
    """Its own words over all its parts, without files, signatures and the messages that it encloses."""
    return [] if message.is_attachment() else _lines(message, filename)


def is_encrypted(message: EmailMessage, lines: list[str]) -> bool:
    """Whether its words are there for those alone who have the key; `lines` are those that were found."""
    return message.get_content_type() in _SEALED or bool(lines and lines[0] == _ENCRYPTED)


def content_of(part: EmailMessage) -> bytes:
    """A part's bytes, as they were before they were encoded for the way; empty where that fails."""
    if part.get_content_type().startswith("message/") and part.is_multipart():
        return b"\n".join(inner.as_bytes() for inner in part.get_payload() if isinstance(inner, EmailMessage))
    try:
        content = part.get_payload(decode=True)
    except (ValueError, AssertionError, LookupError):
        return b""
    return content if isinstance(content, bytes) else b""


def _lines(part: EmailMessage, filename: str) -> list[str]:
    kind = part.get_content_type()
    if kind.startswith(_IN_PARTS):
        return _lines_of_parts(part, filename) if part.is_multipart() else _lines_of_wreck(part)
    if kind == _PAGE:
        return _lines_of_page(legible(_text(part)), filename)
    return _lines_of_plain(part) if kind in _PLAIN else []


def _lines_of_parts(message: EmailMessage, filename: str) -> list[str]:
    """Copy may go on behind a picture; of forms of the same words the first is taken, which is the plainest."""
    inner = [part for part in message.iter_parts() if isinstance(part, EmailMessage) and not _is_file(part)]
    found = (lines for part in inner if (lines := _lines(part, filename)))
    if message.get_content_type() in ("multipart/alternative", "multipart/related"):
        return next(found, [])
    return [line for lines in found for line in lines]


def _is_file(part: EmailMessage) -> bool:
    return part.is_attachment() or bool(part.get_filename())


def _lines_of_wreck(message: EmailMessage) -> list[str]:
    """What calls itself several parts and is one text, or has parts that its boundary does not divide."""
    return paragraphs(legible(_BOUNDARY.sub("", _text(message)))) if _text(message).strip() else []


def _lines_of_plain(part: EmailMessage) -> list[str]:
    text = _without_coded_files(legible(_text(part)).replace("\r\n", "\n"))
    if _LIST_FOOTER.match(text):
        return []
    if _SIGNED.search(text):
        text = re.sub(r"^- ", "", _SEAL.sub("", _SIGNED.sub("", text)), flags=re.M)
    text = _SIGNATURE.split(text, maxsplit=1)[0]
    if part.get_param("format", "") == "flowed":
        text = _flowed(text, joined="" if part.get_param("delsp", "") == "yes" else " ")
    return paragraphs(text) if text.strip() else []


def _without_coded_files(text: str) -> str:
    """Looked for no further than the last end: otherwise each of many beginnings searches all of the text."""
    last = f"{text}\n".rfind(_CODED_END) + len(_CODED_END)
    return text if last < len(_CODED_END) else _UUENCODED.sub("", text[:last]) + text[last:]


def _flowed(text: str, *, joined: str) -> str:
    """A line that ends in a blank goes on in the next one (RFC 3676, 4.1 and 4.2)."""
    unstuffed = re.sub(r"^ ", "", text, flags=re.M)
    return re.sub(r"(?<=\S) \n(?=[^\n>])", joined, unstuffed)


def _lines_of_page(text: str, filename: str) -> list[str]:
    root = html_root(text, filename) if text.strip() else None
    return [] if root is None else paragraphs_of(root)


def _text(part: EmailMessage) -> str:
    """Its words, whatever encoding it claims."""
    content = content_of(part)
    charset = part.get_content_charset() or "ascii"
    try:
        return content.decode(charset)
    except (LookupError, UnicodeDecodeError, ValueError):
        return decoded(content) or content.decode("cp1252", "replace")

"""Text in any usual encoding: byte order mark, strict UTF-8, what chardet hears, Windows-1252."""

import codecs
import re
from collections.abc import Iterator

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

_WESTERN = {"cp1252", "windows-1252", "iso-8859-1", "iso-8859-15", "ascii"}
# Older systems' bytes read as Windows-1252 give capitals within words ("councilÕs", "cafŽ"), an Ò before a quotation,
# an Ñ for a dash, and ISO 8859-15's euro as the sign of no currency.
_ODD = re.compile(r"(?<=[a-z])[À-ÖØ-ÞŠŽŸ]|(?<!\w)Ò(?=\w)|(?<!\w)[ÐÑ](?!\w)|¤(?=\s?\d)")
_OLDER = ("mac_roman", "iso8859-15")
_LAST_RESORT = "cp850"  # of DOS, for the languages of the west alone
_MOST_ACCENTS = 0.1  # of the letters of one of those

# Windows-1252 read as Latin-1 somewhere upstream leaves C1 controls where quote marks were (WHATWG maps them so too).
_QUOTES_GONE_WRONG = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}

# UTF-8 read as Windows-1252 and written as UTF-8 once more: a quote mark of three signs, which nobody types, tells.
_TWICE_ENCODED = "â€"
_TWICE = re.compile(
    r"â€.|[ÂÃ][\u00a0-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)


def decoded(content: bytes) -> str | None:
    """The text in whatever encoding, or None where no encoding makes text of it."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if encoding.lower() in _WESTERN:
            text = _least_odd(text, content)
        if encoding == _LAST_RESORT and sum(not letter.isascii() for letter in text) > _MOST_ACCENTS * len(text):
            return None
        return text if _looks_written(text) else None
    return None


def legible(text: str) -> str:
    """Without control characters, and with the quote marks that went wrong upstream."""
    if _TWICE_ENCODED in text:
        text = _TWICE.sub(_once_encoded, text)
    return _CONTROLS.sub("", text.translate(_QUOTES_GONE_WRONG)).replace("\ufeff", "")


def _once_encoded(found: re.Match[str]) -> str:
    signs = (sign.encode("cp1252" if ord(sign) > 0xFF else "latin-1", "ignore") for sign in found[0])
    try:
        return b"".join(signs).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _encodings(content: bytes) -> Iterator[str]:
    """What to try, likeliest first; chardet is asked only when UTF-8 failed, because it takes its time."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            yield encoding
            return
    passes_for_utf_8 = b"\0" in content or b"\x1b" in content  # UTF-16 without a mark, ISO 2022
    if not passes_for_utf_8:
        yield "utf-8"
    import chardet  # here: nearly all files are UTF-8, and each is read by a process that would load it first
    from chardet import EncodingEra

    guess = chardet.detect(content, encoding_era=EncodingEra.MODERN_WEB, prefer_superset=True)
    if guess["encoding"] and guess["confidence"] >= _LEAST_CONFIDENCE:
        yield guess["encoding"]
    if not passes_for_utf_8:
        yield "cp1252"
        yield _LAST_RESORT


def _least_odd(text: str, content: bytes) -> str:
    """The same bytes as an older Mac or the Latin alphabet number 9 would read them, where that makes better words."""
    if not _ODD.search(text):
        return text
    readings = [text, *(content.decode(encoding) for encoding in _OLDER)]
    return min(readings, key=lambda reading: len(_ODD.findall(reading)))


def _looks_written(text: str) -> bool:
    return "\0" not in text and len(_CONTROLS.findall(text)) <= len(text) * _MOST_CONTROLS

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
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What desks save their copy in. chardet knows fifty more, which it takes these for.
_OTHER_LETTERS = (
    "cp1251", "koi8-r", "koi8-u", "iso8859-5", "mac-cyrillic", "cp1253", "iso8859-7", "cp1255", "cp1256", "iso8859-6",
    "cp866", "cp874",
)  # fmt: skip
_LATIN = ("cp1252", "mac-roman", "cp850", "cp1250", "iso8859-2", "cp1254", "cp1257", "cp1258")
_EASTERN = ("gb18030", "big5hkscs", "cp932", "euc_jis_2004", "cp949", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_kr")
_WIDE = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
_USUAL = (*_OTHER_LETTERS, *_LATIN, *_EASTERN, *_WIDE)
_LEAST_CONFIDENCE = 0.1  # where a byte is a letter: below it chardet 7 hears Czech in English with an accent
_LEAST_OTHER_LETTERS = 0.3  # of all letters, for a language that is written in other ones
_MOST_CONTROLS = 0.01  # of all characters; wire copy has a few, a picture one in ten
_TERMINAL = re.compile(r"\x1b\[[0-9;]*[mK]")  # ECMA-48: what switches colours, and clears the rest of a line
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

_WESTERN = "cp1252"
# Older systems' bytes read as Windows-1252 give capitals within words ("councilÕs", "cafŽ"), an Ò before a quotation,
# an Ñ for a dash, ISO 8859-15's euro as the sign of no currency; as DOS's, a Mac's apostrophe as an ı without dot.
_ODD = re.compile(r"ı|(?<=[a-z])[À-ÖØ-ÞŠŽŸ]|(?<!\w)Ò(?=\w)|(?<!\w)[ÐÑ](?!\w)|¤(?=\s?\d)")
_OLDER = ("mac-roman", "iso8859-15")
_LAST_RESORT = "cp850"  # of DOS, for the languages of the west alone
_MOST_ACCENTS = 0.1  # of the letters of one of those

# Windows-1252 read as Latin-1 somewhere upstream leaves C1 controls where quote marks were (WHATWG maps them so too).
_QUOTES_GONE_WRONG = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8), "•")  # Word's, by their places in the fonts Symbol and Wingdings
_GONE_WRONG = _QUOTES_GONE_WRONG | _BULLETS

# UTF-8 read as Windows-1252 and written as UTF-8 once more: a quote mark of three signs, which nobody types, tells.
_TWICE_ENCODED = "â€"
_TWICE = re.compile(
    r"â€.|[ÂÃ][\u00a0-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)


# UTF-16 without its mark: no other encoding has these bytes in text, and East Asian copy is written in these signs.
_UTF_16_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_EASTERN_SIGNS = re.compile(r"[\s!-~\u2010-\u203b\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f]")
_EASTERN_SAMPLE = 20_000  # bytes
_LEAST_EASTERN = 0.95  # of all signs; with the two bytes of each exchanged it is a third


def decoded(content: bytes) -> str | None:
    """The text in whatever encoding, or None where no encoding makes text of it."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if encoding in (_WESTERN, _LAST_RESORT):
            text = _least_odd(text, content)
        if encoding == _LAST_RESORT and sum(map(_is_accented, text)) > _MOST_ACCENTS * len(text):
            return None
        return text if _looks_written(text) else None
    return None


def legible(text: str) -> str:
    """Without control characters and a terminal's colours, and with the quote marks that went wrong upstream."""
    if _TWICE_ENCODED in text:
        text = _TWICE.sub(_once_encoded, text)
    text = _TERMINAL.sub("", text)
    return _CONTROLS.sub("", text.translate(_GONE_WRONG)).replace("\ufeff", "")


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
    if not _passes_for_utf_8(content):
        yield "utf-8"
    if heard := _heard(content):
        yield heard
    if _UTF_16_BYTES.search(content):
        yield from (encoding for encoding in ("utf-16-le", "utf-16-be") if _is_eastern(content, encoding))
    if b"\0" not in content:
        yield from ("utf-8", _WESTERN, _LAST_RESORT)


def _passes_for_utf_8(content: bytes) -> bool:
    """UTF-16 without a mark, and ISO 2022, whose letters are ASCII's behind an escape."""
    return b"\0" in content or (b"\x1b" in content and content.isascii())


def _heard(content: bytes) -> str | None:
    """The encoding that makes words of a language; None where too little is heard to tell, and for English.

    English has so few accents that it is known by its odd marks below, and not by how often letters stand in it.
    """
    import chardet  # here: nearly all files are UTF-8, and each is read by a process that would load it first

    guess = chardet.detect(content, include_encodings=_USUAL, compat_names=False)
    encoding = guess["encoding"]
    is_of_bytes = encoding in _LATIN or encoding in _OTHER_LETTERS
    if is_of_bytes and (guess["language"] == "en" or guess["confidence"] < _LEAST_CONFIDENCE):
        return None
    return encoding if encoding not in _OTHER_LETTERS or _is_in_other_letters(content) else None


def _is_in_other_letters(content: bytes) -> bool:
    other = sum(byte >= 0x80 for byte in content)
    return other >= _LEAST_OTHER_LETTERS * (other + sum(bytes([byte]).isalpha() for byte in content))


def _is_eastern(content: bytes, encoding: str) -> bool:
    text = content[:_EASTERN_SAMPLE].decode(encoding, "replace")
    return len(_EASTERN_SIGNS.findall(text)) >= _LEAST_EASTERN * len(text)


def _least_odd(text: str, content: bytes) -> str:
    """The same bytes as an older Mac or the Latin alphabet number 9 would read them, where that makes better words."""
    if not _ODD.search(text):
        return text
    readings = [text, *(content.decode(encoding) for encoding in _OLDER)]
    return min(readings, key=lambda reading: len(_ODD.findall(reading)))


def _is_accented(sign: str) -> bool:
    return sign.isalpha() and not sign.isascii()


def _looks_written(text: str) -> bool:
    without_colours = _TERMINAL.sub("", text)
    return "\0" not in text and len(_CONTROLS.findall(without_colours)) <= len(text) * _MOST_CONTROLS

"""The one text of a draft that is hashed, analysed, shown and signed."""

import hashlib
import re
from dataclasses import dataclass
from itertools import accumulate

# A database can't keep NUL, and a byte order mark inside a text is an accident.
_NEVER_WRITTEN = re.compile("[\x00\ufeff]")


@dataclass(frozen=True, slots=True)
class Canonical:
    """`sections` are [name, start, end] in code points of `text`, end not included."""

    text: str
    sections: list[tuple[str, int, int]]
    sha256: str


def canonical(*, headline: str, body: str) -> Canonical:
    """Headline first, one paragraph a line: blanks at the ends of lines and empty lines never make another text."""
    named = [("headline", " ".join(_paragraphs(headline))), ("body", "\n".join(_paragraphs(body)))]
    filled = [(name, words) for name, words in named if words]
    text = "\n".join(words for _, words in filled)
    ends = accumulate((len(words) + 1 for _, words in filled), initial=0)
    sections = [(name, start, start + len(words)) for (name, words), start in zip(filled, ends, strict=False)]
    return Canonical(text, sections, sha256_of(text))


def sha256_of(text: str) -> str:
    """What a signature is bound to."""
    return hashlib.sha256(text.encode()).hexdigest()


def _paragraphs(text: str) -> list[str]:
    lines = (line.strip() for line in _NEVER_WRITTEN.sub("", text).splitlines())
    return [line for line in lines if line]

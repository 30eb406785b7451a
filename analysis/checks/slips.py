"""A slip of the keyboard that every reader sees.

Catches "a" before a vowel sound and "an" before none ("a education", "an bridge"), and a word written twice ("the
the").
Ignores letters and figures read aloud ("an MP", "a £8 fare"), words whose first letter is not their sound ("a
university", "an hour"), "had had" and "that that", and what is quoted from a text.
"""

import re
from collections.abc import Iterator

from analysis.comparing.sides import Side
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark
from analysis.spans import Span

ARTICLE = re.compile(r"(?<![\w’'.&-])(?P<article>[Aa]n?) (?P<word>[a-z]{3,})\b(?![.’'])")
VOWELS = tuple("aeiou")
NO_VOWEL_SOUND = re.compile(
    r"(?:eu|ew|uni(?!n|m)|unan|u[bst][aeiu]|ur[aeiou]n|uke|util|ufo|utopia|oui|one(?!r)|once|usu)"
)
VOWEL_SOUND = re.compile(r"(?:hour|honest|hono|heir|herb|homage|historic|hotel|hyst|habit|hallucin|horrif)")
TWICE = re.compile(
    r"(?<![\w’'.-])(?P<word>the|a|an|of|to|in|and|for|with|at|by|from|on|was|is|were|are|has|be) (?P=word)(?![\w’'-])"
)
WHY = "Readers trust a text less for each slip that they see."


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    for match in ARTICLE.finditer(document.text):
        if right := _other_article(match["article"], match["word"]):
            yield _finding(match, f"“{match[0]}” should be “{right} {match['word']}”.")
    for match in TWICE.finditer(document.text):
        yield _finding(match, f"“{match['word']}” stands twice.")


def _other_article(article: str, word: str) -> str | None:
    """The article that the word takes, where it is not this one; some words with an h take either."""
    if VOWEL_SOUND.match(word):
        return None
    sounds = word.startswith(VOWELS) and not NO_VOWEL_SOUND.match(word)
    if sounds and article.lower() == "a":
        return f"{article}n"
    return article[0] if not sounds and article.lower() == "an" else None


def _finding(match: re.Match[str], message: str) -> Finding:
    return remark(
        Kind.STYLE,
        [Span(*match.span())],
        subject=match[0].lower(),
        message=message,
        why=WHY,
        severity=Severity.MINOR,
        confidence=0.9,
    )

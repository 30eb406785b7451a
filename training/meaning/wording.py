"""Words changed for others in a sentence: families of synonyms and opposites, in the form that the sentence wants."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lemminflect import getInflection

from analysis.language import Reading
from analysis.lexicon import antonyms

SYNONYMS = Path(__file__).with_name("synonyms.txt")
OPPOSITES = [Path(antonyms.__file__).with_name(name) for name in antonyms.LISTS]
INFLECTED = ("VERB", "NOUN", "ADJ")


@dataclass(frozen=True, slots=True)
class Swap:
    """Words to stand for those at a place of the text: code points, end not included."""

    start: int
    end: int
    words: str


def rewritten(text: str, swaps: Sequence[Swap]) -> str:
    """The text with the swaps made, those that run into an earlier one left out; a capital stays one."""
    pieces, at = [], 0
    for swap in sorted(swaps, key=lambda swap: swap.start):
        if swap.start >= at:
            pieces += [text[at : swap.start], _cased(swap.words, text[swap.start : swap.end], opens=swap.start == 0)]
            at = swap.end
    return "".join([*pieces, text[at:]])


def synonym_swaps(reading: Reading) -> Iterator[Swap]:
    """Every word outside of names that another says as well, with each of those others."""
    named = {index for name in reading.names for index in range(name.first, name.last)}
    for index, token in enumerate(reading.parse.tokens):
        if index not in named and token.pos in INFLECTED:
            for other in _family(token.pos, token.lemma.lower()):
                yield Swap(token.start, token.end, inflected(other, token.pos, token.tag))
    for match in _fixed_phrases().finditer(reading.parse.text):
        for other in _family("OTHER", match[0].lower()):
            yield Swap(*match.span(), other)


def opposite_swaps(reading: Reading) -> Iterator[Swap]:
    """Every word that has an opposite, with each of its opposites."""
    for token in reading.parse.tokens:
        if token.pos in (*INFLECTED, "ADV"):
            for other in _opposites().get(token.lemma.lower(), ()):
                yield Swap(token.start, token.end, inflected(other, token.pos, token.tag))


def inflected(phrase: str, pos: str, tag: str) -> str:
    """A phrase of lemmas in the form of a word with this tag: its first word if a verb, its last if a noun."""
    words = phrase.split()
    place = len(words) - 1 if pos == "NOUN" else 0
    forms = getInflection(words[place], tag=tag)
    if forms:
        words[place] = forms[0]
    return " ".join(words)


def opening(text: str, *, proper: bool) -> str:
    """A sentence as it goes on after other words: no full stop, no capital but a name's."""
    bare = text.rstrip(" .")
    return bare if proper else bare[:1].lower() + bare[1:]


def _cased(words: str, replaced: str, *, opens: bool) -> str:
    return words[:1].upper() + words[1:] if replaced[:1].isupper() and (opens or not replaced.isupper()) else words


def _family(pos: str, lemma: str) -> list[str]:
    return [other for other in _families().get((pos, lemma), ()) if other != lemma]


@cache
def _families() -> dict[tuple[str, str], tuple[str, ...]]:
    families: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in SYNONYMS.read_text(encoding="utf-8").splitlines():
        pos, separator, words = line.partition(": ")
        if separator and not line.startswith("#"):
            family = tuple(word.strip() for word in words.split(","))
            families |= {(pos, word): (*families.get((pos, word), ()), *family) for word in family}
    return families


@cache
def _fixed_phrases() -> re.Pattern[str]:
    phrases = sorted((word for pos, word in _families() if pos == "OTHER"), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)", re.IGNORECASE)


@cache
def _opposites() -> dict[str, tuple[str, ...]]:
    opposites: dict[str, list[str]] = defaultdict(list)
    for path in OPPOSITES:
        for line in path.read_text(encoding="utf-8").splitlines():
            one, separator, other = (part.strip() for part in line.partition("|"))
            if separator and not line.startswith("#"):
                opposites[one].append(other)
                opposites[other].append(one)
    return {word: tuple(others) for word, others in opposites.items()}

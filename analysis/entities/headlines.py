"""Capitals that make no name: in headlines Where Every Word Has One, and at the opening of a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.document import Label
from analysis.entities.names import Name
from analysis.parse import Parse

SHORTEST, LONGEST = 4, 20  # words of a headline
MOSTLY = 0.7  # of its longer words begin with a capital
LONG = 4  # letters of a word that headlines put in capitals
DOUBTFUL = frozenset({Label.ORG, Label.PRODUCT, Label.WORK_OF_ART, Label.LAW, Label.EVENT})  # of one word
VERBS = frozenset("VBZ VBD VBP VB VBN VBG MD".split())


def cut_in_headlines(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """The names; those of a headline as the text has them, and without the headline's own words around them."""
    lines = list(_headlines(parse))
    if not lines:
        return list(names)
    heading = {index for first, last in lines for index in range(first, last)}
    below = [name for name in names if name.first not in heading]
    known = {tuple(parse.words[name.first : name.last]): name.label for name in below}
    common = {word for index, word in enumerate(parse.words) if index not in heading and word.islower()}
    cut = (_cut(parse, name, known, common) for name in names if name.first in heading)
    return sorted([*below, *filter(None, cut)], key=lambda name: name.first)


def without_openings(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """The names without common words that have a capital only as the first of a sentence: "Theatre boss resigns"."""
    common = {word for word in parse.words if word.islower()}
    opens = {sentence.first for sentence in parse.sentences}
    elsewhere = {word for index, word in enumerate(parse.words) if word[0].isupper() and index not in opens}
    return [
        name
        for name in names
        if name.first not in opens
        or name.last - name.first > 1
        or name.label not in DOUBTFUL
        or parse.lower[name.first] not in common
        or parse.words[name.first] in elsewhere
    ]


def _headlines(parse: Parse) -> Iterator[tuple[int, int]]:
    """Lines of some words, most of them in capitals, with no full stop; each as a range of words."""
    for sentence in parse.sentences:
        words = [word for word in parse.words[sentence.first : sentence.last] if word[0].isalpha()]
        long = [word for word in words if len(word) >= LONG]
        capitals = sum(word[0].isupper() and not word.isupper() for word in long)
        ends = parse.words[sentence.last - 1] in (".", "”", '"', ",") or not SHORTEST <= len(words) <= LONGEST
        if not ends and capitals > MOSTLY * len(long) and _is_line(parse.text, sentence.start, sentence.end):
            yield sentence.first, sentence.last


def _is_line(text: str, start: int, end: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip() and text[end : end + 1] in ("\n", "\r")


def _cut(parse: Parse, name: Name, known: dict[tuple[str, ...], Label], common: set[str]) -> Name | None:
    """The longest part of a name that the text below has, or else what is left without common words and verbs."""
    for length in range(name.last - name.first, 0, -1):
        for first in range(name.first, name.last - length + 1):
            if label := known.get(tuple(parse.words[first : first + length])):
                return Name(first, first + length, label)
    first, last = name.first, name.last
    while first < last and parse.lower[first] in common:
        first += 1
    while first < last and (parse.lower[last - 1] in common or parse.tokens[last - 1].tag in VERBS):
        last -= 1
    single = last - first == 1 and name.label in DOUBTFUL and not parse.words[first].isupper()
    return None if first >= last or single else replace(name, first=first, last=last)

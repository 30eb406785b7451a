"""How far a statement reaches: "all households", "only businesses", "most of the costs"."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from analysis.comparing.sides import Side
from analysis.document import QuantityKind


class Reach(StrEnum):
    ALL = "all"
    MOST = "most"
    PART = "part"
    ONLY = "only"
    NONE = "none"


REACHES = {
    **dict.fromkeys("all every each both entire whole entirely fully".split(), Reach.ALL),
    **dict.fromkeys("most many mostly largely".split(), Reach.MOST),
    **dict.fromkeys("some several few half any partly partially".split(), Reach.PART),
    **dict.fromkeys("only solely exclusively".split(), Reach.ONLY),
    **dict.fromkeys("none neither".split(), Reach.NONE),
}
WHEN = frozenset({QuantityKind.DATE, QuantityKind.DURATION, QuantityKind.TIME})
LIMITING = frozenset({"det", "predet", "amod"})
FARTHEST = 5  # words from the word of extent to its noun
CLASHES = frozenset(
    {
        *(frozenset({Reach.ALL, other}) for other in (Reach.MOST, Reach.PART, Reach.ONLY, Reach.NONE)),
        *(frozenset({Reach.NONE, other}) for other in (Reach.MOST, Reach.PART, Reach.ONLY)),
    }
)


@dataclass(frozen=True, slots=True)
class Extent:
    """The words from the word of extent to its noun, and under which verb they stand."""

    start: int
    end: int
    reach: Reach
    noun: str
    verb: str | None
    relation: str


def extents(side: Side, sentence: int) -> Iterator[Extent]:
    """Everything that a sentence limits, or says of all."""
    for word in side.words_of(sentence):
        if side.parse.lower[word] in REACHES and (noun := _limited(side, word)) is not None:
            yield _extent(side, word, noun)


def clash(one: Extent, other: Extent) -> bool:
    """Whether two extents cannot both be right, of one thing or under one verb."""
    if frozenset({one.reach, other.reach}) not in CLASHES or one.verb != other.verb:
        return False
    return one.noun == other.noun or (one.relation == other.relation and Reach.ONLY in (one.reach, other.reach))


def _limited(side: Side, word: int) -> int | None:
    """The noun that a word of extent limits; a day or a stretch of time tells when, not how much."""
    noun = _noun(side, word)
    if noun is None or side.parse.tokens[noun].pos != "NOUN" or not word < noun <= word + FARTHEST:
        return None
    figures = side.quantities_at(side.parse.span(noun, noun + 1))
    return None if any(figure.kind in WHEN for figure in figures) else noun


def _noun(side: Side, word: int) -> int | None:
    """ "All households", "all of the costs", "only training", "will only cover training"."""
    parse, token = side.parse, side.parse.tokens[word]
    of = parse.child(word, "prep")
    if of is not None and parse.lower[of] == "of":
        return parse.child(of, "pobj")
    if token.dep in LIMITING or (token.dep == "advmod" and parse.tokens[token.head].pos == "NOUN"):
        return token.head
    return parse.child(token.head, "dobj") if REACHES[parse.lower[word]] is Reach.ONLY else None


def _extent(side: Side, word: int, noun: int) -> Extent:
    parse = side.parse
    verb, head = parse.verb_over(noun), noun if parse.tokens[noun].dep != "pobj" else word
    denied = word > 0 and parse.lower[word - 1] == "not"
    return Extent(
        start=parse.tokens[word].start,
        end=parse.tokens[noun].end,
        reach=Reach.PART if denied else REACHES[parse.lower[word]],
        noun=parse.tokens[noun].lemma.lower(),
        verb=parse.tokens[verb].lemma if verb is not None else None,
        relation=parse.tokens[head].dep,
    )

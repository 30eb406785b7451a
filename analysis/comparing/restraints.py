"""What may not be sold or sent abroad: "restricted the export of grain", "a halt to importing cars"."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparing.sides import Side

TRADES = frozenset("export import sell sale ship shipment".split())
RESTRAINING = frozenset(
    "restrict restriction ban bar limit curb prohibit prohibition block halt outlaw forbid embargo suspend stop".split()
)
WITHIN = 3  # governors between the trade and the word that restrains it: "faced limits on exporting"
GENERAL = frozenset("good product item tool technology equipment material thing part device cargo wares".split())
NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Restraint:
    """A trade, the words that name its goods, what these speak of, and what their whole sentence speaks of.

    `words` indexes the document's tokens.
    """

    trade: str
    words: range
    goods: frozenset[str]
    around: frozenset[str]

    def may_be(self, other: "Restraint") -> bool:
        """Whether the other's sentence speaks of these goods: the parser loses the thread of long lists."""
        return not self.goods.isdisjoint(other.around) or not self.around.isdisjoint(other.goods)


def restraints(side: Side) -> Iterator[Restraint]:
    """Every trade of a draft that is held back, with its goods; "technology" and the like could be any."""
    for index, token in enumerate(side.parse.tokens):
        if token.lemma.lower() in TRADES and _is_restrained(side, index):
            goods = _goods(side, index)
            named = _listed(side, goods) if goods is not None else []
            if named and not any(side.parse.tokens[noun].lemma.lower() in GENERAL for noun in named):
                yield _restraint(side, token.lemma.lower(), named)


def _is_restrained(side: Side, index: int) -> bool:
    governors = [governor for governor, _ in zip(side.parse.governors(index), range(WITHIN), strict=False)]
    return any(side.parse.tokens[governor].lemma.lower() in RESTRAINING for governor in governors)


def _goods(side: Side, trade: int) -> int | None:
    """The noun that is traded: the verb's object, or what follows "of"."""
    of = side.parse.child(trade, "prep")
    if of is not None and side.parse.lower[of] == "of":
        return side.parse.child(of, "pobj")
    return side.parse.child(trade, "dobj")


def _listed(side: Side, first: int) -> list[int]:
    """The nouns of a list, from its first on; none where a pronoun stands for them."""
    listed = [first]
    while (following := side.parse.child(listed[-1], "conj")) is not None:
        listed.append(following)
    return [noun for noun in listed if side.parse.tokens[noun].pos in NOUNS]


def _restraint(side: Side, trade: str, named: list[int]) -> Restraint:
    words = range(side.parse.subtree(named[0])[0], named[-1] + 1)
    place = side.shown(words)
    return Restraint(trade, words, side.content(place), side.sentence_contents[side.sentence_of(place)])

"""Who is given what: "Norwegian ports will have access to Danish cranes", "can supply its pumps to Norway"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.comparing.clauses import ACTORS
from analysis.comparing.sides import Side
from analysis.document import Form, Label, Mention
from analysis.lexicon.sameness import place_key
from analysis.spans import Span

GIVING = frozenset("supply provide give grant sell ship license licence access".split())
HAVING = frozenset("have get gain win enjoy obtain receive".split())
TO = frozenset({"to", "for"})
OWN = frozenset({"its", "their", "his", "her"})
MAKERS = frozenset({Label.ORG, Label.PERSON, Label.PRODUCT})
IN_A_ROW = len(" and the ")  # characters between two names of one list
LONGEST = 12  # words of a grant that are shown


@dataclass(frozen=True, slots=True)
class Grant:
    """The names of those who get something, what it is, and who makes it; goods and makers are empty where untold.

    `named` is where the names stand, `whole` the words from there to the goods, or from the deed to the names.
    """

    recipients: frozenset[str]
    named: Span
    whole: Span
    goods: frozenset[str]
    makers: frozenset[str]

    def is_of_other_goods(self, other: "Grant") -> bool:
        """Whether one of the same recipients gets what another body makes, under another name."""
        apart = bool(self.makers and other.makers) and not self.makers & other.makers
        return apart and bool(self.recipients & other.recipients) and not self.goods & other.goods


def grants(side: Side) -> Iterator[Grant]:
    """Every grant of a draft whose recipients are named."""
    for index, token in enumerate(side.parse.tokens):
        if token.lemma.lower() in GIVING:
            yield from _of_noun(side, index) if token.pos == "NOUN" else _of_verb(side, index)


def named_in(side: Side, words: range) -> list[Mention]:
    """The first name in a stretch of words, and those listed with it: "Norway, Iceland and Chile"."""
    row: list[Mention] = []
    for mention in _names(side, words):
        if row and mention.start - row[-1].end > IN_A_ROW:
            break
        row.append(mention)
    return row


def keys_of(side: Side, names: Iterable[Mention]) -> frozenset[str]:
    return frozenset(place_key(side.document.entities[name.entity].name) for name in names)


def _names(side: Side, words: range) -> list[Mention]:
    return [found for found in side.mentions_at(side.shown(words)) if found.form is Form.NAME]


def _of_noun(side: Side, access: int) -> Iterator[Grant]:
    """ "Trawlers will have access to the port", "gives access to Norway"."""
    parse, above = side.parse, side.parse.tokens[access].head
    holder = parse.child(above, *ACTORS) if parse.tokens[above].lemma in HAVING else None
    if holder is None:
        yield from _grant(side, access, _behind(side, access), None)
        return
    goods = next((noun for below in parse.children[access] if (noun := parse.child(below, "pobj")) is not None), None)
    yield from _grant(side, access, range(*parse.subtree(holder)), goods)


def _of_verb(side: Side, verb: int) -> Iterator[Grant]:
    """ "Supply its tools to Norway": whoever supplies what is "its" makes it."""
    yield from _grant(side, verb, _behind(side, verb), side.parse.child(verb, "dobj"))


def _behind(side: Side, index: int) -> range:
    """The words of what follows with "to" or "for"."""
    found = [side.parse.subtree(below) for below in side.parse.children[index] if side.parse.lower[below] in TO]
    return range(found[0][0], found[-1][1]) if found else range(0)


def _grant(side: Side, deed: int, recipients: range, goods: int | None) -> Iterator[Grant]:
    named = named_in(side, recipients) if recipients else []
    if not named:
        return
    noun = range(side.parse.subtree(goods)[0], goods + 1) if goods is not None else range(0)
    place = Span(named[0].start, named[-1].end)
    last = max(side.parse.range_of(place)[1], noun.stop, deed + 1)
    whole = side.shown(range(min(recipients.start, noun.start if noun else deed, deed), last))
    yield Grant(
        keys_of(side, named), place, whole, side.content(side.shown(noun)) if noun else frozenset(),
        _makers(side, deed, noun),
    )  # fmt: skip


def _makers(side: Side, deed: int, goods: range) -> frozenset[str]:
    """The bodies named among the words for the goods; of "its tools", whoever does the giving."""
    if not goods:
        return frozenset()
    named = keys_of(side, (name for name in _names(side, goods) if name.label in MAKERS))
    own = any(side.parse.lower[word] in OWN for word in goods)
    clause = side.clauses.get(deed)
    return named or (clause.actors if own and clause else frozenset())

"""One person is given two offices.

Catches an office or rank exchanged in a revised sentence ("senator", "governor"; "director", "deputy director"), one
person with two offices that nobody holds at a time, and a role told as our newsroom's and as another's.
Ignores other words for one office, spokesman and spokeswoman, "former", an office told more exactly (a minister, a
foreign minister), and a second role that goes with the first.
"""

from collections.abc import Iterator
from itertools import product

from analysis.comparing.changes import Change
from analysis.comparing.differences import Operation
from analysis.comparing.disagreements import disagreement
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.document import Description, DescriptionKind, Form, Label
from analysis.findings import Evidence, Finding, Kind
from analysis.lexicon.roles import RANKS, exclusive, is_office, names_person, same_role
from analysis.spans import Span, Spanned

WHY = "The two drafts tell readers different things about who this person is and for whom they act."
NOUNS = frozenset({"NOUN", "ADJ"})
SINGULAR = frozenset({"NN", "NNP"})
OUR = "our "
LONGEST = 4  # words of a role that changed
BESIDE = len(", the ")  # characters between a name and its office


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        if _other_office(pair, change):
            yield _exchange(pair, change.a, change.b)
        if _promoted(pair, change):
            a, b = _with_office(pair.a, change.words_a), _with_office(pair.b, change.words_b)
            yield _exchange(pair, a, b)
    for index, other_index in pair.counterparts.items():
        entity, same = pair.a.document.entities[index], pair.b.document.entities[other_index]
        if entity.label is Label.PERSON:
            name = pair.name(index, other_index)
            yield from _offices(pair, name, _roles(entity.descriptions), _roles(same.descriptions))
            yield from _employers(pair, name, _roles(entity.descriptions), _roles(same.descriptions))


def _promoted(pair: Pair, change: Change) -> bool:
    """A rank put before an office, or taken away."""
    if change.operation is Operation.CHANGED:
        return False
    side, words = (pair.a, change.words_a) if change.words_a else (pair.b, change.words_b)
    behind = words.stop
    ranked = all(side.parse.lower[word].rstrip("-") in RANKS for word in words)
    return ranked and behind < len(side.parse.tokens) and names_person(side.parse.tokens[behind].lemma)


def _with_office(side: Side, rank: range) -> Span:
    """A rank, or none, and the office behind it."""
    return side.shown(range(rank.start, rank.stop + 1))


def _other_office(pair: Pair, change: Change) -> bool:
    if change.operation is not Operation.CHANGED or max(len(change.words_a), len(change.words_b)) > LONGEST:
        return False
    left, right = _office(pair.a, change.words_a), _office(pair.b, change.words_b)
    if not _named(pair.a, left) or not _named(pair.b, right):
        return False
    said_a, said_b = (side.words(side.shown(words)) for side, words in ((pair.a, left), (pair.b, right)))
    if same_role(said_a, said_b) or not (is_office(said_a) or is_office(said_b)):
        return False
    here, there = _nouns(pair.a, left), _nouns(pair.b, right)
    if exclusive(said_a, said_b) or (here ^ there) & RANKS:
        return True
    return not here <= there and not there <= here and not same_role(_person(pair.a, left), _person(pair.b, right))


def _person(side: Side, office: range) -> str:
    """The noun that means the person: "secretary" of "defence secretary"."""
    nouns = [side.parse.tokens[word].lemma for word in office if names_person(side.parse.tokens[word].lemma)]
    return nouns[-1]


def _nouns(side: Side, office: range) -> set[str]:
    return {side.parse.lower[word] for word in office if side.parse.tokens[word].pos in {*NOUNS, "PROPN"}}


def _office(side: Side, words: range) -> range:
    """The words with the rest of the office that they belong to: "attorney" and "general", "vice" and "president"."""
    tokens, first, last = side.parse.tokens, words.start, words.stop
    while (
        last < len(tokens)
        and tokens[last].pos in NOUNS
        and (tokens[last - 1].head == last or tokens[last].head == last - 1)
    ):
        last += 1
    while first > 0 and tokens[first - 1].pos in NOUNS and tokens[first - 1].head == last - 1:
        first -= 1
    return range(first, last)


def _named(side: Side, office: range) -> bool:
    """Whether the words call somebody by an office."""
    tokens = [side.parse.tokens[word] for word in office if not _in_name(side, word)]
    return any(token.tag in SINGULAR and names_person(token.lemma) for token in tokens)


def _in_name(side: Side, word: int) -> bool:
    """Whether a word is part of somebody's name, as in "Judge Reinhold"."""
    names = side.mentions_at(side.parse.span(word, word + 1))
    return any(name.label is Label.PERSON and name.form is Form.NAME for name in names)


def _roles(descriptions: tuple[Description, ...]) -> list[Description]:
    return [found for found in descriptions if found.kind is DescriptionKind.ROLE]


def _offices(pair: Pair, name: str, here: list[Description], there: list[Description]) -> Iterator[Finding]:
    if not any(same_role(one.value, other.value) for one, other in product(here, there)):
        for one, other in product(here, there):
            if exclusive(one.value, other.value):
                yield _finding(pair, one, other, name, Evidence.BEARER, question=f"What office does {name} hold?")


def _employers(pair: Pair, name: str, here: list[Description], there: list[Description]) -> Iterator[Finding]:
    for one, other in product(here, there):
        if _for_others(pair, one, other):
            yield _finding(pair, one, other, name, Evidence.BEARER, question=f"For whom does {name} speak?")


def _for_others(pair: Pair, one: Description, other: Description) -> bool:
    """Whether one role is told as our own and as another's: "lead for the council", "our lead"."""
    (office, employer), (same, another) = _employer(pair.a, one), _employer(pair.b, other)
    return office == same and employer != another and "" not in (employer, another) and OUR in (employer, another)


def _employer(side: Side, role: Description) -> tuple[str, str]:
    """The role and whose it is; empty where the draft leaves that open."""
    office, _, employer = role.value.removeprefix(OUR).partition(" for ")
    return office, employer or OUR * _is_ours(side, role)


def _is_ours(side: Side, role: Description) -> bool:
    before = side.document.text[max(0, role.start - len(OUR)) : role.start]
    return OUR in (before.lower(), side.words(role)[: len(OUR)].lower())


def _exchange(pair: Pair, a: Span, b: Span) -> Finding:
    """An office that changed in a revised sentence, and whose it is."""
    holder = _holder(pair.a, a) or _holder(pair.b, b)
    question = f"What office does {holder} hold?" if holder else None
    return _finding(pair, a, b, pair.topic(a, b), Evidence.REVISED, question=question)


def _holder(side: Side, office: Span) -> str | None:
    """The name right behind an office, or right before it: "Senator Dale Whitcomb", "Priya Nair, the director"."""
    for found in side.mentions.get(side.sentence_of(office), ()):
        apart = found.start - office.end if found.start >= office.end else office.start - found.end
        if found.label is Label.PERSON and found.form is Form.NAME and 0 <= apart <= BESIDE:
            return side.words(found)
    return None


def _finding(
    pair: Pair, a: Spanned, b: Spanned, subject: str, evidence: Evidence, *, question: str | None = None
) -> Finding:
    return disagreement(pair, Kind.ROLE, [a], [b], subject=subject, question=question, why=WHY, evidence=evidence)

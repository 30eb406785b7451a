"""One name, one label: what a draft says of a name once holds for it everywhere, also where the model missed it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.document import HouseEntry, Label
from analysis.entities.bodies import as_bodies, named_bodies
from analysis.entities.listed import listed_names, without_denied
from analysis.entities.names import LONGEST_ACRONYM, Name, in_capitals, written
from analysis.entities.titles import AGENCIES, COMMON_ABBREVIATIONS, GENERATIONS, PARTICLES, SHORT_AGENCIES, TITLES
from analysis.parse import Parse

WHERE = frozenset("in at near from to of".split())
LONGEST_NAME = 6  # words of a name that is looked for elsewhere
PLACES = frozenset({Label.GPE, Label.LOC, Label.FAC})


def consistent(parse: Parse, names: list[Name], house: Sequence[HouseEntry] = ()) -> list[Name]:
    """The names with one label each, and with their repeats that were not marked, in order. The house list rules."""
    names = without_denied(parse, names, house)
    listed = listed_names(parse, house, names)
    taken = {index for name in listed for index in range(name.first, name.last)}
    names = [*listed, *(name for name in names if taken.isdisjoint(range(name.first, name.last)))]
    surnames = {surname for name in names if (surname := surname_of(parse, name))}
    names = as_bodies(parse, _voted(parse, [_as_surname(parse, name, surnames) for name in names]))
    names = _with_bodies(parse, names)
    every = without_denied(parse, [*names, *_repeats(parse, names, surnames)], house)
    return sorted(every, key=lambda name: name.first)


def _with_bodies(parse: Parse, names: list[Name]) -> list[Name]:
    """The names, and the bodies among capitalised words that the model passed over or saw a part of."""
    bodies = list(named_bodies(parse))
    part_of = {index: body for body in bodies for index in range(body.first, body.last)}
    whole = [name for name in names if not _is_within(name, part_of.get(name.first))]
    taken = {index for name in whole for index in range(name.first, name.last)}
    return [*whole, *(body for body in bodies if taken.isdisjoint(range(body.first, body.last)))]


def _is_within(name: Name, body: Name | None) -> bool:
    """Whether a name is a part of a body's: of "U.S. Senate" the model may see a country alone."""
    return body is not None and name.last <= body.last and name.last - name.first < body.last - body.first


def surname_of(parse: Parse, name: Name) -> str | None:
    """The surname of a full name of a person, in lower case with its particles; None for any other name."""
    if name.label != Label.PERSON or name.last - name.first < 2:
        return None
    last = name.last - (parse.lower[name.last - 1] in GENERATIONS)
    first = last - 1
    while first - 1 > name.first and parse.lower[first - 1] in PARTICLES:
        first -= 1
    return " ".join(parse.lower[first:last])


def _as_surname(parse: Parse, name: Name, surnames: set[str]) -> Name:
    """A surname is a person, whatever the model says, but for a place that is told as one."""
    if written(parse, name).lower() not in surnames:
        return name
    where = name.label in PLACES and name.first > 0 and parse.lower[name.first - 1] in WHERE
    return name if where else replace(name, label=Label.PERSON)


def _voted(parse: Parse, names: list[Name]) -> list[Name]:
    votes: dict[str, Counter[Label]] = defaultdict(Counter)
    for name in names:
        votes[written(parse, name)][name.label] += 1
    return [replace(name, label=_winner(votes[written(parse, name)], name.label)) for name in names]


def _winner(votes: Counter[Label], own: Label) -> Label:
    """The label that most mentions have; a draw goes to the person, else to the mention's own."""
    most = max(votes.values())
    leading = [label for label, count in votes.items() if count == most]
    if Label.PERSON in leading:
        return Label.PERSON
    return own if own in leading else leading[0]


def _repeats(parse: Parse, names: list[Name], surnames: set[str]) -> Iterator[Name]:
    """Names that the model marked elsewhere, or that need no model, where no name is marked."""
    labels = {tuple(written(parse, name).split()): name.label for name in names}
    labels |= {tuple(word.upper() for word in words): label for words, label in labels.items() if label == Label.PERSON}
    openings = {words[0] for words in labels}
    common = {word for word in parse.words if word.islower()}
    marked = bytearray(len(parse.tokens))
    for name in names:
        marked[name.first : name.last] = b"\1" * (name.last - name.first)
    index = 0
    while index < len(parse.tokens):
        found = None if marked[index] else _name_at(parse, index, labels, openings, surnames, common)
        if found and not any(marked[found.first : found.last]):
            yield found
            index = found.last
        else:
            index += 1


def _name_at(
    parse: Parse,
    index: int,
    labels: dict[tuple[str, ...], Label],
    openings: set[str],
    surnames: set[str],
    common: set[str],
) -> Name | None:
    word = parse.words[index].replace("’", "'")
    if not word[0].isupper() or parse.tokens[index].pos not in ("PROPN", "NOUN", "ADJ", "X"):
        return None
    known = _spelt_at(parse, index, labels) if word in openings else None
    if known and (known.last - known.first > 1 or parse.tokens[index].pos == "PROPN" or word.lower() not in common):
        return known
    if word.lower() in surnames and parse.tokens[index].pos == "PROPN" and word.lower() not in TITLES:
        return Name(index, index + 1, Label.PERSON)
    return Name(index, index + 1, Label.ORG) if _is_body(parse, index) else None


def _spelt_at(parse: Parse, index: int, labels: dict[tuple[str, ...], Label]) -> Name | None:
    """The longest of the names that begins with this word."""
    for length in range(min(LONGEST_NAME, len(parse.words) - index), 0, -1):
        words = tuple(word.replace("’", "'") for word in parse.words[index : index + length])
        if words in labels:
            return Name(index, index + length, labels[words])
    return None


def _is_body(parse: Parse, index: int) -> bool:
    """News agencies, and what is written all in capitals and stands as a name."""
    word, lower = parse.words[index], parse.lower[index]
    before = parse.lower[index - 1] if index else ""
    if lower in AGENCIES or (lower in SHORT_AGENCIES and before in ("(", "via")):
        return True
    if (
        not 3 <= len(word) <= LONGEST_ACRONYM
        or not word.isalpha()
        or not word.isupper()
        or lower in COMMON_ABBREVIATIONS
    ):
        return False
    return parse.tokens[index].pos == "PROPN" and not in_capitals(parse, index)

"""One name, one label: what a draft says of a name once holds for it everywhere, also where the model missed it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.document import HouseEntry, Label
from analysis.entities.bodies import as_bodies, named_bodies
from analysis.entities.headlines import cut_in_headlines, without_openings
from analysis.entities.listed import listed_names, without_denied
from analysis.entities.names import LONGEST_ACRONYM, Name, in_capitals, written
from analysis.entities.people import as_people, unseen_people, with_first_names
from analysis.entities.titles import (
    AGENCIES,
    COMMON_ABBREVIATIONS,
    GENERATIONS,
    PARTICLES,
    SEATS,
    SHORT_AGENCIES,
    TITLES,
)
from analysis.parse import Parse

WHERE = frozenset("in at near from to of".split())
LONGEST_NAME = 6  # words of a name that is looked for elsewhere
SEATS_SPELT = {tuple(seat.title().split()): Label.ORG for seat in SEATS if " " in seat}
CLUBS = frozenset("united rovers wanderers albion athletic rangers villa".split())
DRAWS = (Label.PERSON, Label.GPE, Label.LOC, Label.ORG)
PLACES = frozenset({Label.GPE, Label.LOC, Label.FAC})


def consistent(parse: Parse, names: list[Name], house: Sequence[HouseEntry] = ()) -> list[Name]:
    """The names with one label each, and with their repeats that were not marked, in order. The house list rules."""
    names = without_denied(parse, names, house)
    listed = listed_names(parse, house, names)
    taken = {index for name in listed for index in range(name.first, name.last)}
    seen = without_openings(parse, cut_in_headlines(parse, [*names, *unseen_people(parse, names)]))
    others = as_people(parse, seen)
    names = [*listed, *(name for name in others if taken.isdisjoint(range(name.first, name.last)))]
    surnames = {surname for name in names if (surname := surname_of(parse, name))}
    names = as_bodies(parse, _voted(parse, [_as_surname(parse, name, surnames) for name in names]))
    names = _with_bodies(parse, names)
    every = without_denied(parse, [*names, *_repeats(parse, names, surnames)], house)
    return with_first_names(parse, sorted(every, key=lambda name: name.first), whole=taken)


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
    """The surname of a full name of a person, in lower case with its particles and hyphens; None for any other name."""
    if name.label != Label.PERSON:
        return None
    last = name.last - (parse.lower[name.last - 1] in GENERATIONS)
    first = last - 1
    while first - 1 > name.first and (parse.words[first - 1] == "-" or parse.lower[first - 1] in PARTICLES):
        first -= 2 if parse.words[first - 1] == "-" else 1
    return written(parse, replace(name, first=first, last=last)).lower() if first > name.first else None


def _as_surname(parse: Parse, name: Name, surnames: set[str]) -> Name:
    """A surname is a person, whatever the model says, but for a place that is told as one."""
    if written(parse, name).lower() not in surnames:
        return name
    where = name.label in PLACES and name.first > 0 and parse.lower[name.first - 1] in WHERE
    return name if where else replace(name, label=Label.PERSON)


def _voted(parse: Parse, names: list[Name]) -> list[Name]:
    votes: dict[str, Counter[Label]] = defaultdict(Counter)
    for name in names:
        votes[written(parse, name).lower()][name.label] += 1
    return [replace(name, label=_winner(votes[written(parse, name).lower()])) for name in names]


def _winner(votes: Counter[Label]) -> Label:
    """The label that most mentions have; a draw goes to the person, to the place, and to the body, in that order."""
    most = max(votes.values())
    leading = [label for label, count in votes.items() if count == most]
    return min(leading, key=lambda label: DRAWS.index(label) if label in DRAWS else len(DRAWS))


def _repeats(parse: Parse, names: list[Name], surnames: set[str]) -> Iterator[Name]:
    """Names that the model marked elsewhere, or that need no model, where no name is marked."""
    labels = {_spelling(parse, name.first, name.last): name.label for name in names}
    labels |= {tuple(word.upper() for word in words): label for words, label in labels.items() if label == Label.PERSON}
    labels = SEATS_SPELT | _short_clubs(parse, names) | labels
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


def _short_clubs(parse: Parse, names: list[Name]) -> dict[tuple[str, ...], Label]:
    """ "United", where "Castleton United" is named."""
    bodies = (name for name in names if name.label == Label.ORG and name.last - name.first > 1)
    return {(parse.words[body.last - 1],): Label.ORG for body in bodies if parse.lower[body.last - 1] in CLUBS}


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
        words = _spelling(parse, index, index + length)
        if words in labels:
            return Name(index, index + length, labels[words])
    return None


def _spelling(parse: Parse, first: int, last: int) -> tuple[str, ...]:
    return tuple(word.replace("’", "'") for word in parse.words[first:last])


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

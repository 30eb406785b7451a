"""Names on which people have the last word: those of the desk's house list, and above it the rulings on a story."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from analysis.document import HouseEntry, Ruling
from analysis.entities.names import Name, written
from analysis.parse import Parse
from analysis.rulings import pattern_of, plain_apostrophes, reaches

OPENING = re.compile(r"\w+|\W")


def ruled_list(
    house: Sequence[HouseEntry], rulings: Iterable[Ruling], written_as_one: Iterable[Sequence[str]]
) -> list[HouseEntry]:
    """The house list as the rulings leave it. `written_as_one` are the spellings of each entity as read without them.

    A ruling reaches an entity that bears the ruled name, or that goes by forms of it only. What somebody else
    on the house list says of that entity (role, own staff) stays.
    """
    rulings, entities = list(rulings), [list(spellings) for spellings in written_as_one]
    ruled = {ruling.name for ruling in rulings}
    entries = list(house)
    for ruling in rulings:
        reached = {form for spelt in entities if reaches(ruling, spelt) for form in spelt}
        known = {ruling.name, *reached}
        before = next((entry for entry in house if known & {entry.name, *entry.aliases}), HouseEntry(ruling.name))
        names = {ruling.name, *({*known, before.name, *before.aliases} - ruled)}
        entries = [cut for entry in entries if (cut := _without(entry, names))]
        aliases = tuple(sorted(names - {ruling.name}))
        entries.append(replace(before, name=ruling.name, label=ruling.label, aliases=aliases))
    return entries


def spellings(house: Iterable[HouseEntry]) -> dict[str, HouseEntry]:
    """The entries by each of their names, with typewriter apostrophes; an entry's own name outranks an alias."""
    entries = list(house)
    by_alias = {_plain(alias): entry for entry in entries for alias in entry.aliases}
    return by_alias | {_plain(entry.name): entry for entry in entries}


def listed_names(parse: Parse, house: Sequence[HouseEntry], names: Sequence[Name]) -> list[Name]:
    """Where the names of the list stand, the longest first, but for those within another, longer name.

    "Moreau" does not cut "Moreau Shipping", a name of another label. A longer name of the same label that
    opens or ends with several words of the list was cut badly, and gives way.
    """
    by_opening: dict[str, list[tuple[re.Pattern[str], HouseEntry]]] = {}
    for spelling, entry in sorted(spellings(house).items(), key=lambda one: -len(one[0])):
        if spelling and entry.label:
            by_opening.setdefault(OPENING.findall(spelling)[0], []).append((pattern_of(spelling), entry))
    around = {index: name for name in names for index in range(name.first, name.last)} if by_opening else {}
    found = _found(parse, by_opening)
    return [name for name in found if not _stands_within(name, around.get(name.first))]


def without_denied(parse: Parse, names: Iterable[Name], house: Sequence[HouseEntry]) -> list[Name]:
    """The names without those of which the list says that they are none."""
    denied = {spelling for spelling, entry in spellings(house).items() if entry.label is None}
    return [name for name in names if written(parse, name) not in denied] if denied else list(names)


def _without(entry: HouseEntry, names: set[str]) -> HouseEntry | None:
    """The entry as far as it stands for other names."""
    if entry.name in names:
        return None
    return replace(entry, aliases=tuple(alias for alias in entry.aliases if alias not in names))


def _found(parse: Parse, by_opening: dict[str, list[tuple[re.Pattern[str], HouseEntry]]]) -> Iterator[Name]:
    text, behind = plain_apostrophes(parse.text), 0
    for index, word in enumerate(parse.words if by_opening else ()):
        candidates = by_opening.get(OPENING.findall(word)[0], ()) if index >= behind else ()
        for pattern, entry in candidates:
            match = pattern.match(text, parse.tokens[index].start)
            last = parse.at(match.end() - 1) if match else 0
            if match and entry.label and parse.tokens[last].end == match.end():
                yield Name(index, last + 1, entry.label)
                behind = last + 1
                break


def _stands_within(name: Name, around: Name | None) -> bool:
    if around is None or around.first > name.first or around.last < name.last:
        return False
    is_longer = around.last - around.first > name.last - name.first
    cut_badly = around.label == name.label and name.last - name.first > 1
    return is_longer and not cut_badly


def _plain(name: str) -> str:
    return " ".join(plain_apostrophes(name).split())

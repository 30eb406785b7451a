"""Which names mean the same person, body or place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from analysis.document import Entity, HouseEntry, Label
from analysis.entities.consistency import WHERE, surname_of
from analysis.entities.listed import spellings
from analysis.entities.names import Name, written
from analysis.entities.titles import CLUB_ENDINGS, COMPANY_ENDINGS, COMPANY_FORMS, SHARED_OPENINGS
from analysis.lexicon.sameness import known_place, place_key, same_first_name
from analysis.parse import Parse

SMALL_WORDS = frozenset("of the and for in on de la du".split())
SHORTEST_ACRONYM = 2
SHORTEST_SHORTENED = 3  # of a name without where it is
SHORTENED = frozenset({Label.GPE, Label.PERSON, Label.PRODUCT, Label.LOC})


@dataclass(slots=True)
class Group:
    """The names of one entity, while they are being gathered."""

    label: Label
    names: list[Name] = field(default_factory=list)
    house: HouseEntry | None = None
    twin: "Group | None" = None  # the group that took over these names

    def spellings(self, parse: Parse) -> list[str]:
        """How the entity is written in the draft, each way once, in order."""
        return list(dict.fromkeys(written(parse, name) for name in self.names))

    def entity(self, parse: Parse) -> Entity:
        """The entity under its fullest name, or the one that the house list gives it."""
        spelt = self.spellings(parse)
        name = self.house.name if self.house else max(spelt, key=lambda spelling: (" " in spelling, len(spelling)))
        return Entity(name, self.label, tuple(spelling for spelling in spelt if spelling != name))


def grouped(parse: Parse, names: Iterable[Name], house: Sequence[HouseEntry]) -> list[Group]:
    """The names gathered by entity, in order of first mention."""
    ordered = list(names)
    listed = {spelling.lower(): (entry, entry.label) for spelling, entry in spellings(house).items() if entry.label}
    groups: dict[tuple[str, ...], Group] = {}
    for name in ordered:
        entry, label = listed.get(written(parse, name).lower(), (None, name.label))
        key = (label, entry.name.lower()) if entry else _key(parse, name)
        group = groups.setdefault(key, Group(label, house=entry))
        group.names.append(name)
    _join_people(parse, list(groups.values()))
    _join_bodies(parse, list(groups.values()))
    alone = [group for group in groups.values() if group.twin is None]
    return sorted(alone, key=lambda group: group.names[0].first)


def _key(parse: Parse, name: Name) -> tuple[str, ...]:
    """What all spellings of one name share: case, dots, "the", and for places their other names."""
    plain = written(parse, name).lower().removeprefix("the ")
    if name.label in (Label.GPE, Label.LOC):
        return Label.GPE, place_key(plain)
    if name.label == Label.ORG:
        words = plain.replace(",", "").split()
        while len(words) > 1 and words[-1].rstrip(".") in COMPANY_FORMS:
            words.pop()
        plain = " ".join(words).replace(".", "")
    return name.label, plain


def _join_people(parse: Parse, groups: Sequence[Group]) -> None:
    """Surnames and first names go to the last full name before them that bears them, or else to the only one."""
    people = [group for group in groups if group.label == Label.PERSON]
    single = [group for group in people if surname_of(parse, group.names[0]) is None and group.house is None]
    full: dict[str, list[Group]] = {}
    for group in people:
        if surname := surname_of(parse, group.names[0]):
            twin = next((other for other in full.get(surname, []) if _same_person(parse, other, group)), None)
            if twin:
                _move(group, twin)
            else:
                full.setdefault(surname, []).append(group)
    first_names = _by_first_name(parse, full)
    for group in [*single, *(group for group in people if _is_surname_alone(parse, group, full))]:
        spelt = written(parse, group.names[0]).lower()
        if bearers := full.get(spelt) or first_names.get(spelt):
            _move(group, _nearest(bearers, group))


def _is_surname_alone(parse: Parse, group: Group, full: dict[str, list[Group]]) -> bool:
    """ "Dela Cruz", where somebody bears it with a first name: the parser sees two words and no surname."""
    name = group.names[0]
    free = group.twin is None and group.house is None and surname_of(parse, name) is not None
    return free and written(parse, name).lower() in full


def _same_person(parse: Parse, one: Group, other: Group) -> bool:
    """Two full names with one surname: the same where the first names can be, "J. Smith" and "John Smith"."""
    firsts = [parse.words[group.names[0].first] for group in (one, other)]
    return same_first_name(firsts[0], firsts[1])


def _by_first_name(parse: Parse, full: dict[str, list[Group]]) -> dict[str, list[Group]]:
    by_first: dict[str, list[Group]] = {}
    for bearers in full.values():
        for group in bearers:
            by_first.setdefault(parse.lower[group.names[0].first], []).append(group)
    return {first: groups for first, groups in by_first.items() if len(groups) == 1}


def _nearest(bearers: Sequence[Group], group: Group) -> Group:
    """The bearer of a name who was named last before it; the first one where none was."""
    before = [bearer for bearer in bearers if bearer.names[0].first < group.names[0].first]
    return max(before or [bearers[0]], key=lambda bearer: bearer.names[0].first)


def _join_bodies(parse: Parse, groups: Sequence[Group]) -> None:
    """Acronyms go to their long form, and the opening word of a body's name to the body."""
    bodies = [group for group in groups if group.label == Label.ORG and _is_long(group)]
    long_forms = {acronym: group for group in bodies for acronym in _short_acronyms(parse, group.names[0])}
    long_forms |= {acronym: group for group in bodies for acronym in _acronyms(parse, group.names[0])}
    endings = {name.last: group for group in bodies for name in group.names}
    by_opening = {parse.lower[group.names[0].first]: group for group in reversed(bodies)}
    by_opening = {word: group for word, group in by_opening.items() if word not in SHARED_OPENINGS}
    by_ending = _clubs(parse, bodies)
    # Known before any is moved: a body that took one over may then begin with its short name.
    for group in [group for group in groups if _is_short(group) and group.house is None and group.twin is None]:
        spelt = written(parse, group.names[0]).replace(".", "")
        opened = by_ending.get(spelt.lower()) or by_opening.get(spelt.lower())
        if spelt.isupper():
            if long := _in_brackets(parse, group, endings) or long_forms.get(spelt):
                _move(group, long)
        elif opened and (group.label == Label.ORG or _is_its_opening(parse, group, opened)):
            _move(group, opened)


def _clubs(parse: Parse, bodies: Sequence[Group]) -> dict[str, Group]:
    """The bodies by the last word of a club's name, where one alone bears it: "Rovers" of "Harrow Rovers"."""
    endings = Counter(parse.lower[body.names[0].last - 1] for body in bodies)
    return {
        ending: body
        for body in bodies
        if endings[ending := parse.lower[body.names[0].last - 1]] == 1 and ending in CLUB_ENDINGS
    }


def _in_brackets(parse: Parse, group: Group, endings: dict[int, Group]) -> Group | None:
    """The body that an acronym is set behind: "World Wide Fund for Nature (WWF)"."""
    for name in group.names:
        long = endings.get(name.first - 1) if parse.words[name.first - 1] == "(" else None
        if long and parse.words[name.first][0] in (word[0].upper() for word in written(parse, long.names[0]).split()):
            return long
    return None


def _is_its_opening(parse: Parse, group: Group, body: Group) -> bool:
    """Whether a word that the model takes for something else is a company's or club's: "Oriel" of "Oriel Systems"."""
    if group.label not in SHORTENED or known_place(place_key(written(parse, group.names[0]))):
        return False
    named = body.names[0]
    told_where = any(name.first and parse.lower[name.first - 1] in WHERE for name in group.names)
    endings = {word.rstrip(".") for word in parse.lower[named.first : named.last]}
    return not told_where and not COMPANY_ENDINGS.isdisjoint(endings)


def _is_long(group: Group) -> bool:
    return group.names[0].last - group.names[0].first > 1


def _is_short(group: Group) -> bool:
    return all(name.last - name.first == 1 for name in group.names)


def _acronyms(parse: Parse, name: Name) -> set[str]:
    """The first letters of a long name, with and without its small words."""
    words = [word for word in parse.words[name.first : name.last] if word[0].isalpha() and word not in ("'s", "’s")]
    if len(words) < SHORTEST_ACRONYM:
        return set()
    without = [word for word in words if word.lower() not in SMALL_WORDS]
    return {"".join(word[0] for word in chosen).upper() for chosen in (words, without) if len(chosen) > 1}


def _short_acronyms(parse: Parse, name: Name) -> set[str]:
    """Those of a name without where it is: "DPS" for "Texas Department of Public Safety"."""
    opens = name.first + known_place(place_key(parse.words[name.first]))
    ofs = [index for index in range(opens + SHORTEST_SHORTENED, name.last) if parse.lower[index] == "of"]
    ends = {name.last, *ofs[-1:]}
    wholes = (_acronyms(parse, replace(name, first=first, last=last)) for first in {name.first, opens} for last in ends)
    return {acronym for acronyms in wholes for acronym in acronyms if len(acronym) >= SHORTEST_SHORTENED}


def _move(group: Group, to: Group) -> None:
    to.names = sorted([*to.names, *group.names], key=lambda name: name.first)
    to.house = to.house or group.house
    group.twin = to

"""The names in a draft: what the model marked, cut to the name itself and given the right label."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.document import Label
from analysis.entities.titles import (
    BODIES,
    COMPANY_FORMS,
    EVENTS,
    GENERATIONS,
    HONORIFICS,
    LAWS,
    NO_NAMES,
    PARTICLES,
    PICTURE_CREDITS,
    POSTNOMINALS,
    SEATS,
    SHIPS,
    TITLES,
)
from analysis.language import ModelName, Reading
from analysis.lexicon.roles import names_person
from analysis.lexicon.sameness import known_place, place_key
from analysis.parse import Parse

LABELS = frozenset(Label)
PARTY_AND_STATE = re.compile(r"[dri]-[a-z. ]+$")  # "(D-N.Y.)" behind the name of a senator
TICKER = re.compile(r"[A-Z]{2,5}\.[A-Z]{1,2}$")  # "(KSI.O)" behind the name of a company
POSSESSIVES = frozenset({"'s", "'", "s'"})
MARKS = frozenset("\" ' “ ” ‘ ’ `` '' ` ( ) [ ] , ; : - – — . _ * • | / ...".split())
BREAKS = frozenset("/ | - – — ; : , (".split())
OPENING = frozenset("“ ‘ ' \" ``".split())
CLOSING = frozenset("” ’ ' \" ''".split())
LONGEST_NICKNAME = 3
LONGEST_ACRONYM = 6
MOSTLY_CAPITALS = 0.6
QUOTED_WORK = 4  # words at most in a title that is set in quote marks
UNIONS = frozenset({"european union", "united nations"})  # among the places of our list, but bodies
US = frozenset("u.s. u.s us uk u.k. u.k".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A range of words that is a name."""

    first: int
    last: int
    label: Label


def written(parse: Parse, name: Name) -> str:
    """A name in one line, with typewriter apostrophes."""
    span = parse.span(name.first, name.last)
    return " ".join(span.of(parse.text).replace("’", "'").split())


def names_of_model(reading: Reading) -> list[Name]:
    """What the model takes for names, in order, without titles, articles and possessives, labels corrected."""
    parse = reading.parse
    pieces = [piece for name in reading.names if name.label in LABELS for piece in _pieces(parse, name)]
    whole = _joined(parse, [name for piece in pieces if (name := _cut(parse, piece))])
    return [relabelled for name in whole if (relabelled := _relabelled(parse, name))]


def _pieces(parse: Parse, name: ModelName) -> Iterator[Name]:
    """A name that runs over a slash, a dash, or from one person to the next, taken apart."""
    label, first = Label(name.label), name.first
    for index in range(name.first, name.last):
        if _parts_names(parse, index, label, name.last):
            yield Name(first, index, label)
            first = index + 1
    yield Name(first, name.last, label)


def _parts_names(parse: Parse, index: int, label: Label, last: int) -> bool:
    word = parse.lower[index]
    if word == "," and index + 1 < last and parse.lower[index + 1].rstrip(".") in COMPANY_FORMS:
        return False
    if word in BREAKS:
        gap = parse.tokens[index].start > 0 and parse.text[parse.tokens[index].start - 1].isspace()
        return gap or word in ("/", ",", ";", ":", "|", "(")
    return label == Label.PERSON and word in ("and", "to", "or", "&", "with", "from", "for", "vs", "vs.")


def _cut(parse: Parse, name: Name) -> Name | None:
    """The name without what stands around it; None where nothing is left that could be one."""
    first, last = name.first, name.last
    while last > first and (parse.lower[last - 1] in POSSESSIVES | MARKS or _ends_score(parse, last)):
        last -= 3 if _ends_score(parse, last) else 1
    person = name.label == Label.PERSON
    while first < last and _stands_before(parse, first, last, person=person):
        first += 1
    while name.label in (Label.PERSON, Label.ORG) and last - first > 1 and _stands_behind(parse, last - 1):
        last -= 1
    if person:
        while last - first > 1 and not parse.words[last - 1].islower() and parse.lower[last - 1] in POSTNOMINALS:
            last -= 1
        last = _with_particles(parse, last)
    if not any(_is_capital(word) for word in parse.words[first:last]):
        return None
    return Name(first, last, name.label)


def _ends_score(parse: Parse, last: int) -> bool:
    """ "3-2" behind a team."""
    score = parse.words[max(0, last - 3) : last]
    return len(score) == len("3-2") and score[1] == "-" and score[0].isdecimal() and score[2].isdecimal()


def _stands_before(parse: Parse, index: int, last: int, *, person: bool) -> bool:
    word = parse.lower[index]
    if word in MARKS or word in POSSESSIVES:
        return True
    if word in ("the", "a", "an", "this", "that", "all"):
        return not _is_own_article(parse, index, last)
    if not person or last - index < 2:
        return not person and parse.words[index].islower() and parse.tokens[index].pos in ("ADJ", "NOUN", "ADV")
    return word.rstrip(".") in TITLES or word.endswith(("shman", "chman", "woman")) or parse.words[index].islower()


def _is_own_article(parse: Parse, index: int, last: int) -> bool:
    """ "The" within a sentence belongs to the name: "The Hut Group"."""
    inside = index > 0 and parse.tokens[index].head != index and parse.text[parse.tokens[index - 1].start].isalnum()
    return parse.words[index] == "The" and inside and last - index > 1 and parse.words[index - 1][0].islower()


def _stands_behind(parse: Parse, index: int) -> bool:
    lower = parse.words[index].islower() and parse.lower[index] not in PARTICLES
    return lower or parse.lower[index] in PICTURE_CREDITS


def _with_particles(parse: Parse, last: int) -> int:
    """ "Ursula von" goes on with "der Leyen", "Martin Luther King" with "Jr."."""
    end = last
    while end < len(parse.words) and parse.lower[end] in PARTICLES and parse.words[end].islower():
        end += 1
    particle = parse.lower[end - 1] in PARTICLES and parse.words[end - 1].islower()
    if particle and end < len(parse.words) and parse.tokens[end].pos == "PROPN":
        return end + 1
    return last + 1 if last < len(parse.words) and parse.lower[last] in GENERATIONS else last


def _is_capital(word: str) -> bool:
    return any(letter.isupper() for letter in word) or not word.isascii() or word[:1].isdigit()


def _joined(parse: Parse, names: list[Name]) -> list[Name]:
    """Halves of one name put together: two parts of a person's, a nickname in between, "U.S." and "Senate"."""
    out: list[Name] = []
    for name in names:
        if out and name.first < out[-1].last:
            continue
        if out and _belong_together(parse, out[-1], name):
            out[-1] = replace(name, first=out[-1].first)
        else:
            out.append(name)
    return [_with_nickname(parse, name) for name in out]


def _belong_together(parse: Parse, one: Name, other: Name) -> bool:
    people = one.label == other.label == Label.PERSON
    if one.last == other.first:
        american = other.label == Label.ORG and parse.lower[one.first] in US and one.last - one.first == 1
        return american or (people and parse.lower[other.first].rstrip(".") not in HONORIFICS)
    between = parse.words[one.last : other.first]
    nickname = len(between) > 2 and between[0] in OPENING and between[-1] in CLOSING
    return one.label == Label.PERSON and nickname and len(between) <= LONGEST_NICKNAME + 2


def _with_nickname(parse: Parse, name: Name) -> Name:
    """ "Robin “ropz” Kool", of which the model sees Robin alone."""
    if name.label != Label.PERSON or name.last - name.first > 1:
        return name
    words, opening = parse.words, name.last
    if opening >= len(words) or words[opening] not in OPENING:
        return name
    for closing in range(opening + 2, min(opening + 2 + LONGEST_NICKNAME, len(words) - 1)):
        if words[closing] in CLOSING:
            follows = parse.tokens[closing + 1].pos == "PROPN" and words[closing + 1][0].isupper()
            return replace(name, last=closing + 2) if follows else name
    return name


def _relabelled(parse: Parse, name: Name) -> Name | None:
    """The name with the label that its own words or its neighbours give it; None where it is none."""
    plain = written(parse, name).lower()
    if _is_shouted(parse, name) or TICKER.match(written(parse, name)):
        return None
    if plain in NO_NAMES or plain in PICTURE_CREDITS or PARTY_AND_STATE.match(plain) or _is_department(parse, name):
        return None
    return replace(name, label=_label(parse, name, plain))


def _is_shouted(parse: Parse, name: Name) -> bool:
    """A word of a line in capitals, where nothing tells names from other words: "FASTEST LAP", "RAIN DELAYS PLAY"."""
    words = parse.words[name.first : name.last]
    if name.label != Label.ORG or not all(word.isupper() for word in words) or parse.lower[name.last - 1] in BODIES:
        return False
    return max(map(len, words)) > LONGEST_ACRONYM or in_capitals(parse, name.first)


def in_capitals(parse: Parse, index: int) -> bool:
    """Whether the words around on its line are capitals too, as in a headline or dateline."""
    start = parse.text.rfind("\n", 0, parse.tokens[index].start) + 1
    end = parse.text.find("\n", start)
    near = range(max(0, index - 3), min(len(parse.words), index + 4))
    line = [i for i in near if parse.tokens[i].start >= start and (end < 0 or parse.tokens[i].end <= end)]
    around = [parse.words[i] for i in line if parse.words[i].isalpha() and len(parse.words[i]) > 1]
    return sum(word.isupper() for word in around) > max(1, len(around) * MOSTLY_CAPITALS)


def _is_department(parse: Parse, name: Name) -> bool:
    """ "Science" in "Science Secretary Ama Mensah", "State" in "Secretary of State": parts of an office."""
    behind = name.last + 1
    if parse.lower[max(0, name.first - 2) : name.first] == ["secretary", "of"]:
        return name.last - name.first == 1
    if name.last - name.first > 1 or behind >= len(parse.words) or parse.words[name.first].isupper():
        return False
    office = parse.words[name.last][0].isupper() and parse.lower[name.last] in ("secretary", "minister")
    return office and name.label == Label.ORG


def _label(parse: Parse, name: Name, plain: str) -> Label:
    ending = parse.lower[name.last - 1].rstrip(".")
    several = name.last - name.first > 1
    if name.first and parse.lower[name.first - 1] in SHIPS and parse.words[name.first - 1].isupper():
        return Label.PRODUCT
    if plain in SEATS:
        return Label.FAC if _is_where(parse, name) else Label.ORG
    if known_place(place_key(plain)) and name.label not in (Label.NORP, Label.LOC):
        return Label.ORG if place_key(plain) in UNIONS else Label.GPE
    if several and ending in LAWS and name.label != Label.PERSON:
        return Label.LAW
    if several and ending in EVENTS and name.label == Label.ORG:
        return Label.EVENT
    called_body = ending in BODIES or parse.lower[name.first] in ("university", "bank", "ministry", "department")
    if several and called_body and name.label not in (Label.EVENT, Label.WORK_OF_ART):
        return Label.ORG
    if name.label in (Label.ORG, Label.PRODUCT, Label.FAC, Label.PERSON) and _is_quoted(parse, name):
        return Label.WORK_OF_ART
    if name.label != Label.PERSON and _speaks_of_person(parse, name):
        return Label.PERSON
    return name.label


def _is_where(parse: Parse, name: Name) -> bool:
    """ "at the White House", "outside Downing Street": the building, not those who sit in it."""
    before = parse.lower[max(0, name.first - 2) : name.first]
    return next((word for word in reversed(before) if word != "the"), "") in ("at", "in", "outside", "near", "inside")


def _is_quoted(parse: Parse, name: Name) -> bool:
    """A title alone in quote marks: ‘Black Mirror’."""
    if name.first == 0 or name.last >= len(parse.words) or not 1 < name.last - name.first <= QUOTED_WORK:
        return False
    return parse.words[name.first - 1] in OPENING and parse.words[name.last] in CLOSING


def _speaks_of_person(parse: Parse, name: Name) -> bool:
    """ "spokesman Stelios Petsas", "Mr Muluzi", "Ice Cube, who": only people stand there."""
    if name.label in (Label.NORP, Label.LAW, Label.EVENT) or name.last - name.first > QUOTED_WORK:
        return False
    before = name.first - 1
    if before >= 0 and parse.lower[before].rstrip(".") in HONORIFICS:
        return True
    role = before >= 0 and parse.tokens[before].tag == "NN" and parse.words[before].islower()
    if role and parse.tokens[before].head < name.last and names_person(parse.lower[before]):
        return parse.tokens[before].head >= name.first
    behind = parse.lower[name.last : name.last + 2]
    return behind == [",", "who"] or behind[:1] == ["who"]

"""What a draft says of people and bodies beside their names: roles, ages, places, affiliations, founders."""

from collections.abc import Iterator

from analysis.document import Description, DescriptionKind, Label
from analysis.entities.gathering import ARTICLES, Gathering, description
from analysis.entities.names import Name
from analysis.entities.origins import based, founded, founders
from analysis.entities.titles import BODY_NOUNS, HONORIFICS, RANKS, TITLES
from analysis.lexicon.roles import names_person
from analysis.parse import Parse

COURTESIES = frozenset("mr mrs ms miss mx sir dame lord lady".split())
LEARNED = frozenset("dr prof professor doctor".split())
BEFORE_A_NAME = frozenset("compound amod nmod nn det poss appos".split())
LONGEST_ROLE = 16  # words
LONGEST_FIELD = 4  # words of what a minister is for
YEARS_OLD = 5  # words of "34-year-old"
LONGEST_AGE = 4  # digits and more are no age
NOT_THE_ROLE = frozenset("himself herself themselves itself also now then once currently still".split())
STREETS = frozenset("street lane road avenue close drive terrace way crescent".split())
ENDS = frozenset(", . ; : — – ( ) “ ” \" '' `` ‘ ' -- ! ?".split())
RELATIVE = frozenset({"who", "which", "that"})
AT = frozenset("at of for with from in".split())
PLACES = frozenset({Label.GPE, Label.LOC})
BODIES = frozenset({Label.ORG})


def describe(gathering: Gathering) -> list[list[Description]]:
    """For each group, what the draft says of it, in order of the text."""
    told: list[list[Description]] = [[] for _ in gathering.groups]
    for name, number in gathering.names:
        around = list(_around(gathering, name, gathering.groups[number].label))
        told[number] += around
        for role in around:
            for body, founder in founders(gathering, name, role):
                told[body].append(founder)
    for number, found in [*based(gathering), *founded(gathering)]:
        told[number].append(found)
    return [sorted(set(descriptions), key=lambda one: (one.start, one.end)) for descriptions in told]


def _around(gathering: Gathering, name: Name, label: Label) -> Iterator[Description]:
    if label == Label.PERSON:
        yield from _before(gathering, name)
        yield from _age(gathering.parse, name)
        yield from _from_where(gathering, name)
    if label in (Label.PERSON, Label.ORG):
        for first, last in (_behind(gathering, name), _of_apposed_noun(gathering, name), _complement(gathering, name)):
            if first < last:
                yield from _role(gathering, first, last, person=label == Label.PERSON)


def _before(gathering: Gathering, name: Name) -> Iterator[Description]:
    """ "Science Secretary", "Dr.", "Acme chief executive", "Secretary of State"."""
    parse, first = gathering.parse, _office_with_field(gathering.parse, name)
    if first < name.first:
        yield from _role(gathering, first, name.first, person=True)
        return
    while first and name.first - first < LONGEST_ROLE // 2 and _leads_to(parse, first - 1, name):
        first -= 1
    while first < name.first and parse.lower[first] in ARTICLES:
        first += 1
    yield from _title(gathering, first, name.first)


def _title(gathering: Gathering, first: int, last: int) -> Iterator[Description]:
    """A title in a range of words before a name; "Prof" behind a role stands apart from it."""
    parse = gathering.parse
    while last - first > 1 and parse.lower[last - 1].rstrip(".") in HONORIFICS:
        yield from _title(gathering, last - 1, last)
        last -= 1
    word = parse.lower[last - 1].rstrip(".") if first < last else ""
    if word in LEARNED and last - first == 1:
        yield description(parse, first, last, DescriptionKind.OTHER)
    elif word and word not in COURTESIES | RANKS and (word in TITLES or names_person(word)):
        yield from _role(gathering, first, last, person=True)


def _office_with_field(parse: Parse, name: Name) -> int:
    """Where "Secretary of State" or "Minister for Health" begins before a name; the name's own start if none does."""
    start = name.first
    while start and name.first - start < LONGEST_FIELD and parse.words[start - 1][0].isupper():
        start -= 1
    office = start - 2
    if office < 0 or start == name.first or parse.lower[start - 1] not in ("of", "for"):
        return name.first
    if parse.lower[office] not in TITLES or not parse.words[office][0].isupper():
        return name.first
    while office and parse.words[office - 1][0].isupper() and parse.lower[office - 1] in TITLES:
        office -= 1
    return office


def _leads_to(parse: Parse, index: int, name: Name) -> bool:
    """Whether a word before a name hangs on it: a title, an adjective, a compound."""
    if parse.words[index] in ENDS or parse.tokens[index].dep == "case":
        return False
    if parse.lower[index].rstrip(".") in HONORIFICS:
        return True
    head = parse.tokens[index].head
    return parse.tokens[index].dep in BEFORE_A_NAME and index < head < name.last


def _behind(gathering: Gathering, name: Name) -> tuple[int, int]:
    """ ", a professor of law at Leeds,": from behind the comma to the next, where that is no other name."""
    parse, start = gathering.parse, name.last + 1
    if name.last >= len(parse.words) or parse.words[name.last] not in (",", "—", "–", "("):
        return 0, 0
    if parse.lower[start : start + 2] in (["who", "is"], ["who", "was"]):
        start += 2
    while start < len(parse.words) and parse.lower[start] in NOT_THE_ROLE:
        start += 1
    end = start
    while end < len(parse.words) and end - start < LONGEST_ROLE and not _ends_role(parse, end):
        end += 1
    if end == start or end >= len(parse.words) or parse.lower[end] not in ENDS | RELATIVE:
        return 0, 0
    person = gathering.groups[gathering.group_at(name.first) or 0].label == Label.PERSON
    return (start, end) if _opens_role(parse, start, end, person=person) else (0, 0)


def _opens_role(parse: Parse, start: int, end: int, *, person: bool) -> bool:
    """Whether words behind a name say what it is: an office for people, "the largest bank" for bodies."""
    if parse.tokens[end - 1].end > _line_end(parse, start):
        return False
    if parse.lower[start] == "our" or not person:
        return parse.lower[start] in ARTICLES
    nouns = [index for index in range(start, end) if parse.tokens[index].pos in ("NOUN", "PROPN")]
    until = next((index for index in nouns if parse.lower[index - 1] in AT and index > start), end)
    return any(_is_office(parse, index) for index in nouns if index < until)


def _is_office(parse: Parse, index: int) -> bool:
    return parse.lower[index] in TITLES or names_person(parse.lower[index]) or parse.lower[index] in ("head", "lead")


def _ends_role(parse: Parse, index: int) -> bool:
    finite = parse.tokens[index].tag in ("VBD", "VBZ", "VBP", "MD")
    return parse.words[index] in ENDS or finite or parse.lower[index] in RELATIVE


def _line_end(parse: Parse, index: int) -> int:
    end = parse.text.find("\n", parse.tokens[index].start)
    return len(parse.text) if end < 0 else end


def _of_apposed_noun(gathering: Gathering, name: Name) -> tuple[int, int]:
    """ "the company's founder, Ama Mensah", "the dockers' union, Equity": the noun that the name is set beside."""
    parse = gathering.parse
    noun = _noun_beside(gathering, name)
    if noun is None:
        return 0, 0
    first, _ = parse.subtree(noun)
    if parse.words[noun - 1] == "-":  # the parser takes "her co-author" apart
        first = min(first, parse.subtree(noun - 2)[0])
    end = name.first - 1 if parse.words[name.first - 1] == "," else noun + 1  # "the head of highways, Mark Llewellyn"
    return max(first, noun - LONGEST_ROLE // 2), end if noun < end <= noun + LONGEST_ROLE // 2 else noun + 1


def _noun_beside(gathering: Gathering, name: Name) -> int | None:
    """The office or kind of body; the parser may set the name beside a word below: "a spokesman for Acme, Tom Hall"."""
    parse = gathering.parse
    head = parse.head_of(name.first, name.last)
    if parse.tokens[head].dep != "appos":
        return None
    person = gathering.groups[gathering.group_at(name.first) or 0].label == Label.PERSON
    for noun in [*parse.governors(head)][:3]:
        kind = _is_office(parse, noun) if person else parse.lower[noun] in BODY_NOUNS
        if kind and noun < name.first and gathering.group_at(noun) is None:
            return noun
        if parse.tokens[noun].dep not in ("pobj", "prep") or (noun != parse.tokens[head].head and not person):
            return None
    return None


def _complement(gathering: Gathering, name: Name) -> tuple[int, int]:
    """ "Mensah is a lawyer"."""
    parse = gathering.parse
    head = parse.head_of(name.first, name.last)
    verb = parse.tokens[head].head
    if parse.tokens[head].dep != "nsubj" or parse.tokens[verb].lemma != "be":
        return 0, 0
    noun = parse.child(verb, "attr")
    if noun is None or parse.tokens[noun].pos != "NOUN" or not _is_office(parse, noun):
        return 0, 0
    first, last = parse.subtree(noun)
    end = next((index for index in range(noun + 1, last) if _ends_role(parse, index)), last)
    return first, min(end, first + LONGEST_ROLE)


def _role(gathering: Gathering, first: int, last: int, *, person: bool) -> Iterator[Description]:
    """A role, with the body that it is held in; of a body, what it is."""
    parse = gathering.parse
    yield description(parse, first, last, DescriptionKind.ROLE if person else DescriptionKind.OTHER)
    for name in gathering.within(first, last, BODIES) if person else ():
        if name.first == first or parse.lower[name.first - 1] in AT | ARTICLES:
            yield description(parse, name.first, name.last, DescriptionKind.AFFILIATION)


def _age(parse: Parse, name: Name) -> Iterator[Description]:
    """ ", 34,", "(34)", ", aged 34", ", who is 34," or ", a 34-year-old" behind a name, "34-year-old" before it."""
    at = name.last + 1
    if name.last < len(parse.words) and parse.words[name.last] in (",", "("):
        words = parse.lower[at : at + 2]
        at += 1 if words[:1] in (["aged"], ["a"], ["an"]) else 2 if words in (["who", "is"], ["who", "was"]) else 0
        closes = at + 1 < len(parse.words) and parse.words[at + 1] in (",", ")", ".", ";")
        if _is_age(parse, at) and (closes or _is_years_old(parse, at)):
            yield description(parse, at, at + 1, DescriptionKind.AGE)
    before = name.first - YEARS_OLD
    for at in (before, before - 1):
        if at >= 0 and _is_age(parse, at) and _is_years_old(parse, at):
            yield description(parse, at, at + 1, DescriptionKind.AGE)


def _is_age(parse: Parse, index: int) -> bool:
    return index < len(parse.words) and parse.words[index].isdecimal() and len(parse.words[index]) < LONGEST_AGE


def _is_years_old(parse: Parse, index: int) -> bool:
    return parse.lower[index + 1 : index + YEARS_OLD] == ["-", "year", "-", "old"]


def _from_where(gathering: Gathering, name: Name) -> Iterator[Description]:
    """ "of Ohio", ", from Leeds,", ", 58, of Mill Lane, Leeds,", and of a body: "of Hale Partners", "Acme's" before."""
    parse, at = gathering.parse, name.last
    if parse.words[at : at + 1] == [","]:
        at += 3 if _is_age(parse, at + 1) and parse.words[at + 2 : at + 3] == [","] else 1
    if at < len(parse.words) and parse.lower[at] in ("of", "from", "at"):
        places = gathering.within(at + 1, at + 6 if parse.lower[at] == "of" else at + 3, PLACES)
        own = (place for place in places if _is_home(parse, at, place))
        for place in own:
            yield description(parse, place.first, place.last, DescriptionKind.PLACE)
            break
    for body in gathering.within(at + 1, at + 3, BODIES):
        article = body.first == at + 2 and parse.lower[at + 1] in ARTICLES
        if parse.lower[at] in ("of", "from", "at") and (body.first == at + 1 or article):
            yield description(parse, body.first, body.last, DescriptionKind.AFFILIATION)
    for body in gathering.within(name.first - 3, name.first - 1, BODIES) if name.first > 1 else ():
        if parse.lower[name.first - 1] in ("'s", "'") and body.last == name.first - 1:
            yield description(parse, body.first, body.last, DescriptionKind.AFFILIATION)


def _is_home(parse: Parse, preposition: int, place: Name) -> bool:
    """A place right behind the preposition, or behind the street in it."""
    if parse.lower[place.last - 1] in STREETS:
        return False
    street = parse.lower[place.first - 2] in STREETS and parse.words[place.first - 1] == ","
    return place.first <= preposition + 2 or street

"""What a draft says of people and bodies beside their names: roles, ages, places, affiliations, founders."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.document import Description, DescriptionKind, Label
from analysis.entities.linking import Group
from analysis.entities.names import Name
from analysis.entities.titles import HONORIFICS, TITLES
from analysis.lexicon.roles import names_person
from analysis.parse import Parse

COURTESIES = frozenset("mr mrs ms miss mx sir dame lord lady".split())
LEARNED = frozenset("dr prof professor doctor".split())
BEFORE_A_NAME = frozenset("compound amod nmod nn det poss appos".split())
ARTICLES = frozenset("a an the our its his her their this".split())
LONGEST_ROLE = 16  # words
ENDS = frozenset(", . ; : — – ( ) “ ” \" '' `` ‘ ' -- ! ?".split())
AT = frozenset("at of for with from in".split())
FOUNDING = frozenset("found co-found cofound establish".split())
BASED = frozenset("based headquartered".split())
PLACES = frozenset({Label.GPE, Label.LOC})
BODIES = frozenset({Label.ORG})


@dataclass(frozen=True)  # no slots: the table is made once, when first asked for
class Gathering:
    """The groups of a draft, and which of them stands at a word."""

    parse: Parse
    groups: Sequence[Group]

    @cached_property
    def names(self) -> list[tuple[Name, int]]:
        """Every name with the number of its group, in order."""
        every = [(name, number) for number, group in enumerate(self.groups) for name in group.names]
        return sorted(every, key=lambda named: named[0].first)

    @cached_property
    def _at(self) -> dict[int, int]:
        return {index: place for place, (name, _) in enumerate(self.names) for index in range(name.first, name.last)}

    def group_at(self, index: int) -> int | None:
        """The number of the group whose name this word belongs to."""
        place = self._at.get(index)
        return None if place is None else self.names[place][1]

    def within(self, first: int, last: int, labels: frozenset[Label]) -> Iterator[Name]:
        """The names of those labels in a range of words."""
        start = bisect_left(self.names, first, key=lambda named: named[0].first)
        for name, number in self.names[start:]:
            if name.first >= last:
                return
            if self.groups[number].label in labels:
                yield name


def describe(gathering: Gathering) -> list[list[Description]]:
    """For each group, what the draft says of it, in order of the text."""
    told: list[list[Description]] = [[] for _ in gathering.groups]
    for name, number in gathering.names:
        told[number] += _around(gathering, name, gathering.groups[number].label)
    for number, description in [*_based(gathering), *_founded(gathering)]:
        told[number].append(description)
    return [sorted(set(descriptions), key=lambda found: (found.start, found.end)) for descriptions in told]


def _around(gathering: Gathering, name: Name, label: Label) -> Iterator[Description]:
    if label == Label.PERSON:
        yield from _before(gathering, name)
        yield from _age(gathering.parse, name)
        yield from _home(gathering, name)
    if label in (Label.PERSON, Label.ORG):
        for first, last in (_behind(gathering, name), _of_apposed_noun(gathering, name), _complement(gathering, name)):
            if first < last:
                yield from _role(gathering, first, last, person=label == Label.PERSON)


def _before(gathering: Gathering, name: Name) -> Iterator[Description]:
    """ "Science Secretary", "Dr.", "Acme chief executive"."""
    parse, first = gathering.parse, name.first
    while first and name.first - first < LONGEST_ROLE // 2 and _leads_to(parse, first - 1, name):
        first -= 1
    while first < name.first and parse.lower[first] in ARTICLES:
        first += 1
    if first == name.first:
        return
    last_word = parse.lower[name.first - 1].rstrip(".")
    if last_word in COURTESIES:
        return
    if last_word in LEARNED and name.first - first == 1:
        yield _description(parse, first, name.first, DescriptionKind.OTHER)
    elif last_word in TITLES or names_person(last_word):
        yield from _role(gathering, first, name.first, person=True)


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
    end = start
    while end < len(parse.words) and end - start < LONGEST_ROLE and not _ends_role(parse, end):
        end += 1
    if end == start or end >= len(parse.words) or parse.words[end] not in ENDS:
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
    return parse.words[index] in ENDS or finite or parse.lower[index] in ("who", "which", "that")


def _line_end(parse: Parse, index: int) -> int:
    end = parse.text.find("\n", parse.tokens[index].start)
    return len(parse.text) if end < 0 else end


def _of_apposed_noun(gathering: Gathering, name: Name) -> tuple[int, int]:
    """ "the company's founder, Ama Mensah": the noun that the name is set beside."""
    parse = gathering.parse
    head = parse.head_of(name.first, name.last)
    noun = parse.tokens[head].head
    if parse.tokens[head].dep != "appos" or noun >= name.first or gathering.group_at(noun) is not None:
        return 0, 0
    if not _is_office(parse, noun):
        return 0, 0
    first, _ = parse.subtree(noun)
    return max(first, noun - LONGEST_ROLE // 2), noun + 1


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
    yield _description(parse, first, last, DescriptionKind.ROLE if person else DescriptionKind.OTHER)
    for name in gathering.within(first, last, BODIES) if person else ():
        if name.first == first or parse.lower[name.first - 1] in AT | ARTICLES:
            yield _description(parse, name.first, name.last, DescriptionKind.AFFILIATION)


def _age(parse: Parse, name: Name) -> Iterator[Description]:
    """ ", 34,", "(34)", ", aged 34" behind a name, "34-year-old" before it."""
    at = name.last + 1
    if name.last < len(parse.words) and parse.words[name.last] in (",", "("):
        at += at < len(parse.words) and parse.lower[at] in ("aged", "age")
        closes = at + 1 < len(parse.words) and parse.words[at + 1] in (",", ")", ".", ";")
        if closes and parse.words[at].isdigit() and len(parse.words[at]) < 4:
            yield _description(parse, at, at + 1, DescriptionKind.AGE)


def _home(gathering: Gathering, name: Name) -> Iterator[Description]:
    """ "of Ohio", ", from Leeds,"."""
    parse, at = gathering.parse, name.last
    at += at < len(parse.words) and parse.words[at] == ","
    if at < len(parse.words) and parse.lower[at] in ("of", "from"):
        for place in gathering.within(at + 1, at + 3, PLACES):
            yield _description(parse, place.first, place.last, DescriptionKind.PLACE)


def _based(gathering: Gathering) -> Iterator[tuple[int, Description]]:
    """ "London-based Acme", "Acme, the Leeds-based startup", "based in both Leeds and York"."""
    parse = gathering.parse
    for index, word in enumerate(parse.lower):
        if word not in BASED and not word.endswith("-based"):
            continue
        owner = _owner(gathering, index)
        if owner is None:
            continue
        hyphen = index > 1 and parse.words[index - 1] == "-"
        area = (max(0, index - 4), index) if hyphen else (index, min(len(parse.words), index + 8))
        for place in gathering.within(*area, PLACES):
            if not hyphen or place.last == index - 1:
                yield owner, _description(parse, place.first, place.last, DescriptionKind.PLACE)
            if not hyphen and not _goes_on(parse, place.last):
                break


def _goes_on(parse: Parse, index: int) -> bool:
    return index < len(parse.words) and parse.lower[index] == "and"


def _owner(gathering: Gathering, index: int) -> int | None:
    """Whose base it is: the name that the word hangs on in the end, or that the noun above is set beside."""
    parse = gathering.parse
    for above in gathering.parse.governors(index):
        number = gathering.group_at(above)
        if number is not None and gathering.groups[number].label in (Label.ORG, Label.PERSON):
            return number
        if parse.tokens[above].pos in ("VERB", "AUX") and parse.tokens[above].dep not in ("acl", "conj", "amod"):
            return None
    return None


def _founded(gathering: Gathering) -> Iterator[tuple[int, Description]]:
    """ "Acme, co-founded by former bankers": by whom a body was founded."""
    parse = gathering.parse
    for index, token in enumerate(parse.tokens):
        if token.lemma.lower().removeprefix("co-") not in FOUNDING or token.pos != "VERB":
            continue
        owner = _owner(gathering, index) if token.dep in ("acl", "conj") else _subject_group(gathering, index)
        by = parse.child(index, "agent")
        founder = None if by is None else parse.child(by, "pobj")
        if owner is not None and founder is not None:
            first, last = parse.subtree(founder)
            end = next(
                (at for at in range(founder + 1, last) if parse.words[at] in ENDS or parse.lower[at] == "and"), last
            )
            yield owner, _description(parse, first, end, DescriptionKind.FOUNDER)


def _subject_group(gathering: Gathering, verb: int) -> int | None:
    subject = gathering.parse.child(verb, "nsubjpass")
    return None if subject is None else gathering.group_at(subject)


def _description(parse: Parse, first: int, last: int, kind: DescriptionKind) -> Description:
    span = parse.span(first, last)
    words = span.of(parse.text).lower().replace("’", "'").split()
    while len(words) > 1 and words[0] in ARTICLES:
        words.pop(0)
    return Description(span.start, span.end, kind, " ".join(words).rstrip("."))

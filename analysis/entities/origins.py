"""Where people and bodies are based, and who founded them."""

from collections.abc import Iterator

from analysis.document import Description, DescriptionKind, Label
from analysis.entities.gathering import Gathering, description
from analysis.entities.names import Name
from analysis.parse import Parse

FOUNDING = frozenset("found co-found cofound establish".split())
BASED = frozenset("based headquartered".split())
PLACES = frozenset({Label.GPE, Label.LOC})
ENDS = frozenset(", . ; : — – ( ) “ ” \" '' `` ‘ ' -- ! ?".split())


def based(gathering: Gathering) -> Iterator[tuple[int, Description]]:
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
                yield owner, description(parse, place.first, place.last, DescriptionKind.PLACE)
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


def founded(gathering: Gathering) -> Iterator[tuple[int, Description]]:
    """By whom a body was founded: "Acme, founded by former bankers", "Mensah, who co-founded Acme"."""
    parse = gathering.parse
    for index, token in enumerate(parse.tokens):
        if token.lemma.lower().removeprefix("co-") in FOUNDING and token.pos == "VERB" and token.tag != "VB":
            yield from _by_others(gathering, index)
            yield from _by_subject(gathering, index)


def founders(gathering: Gathering, name: Name, role: Description) -> Iterator[tuple[int, Description]]:
    """Of "Mensah, the founder of Acme" what is told of the body: who founded it."""
    if not any(word.startswith(("founder", "cofounder")) for word in role.value.replace("-", " ").split()):
        return
    parse = gathering.parse
    for body in gathering.within(*parse.range_of(role), frozenset({Label.ORG})):
        number = gathering.group_at(body.first)
        if number is not None:
            yield number, description(parse, name.first, name.last, DescriptionKind.FOUNDER)


def _by_others(gathering: Gathering, verb: int) -> Iterator[tuple[int, Description]]:
    parse = gathering.parse
    passive = parse.child(verb, "nsubjpass")
    owner = _owner(gathering, verb) if parse.tokens[verb].dep in ("acl", "conj") else _meant(gathering, verb, passive)
    by = parse.child(verb, "agent")
    founder = None if by is None else parse.child(by, "pobj")
    if owner is not None and founder is not None:
        first, last = parse.subtree(founder)
        yield owner, description(parse, first, _end(parse, founder, last), DescriptionKind.FOUNDER)


def _by_subject(gathering: Gathering, verb: int) -> Iterator[tuple[int, Description]]:
    parse = gathering.parse
    body, subject = parse.child(verb, "dobj"), parse.child(verb, "nsubj")
    owner = None if body is None else gathering.group_at(body)
    founder = _meant_word(gathering, verb, subject)
    name = None if founder is None else gathering.name_at(founder)
    if owner is not None and name is not None and gathering.groups[owner].label == Label.ORG:
        yield owner, description(parse, name.first, name.last, DescriptionKind.FOUNDER)


def _end(parse: Parse, founder: int, last: int) -> int:
    """Where the words for a founder end: two names may be joined, but no clause."""
    for at in range(founder + 1, last):
        if parse.words[at] in ENDS or (parse.lower[at] == "and" and parse.tokens[at + 1].pos == "VERB"):
            return at
    return last


def _meant(gathering: Gathering, verb: int, subject: int | None) -> int | None:
    word = _meant_word(gathering, verb, subject)
    return None if word is None else gathering.group_at(word)


def _meant_word(gathering: Gathering, verb: int, subject: int | None) -> int | None:
    """The subject of a verb; for "who" and "which" the word that they go with."""
    relative = subject is not None and gathering.parse.lower[subject] in ("who", "which", "that")
    return gathering.parse.tokens[verb].head if relative else subject

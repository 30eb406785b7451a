"""People whom the model misses or takes for something else, and first names that it leaves out."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from analysis.document import Label
from analysis.entities.names import Name, written
from analysis.entities.titles import BODIES, COMMON_ABBREVIATIONS, TITLES
from analysis.lexicon.first_names import is_first_name
from analysis.lexicon.roles import names_person
from analysis.parse import Parse

PERSONAL = frozenset("he him his himself she her hers herself".split())
RELABELLED = frozenset({Label.ORG, Label.GPE, Label.LOC, Label.PRODUCT, Label.WORK_OF_ART, Label.FAC, Label.NORP})
TOLD_AS_PEOPLE = 2  # sentences that go on with "he" or "his" behind a name, from which on it is a person …
SHARE = 0.2  # … where they are this share of all that name it
YOUNGEST, OLDEST = 10, 115  # years


def as_people(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """The names, where an age, a first name known already, or "he" behind them shows that they are people's."""
    people = {written(parse, name) for name in names if _is_aged(parse, name)}
    people |= {first for first, times in _first_names(parse, names).items() if times == 1}
    people |= set(_gone_on_with(parse, names))
    return [_as_person(parse, name) if written(parse, name) in people else name for name in names]


def unseen_people(parse: Parse, names: Sequence[Name]) -> Iterator[Name]:
    """A first name of our list and the name behind it, where the model has marked neither."""
    taken = {index for name in names for index in range(name.first, name.last)}
    for index in range(len(parse.words) - 1):
        token, surname = parse.tokens[index], parse.words[index + 1]
        if not is_first_name(parse.words[index]) or token.pos != "PROPN" or not taken.isdisjoint((index, index + 1)):
            continue
        called = token.dep == "compound" and token.head == index + 1 and parse.words[index].istitle()
        behind = parse.tokens[index + 2].pos if index + 2 < len(parse.words) else ""
        if called and surname.istitle() and parse.lower[index + 1] not in BODIES and behind != "PROPN":
            yield Name(index, index + 2, Label.PERSON)


def with_first_names(parse: Parse, names: Sequence[Name], *, whole: Container[int]) -> list[Name]:
    """The names, in order, with the first names that the model left out; those at the words of `whole` stand."""
    full = (written(parse, name) for name in names if name.label == Label.PERSON)
    named = {person.split()[-1] for person in full if " " in person}  # these have theirs: "Special Agent Hollins"
    before = zip(names, [None, *names], strict=False)
    return [
        name if name.first in whole or written(parse, name) in named else _with_first_name(parse, name, last)
        for name, last in before
    ]


def _as_person(parse: Parse, name: Name) -> Name:
    where = name.first > 0 and parse.lower[name.first - 1] in ("in", "at", "near")
    return name if where or name.label not in RELABELLED else replace(name, label=Label.PERSON)


def _is_aged(parse: Parse, name: Name) -> bool:
    """ "Dot Perkins, 63," with a comma on either side."""
    if name.label not in RELABELLED or parse.lower[name.last : name.last + 1] != [","]:
        return False
    at = name.last + 1 + (parse.lower[name.last + 1 : name.last + 2] == ["aged"])
    age, behind = parse.words[at : at + 1], parse.words[at + 1 : at + 2]
    return bool(age) and age[0].isdecimal() and YOUNGEST <= int(age[0]) <= OLDEST and behind in ([","], ["."])


def _first_names(parse: Parse, names: Sequence[Name]) -> Counter[str]:
    """How many people of the draft bear each first name."""
    full = {written(parse, name) for name in names if name.label == Label.PERSON and name.last - name.first > 1}
    return Counter(name.split()[0] for name in full if not name.isupper())


def _gone_on_with(parse: Parse, names: Sequence[Name]) -> Iterator[str]:
    """Single words that stand for people: sentences go on with "he" behind them, and name no person besides."""
    times: Counter[str] = Counter()
    followed: Counter[str] = Counter()
    for number, name in enumerate(names):
        if name.label in RELABELLED and name.last - name.first == 1 and not parse.words[name.first].isupper():
            times[written(parse, name)] += 1
            followed[written(parse, name)] += _leads_to_pronoun(parse, names, number)
    for spelt, count in followed.items():
        if count >= max(TOLD_AS_PEOPLE, SHARE * times[spelt]):
            yield spelt


def _leads_to_pronoun(parse: Parse, names: Sequence[Name], number: int) -> bool:
    name = names[number]
    sentence = parse.sentences[parse.sentence_at(parse.tokens[name.first].start)]
    near = [*names[max(0, number - 5) : number], *names[number + 1 : number + 5]]
    others = any(other.label == Label.PERSON and sentence.first <= other.first < sentence.last for other in near)
    subject = any(parse.tokens[index].dep in ("nsubj", "nsubjpass", "poss") for index in range(name.first, name.last))
    return not others and subject and not PERSONAL.isdisjoint(parse.lower[name.last : sentence.last])


def _with_first_name(parse: Parse, name: Name, before: Name | None) -> Name:
    """ "Emeka Okonjo", of which the model sees the surname alone."""
    first = name.first - 1
    if name.label != Label.PERSON or first < 0 or (before and before.last > first) or " " in written(parse, name):
        return name
    word, token = parse.words[first], parse.tokens[first]
    if token.pos != "PROPN" or token.dep != "compound" or token.head != name.last - 1:
        return name
    called = parse.lower[first].rstrip(".") in TITLES | COMMON_ABBREVIATIONS or names_person(parse.lower[first])
    if called or not word.istitle() or parse.tokens[name.first].start - token.end != 1:
        return name
    opens = first == parse.sentences[parse.sentence_at(token.start)].first
    titled = opens or parse.tokens[first - 1].head == name.last - 1  # "Special Agent Hollins"
    return replace(name, first=first) if is_first_name(word) or not titled else name

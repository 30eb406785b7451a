"""The names in a draft: what the model marked, cut to the name itself and given the right label."""

from dataclasses import dataclass

from analysis.document import Label
from analysis.entities.titles import TITLES
from analysis.language import ModelName, Reading
from analysis.parse import Parse

LABELS = frozenset(Label)
POSSESSIVES = frozenset({"'s", "'"})
MARKS = frozenset("\"'“”‘’()[],;:-–—.")


@dataclass(frozen=True, slots=True)
class Name:
    """A range of words that is a name."""

    first: int
    last: int
    label: Label


def names_in(reading: Reading) -> list[Name]:
    """The names of a draft in order, none overlapping, without titles, articles and possessives."""
    names = (_cut(reading.parse, name) for name in reading.names if name.label in LABELS)
    return [name for name in names if name]


def _cut(parse: Parse, name: ModelName) -> Name | None:
    first, last = name.first, name.last
    while last > first and (parse.lower[last - 1] in POSSESSIVES or parse.lower[last - 1] in MARKS):
        last -= 1
    while first < last and _stands_before(parse, first, last, person=name.label == Label.PERSON):
        first += 1
    return Name(first, last, Label(name.label)) if first < last else None


def _stands_before(parse: Parse, index: int, last: int, *, person: bool) -> bool:
    word = parse.lower[index]
    return word in MARKS or word == "the" or (person and last - index > 1 and word.rstrip(".") in TITLES)

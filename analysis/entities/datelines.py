"""The places and agencies of datelines, which are names whatever the model makes of their capitals."""

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.datelines import NAME, datelines
from analysis.document import Label
from analysis.entities.names import UNIONS, Name, written
from analysis.lexicon.sameness import place_key
from analysis.parse import Parse

PLACE = re.compile(NAME)


def with_datelines(parse: Parse, names: list[Name]) -> list[Name]:
    """The names, with one for each place and agency of a dateline, whatever the model made of it."""
    told = list(_told(parse))
    taken = {index for name in told for index in range(name.first, name.last)}
    if not taken:
        return names
    labels = {written(parse, name).lower(): name.label for name in told}
    labels = {spelt: label for spelt, label in labels.items() if place_key(spelt) not in UNIONS}
    others = [
        replace(name, label=labels.get(written(parse, name).lower(), name.label))
        for name in names
        if taken.isdisjoint(range(name.first, name.last))
    ]
    return sorted([*told, *others], key=lambda name: name.first)


def _told(parse: Parse) -> Iterator[Name]:
    for line in datelines(parse.text):
        for place in PLACE.finditer(parse.text, *line.span("places")):
            yield _name(parse, place.span(), Label.GPE)
        for part, label in (("region", Label.GPE), ("agency", Label.ORG)):
            if line[part]:
                yield _name(parse, line.span(part), label)


def _name(parse: Parse, place: tuple[int, int], label: Label) -> Name:
    start, end = place
    return Name(parse.at(start), parse.at(end - 1) + 1, label)

"""Who and what a draft speaks of: mentions in the text, and the people, bodies and places behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.document import Entity, Form, HouseEntry, Mention
from analysis.entities.consistency import consistent
from analysis.entities.datelines import with_datelines
from analysis.entities.descriptions import Gathering, describe
from analysis.entities.linking import grouped
from analysis.entities.names import names_of_model
from analysis.entities.references import references
from analysis.language import Reading


def find_entities(reading: Reading, house: Sequence[HouseEntry]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """All mentions in order of the text, none overlapping, and the entities they point at."""
    parse = reading.parse
    names = consistent(parse, with_datelines(parse, names_of_model(reading)), house)
    gathering = Gathering(parse, grouped(parse, names, house))
    told = describe(gathering)
    entities = [
        replace(group.entity(parse), descriptions=tuple(descriptions))
        for group, descriptions in zip(gathering.groups, told, strict=True)
    ]
    mentions = sorted([*_named(gathering), *references(gathering, told)], key=lambda mention: mention.start)
    return tuple(mentions), tuple(entities)


def _named(gathering: Gathering) -> Iterator[Mention]:
    for name, number in gathering.names:
        span = gathering.parse.span(name.first, name.last)
        yield Mention(span.start, span.end, gathering.groups[number].label, Form.NAME, number)

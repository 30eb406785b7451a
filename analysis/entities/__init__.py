"""Who and what a draft speaks of: mentions in the text, and the people, bodies and places behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.document import Entity, Form, HouseEntry, Mention, Ruling
from analysis.entities.consistency import consistent
from analysis.entities.datelines import with_datelines
from analysis.entities.descriptions import describe
from analysis.entities.gathering import Gathering
from analysis.entities.linking import Group, grouped
from analysis.entities.listed import ruled_list
from analysis.entities.names import names_of_model
from analysis.entities.references import references
from analysis.language import Reading


def find_entities(
    reading: Reading, house: Sequence[HouseEntry], rulings: Sequence[Ruling] = ()
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """All mentions in order of the text, none overlapping, and the entities they point at."""
    parse = reading.parse
    groups = _grouped(reading, house)
    if rulings:
        groups = _grouped(reading, ruled_list(house, rulings, [group.spellings(parse) for group in groups]))
    gathering = Gathering(parse, groups)
    told = describe(gathering)
    entities = [
        replace(group.entity(parse), descriptions=tuple(descriptions))
        for group, descriptions in zip(gathering.groups, told, strict=True)
    ]
    mentions = sorted([*_named(gathering), *references(gathering, told)], key=lambda mention: mention.start)
    return tuple(mentions), tuple(entities)


def _grouped(reading: Reading, house: Sequence[HouseEntry]) -> list[Group]:
    """The names of a draft by entity, as this list has them."""
    parse = reading.parse
    return grouped(parse, consistent(parse, with_datelines(parse, names_of_model(reading)), house), house)


def _named(gathering: Gathering) -> Iterator[Mention]:
    for name, number in gathering.names:
        span = gathering.parse.span(name.first, name.last)
        yield Mention(span.start, span.end, gathering.groups[number].label, Form.NAME, number)

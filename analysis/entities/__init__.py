"""Who and what a draft speaks of: mentions in the text, and the people, bodies and places behind them."""

from collections.abc import Sequence

from analysis.document import Entity, Form, HouseEntry, Mention
from analysis.entities.consistency import consistent
from analysis.entities.linking import grouped
from analysis.entities.names import names_of_model
from analysis.language import Reading


def find_entities(reading: Reading, house: Sequence[HouseEntry]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """All mentions in order of the text, and the entities they point at."""
    parse = reading.parse
    groups = grouped(parse, consistent(parse, names_of_model(reading)))
    mentions = [
        Mention(span.start, span.end, group.label, Form.NAME, number)
        for number, group in enumerate(groups)
        for name in group.names
        for span in [parse.span(name.first, name.last)]
    ]
    return tuple(sorted(mentions, key=lambda mention: mention.start)), tuple(group.entity(parse) for group in groups)

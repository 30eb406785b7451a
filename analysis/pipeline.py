"""The way of a draft through the analysis: from its text to everything that Backread knows of it."""

from collections.abc import Sequence
from datetime import date

from analysis.document import Document, HouseEntry
from analysis.entities import find_entities
from analysis.foreign import foreign_language
from analysis.language import read
from analysis.quantities import find_quantities
from analysis.quotations import find_quotations
from analysis.relations import find_relations


def annotate(text: str, *, dated: date | None = None, house: Sequence[HouseEntry] = ()) -> Document:
    """Read one draft. `dated` is the day it was written, `house` the desk's list of names.

    A text in another language comes back with empty layers and the reason in `not_checked`.
    """
    if language := foreign_language(text):
        reason = f"This draft seems to be in {language}; Backread reads English."
        return Document(text, dated, house=tuple(house), not_checked=(reason,))
    reading = read(text)
    parse = reading.parse
    mentions, entities = find_entities(reading, house)
    quantities = find_quantities(parse, dated=dated)
    return Document(
        text,
        dated,
        tokens=tuple(parse.tokens),
        sentences=tuple(parse.sentences),
        mentions=mentions,
        entities=entities,
        quantities=quantities,
        relations=find_relations(parse, quantities),
        quotations=find_quotations(parse, mentions, entities, house),
        house=tuple(house),
    )

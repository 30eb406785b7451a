"""The way of a draft through the analysis: from its text to everything that Backread knows of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from analysis.checks import document_checks
from analysis.claims.finding import find_claims
from analysis.comparing.sides import Side
from analysis.document import Document, HouseEntry, QuantityKind, Ruling
from analysis.entities import find_entities
from analysis.foreign import foreign_language
from analysis.language import read
from analysis.quantities import find_quantities
from analysis.quotations import find_quotations, find_stances
from analysis.reach import is_in_reach
from analysis.relations import find_relations
from analysis.settlement import settled


def annotate(
    text: str, *, dated: date | None = None, house: Sequence[HouseEntry] = (), rulings: Sequence[Ruling] = ()
) -> Document:
    """Read one draft. `dated` is the day it was written, where anybody can mean it; `house` the desk's list of names.

    `rulings` are the editors' words on names of this story; they outrank the house list, as it does the model.

    A text in another language comes back with empty layers and the reason in `not_checked`.
    """
    dated = dated if dated and is_in_reach(dated) else None
    if language := foreign_language(text):
        reason = f"This draft seems to be in {language}; Backread reads English."
        return Document(text, dated, house=tuple(house), not_checked=(reason,))
    document = _read(text, dated, tuple(house), rulings)
    side = Side(document)
    findings = (finding for check in document_checks() for finding in check.find(side))
    return replace(document, findings=settled(findings), not_checked=tuple(_open_questions(document)))


def _read(text: str, dated: date | None, house: tuple[HouseEntry, ...], rulings: Sequence[Ruling]) -> Document:
    """Every layer of an English draft, before anything is checked."""
    reading = read(text)
    parse = reading.parse
    mentions, entities = find_entities(reading, house, rulings)
    quantities = find_quantities(parse, dated=dated)
    quotations = find_quotations(parse, mentions, entities, house)
    return Document(
        text,
        dated,
        tokens=tuple(parse.tokens),
        sentences=tuple(parse.sentences),
        mentions=mentions,
        entities=entities,
        quantities=quantities,
        relations=find_relations(parse, quantities),
        quotations=quotations,
        stances=find_stances(parse, mentions, entities, house, quotations),
        claims=find_claims(parse, quantities=quantities, mentions=mentions, quotations=quotations),
        house=house,
    )


def _open_questions(document: Document) -> Iterator[str]:
    """What could not be settled for want of a date."""
    dates = [quantity for quantity in document.quantities if quantity.kind == QuantityKind.DATE]
    if document.dated is None and any(quantity.low is None and quantity.high is None for quantity in dates):
        yield "This draft has no date, so that days such as “last year” or “Tuesday” stay open."

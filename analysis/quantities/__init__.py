"""Figures and dates: every quantity in a draft, normalised, with what it measures."""

from collections.abc import Iterator
from datetime import date

from analysis.document import Quantity, QuantityKind
from analysis.parse import Parse
from analysis.quantities.ages import ages_in
from analysis.quantities.anchored import anchored_dates
from analysis.quantities.clock import laps_in, stretches_in, times_in
from analysis.quantities.dates import DateFound, dates_in
from analysis.quantities.figures import figure_of
from analysis.quantities.governing import hedge_of, in_future, measured, verb_over
from analysis.quantities.near import Figure
from analysis.quantities.numbers import numbers_in
from analysis.quantities.ranges import joined, reckoned_by
from analysis.quantities.shares import multiples_in, shares_in
from analysis.spans import Span, Spanned


def find_quantities(parse: Parse, *, dated: date | None) -> tuple[Quantity, ...]:
    """All quantities in order of the text, none overlapping. Without `dated`, relative dates stay open."""
    found: list[Quantity] = []
    taken = bytearray(len(parse.text))
    for quantity in _candidates(parse, dated):
        if not any(taken[quantity.start : quantity.end]):
            taken[quantity.start : quantity.end] = b"\1" * (quantity.end - quantity.start)
            found.append(quantity)
    in_order = sorted(found, key=lambda quantity: quantity.start)
    return tuple(reckoned_by(parse.text, quantity) for quantity in joined(parse.text, in_order))


def _candidates(parse: Parse, dated: date | None) -> Iterator[Quantity]:
    """Dates and times before figures: the 7 of "7 March" counts nothing."""

    def is_ahead(position: int) -> bool:
        deadline = parse.text[max(0, position - 3) : position].lower() == "by "
        return deadline or in_future(parse, verb_over(parse, Span(position, position + 1)))

    for age in ages_in(parse.text):
        yield _figured(parse, age)
    dates = list(dates_in(parse.text, dated=dated, is_ahead=is_ahead))
    for found in (*anchored_dates(parse, dates), *dates):
        yield _dated(parse, found)
    text = parse.text
    for figure in (*laps_in(text), *times_in(text), *shares_in(text), *multiples_in(parse)):
        yield _figured(parse, figure)
    for number in numbers_in(parse.text):
        if counted := figure_of(parse, number):
            yield _figured(parse, counted)
    for stretch in stretches_in(parse.text):
        yield _figured(parse, stretch)


def _dated(parse: Parse, found: DateFound) -> Quantity:
    return Quantity(
        found.start,
        found.end,
        QuantityKind.DATE,
        found.interval.low,
        found.interval.high,
        found.unit,
        measured(parse, found),
        _verb(parse, found),
        hedge_of(parse.text, found).about,
    )


def _figured(parse: Parse, figure: Figure) -> Quantity:
    hedge = hedge_of(parse.text, figure)
    return Quantity(
        figure.start,
        figure.end,
        figure.kind,
        None if hedge.open_below else figure.low,
        None if hedge.open_above else figure.high,
        figure.unit,
        measured(parse, figure),
        _verb(parse, figure),
        hedge.about or figure.about,
    )


def _verb(parse: Parse, place: Spanned) -> str | None:
    verb = verb_over(parse, place)
    return None if verb is None else parse.tokens[verb].lemma

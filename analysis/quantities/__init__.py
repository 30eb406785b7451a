"""Figures and dates: every quantity in a draft, normalised, with what it measures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from analysis.document import Quantity, QuantityKind
from analysis.parse import Parse
from analysis.quantities.clock import stretches_in, times_in
from analysis.quantities.dates import DateFound, dates_in
from analysis.quantities.figures import Figure, figure_of
from analysis.quantities.governing import hedge_of, in_future, measured, verb_over
from analysis.quantities.numbers import BETWEEN, numbers_in
from analysis.quantities.shares import shares_in
from analysis.spans import Span, Spanned

AND = re.compile(r"\s+and\s+(?:(?:in|on)\s+)?")
LOOK_BACK = 16  # characters before a figure in which "between" stands


def find_quantities(parse: Parse, *, dated: date | None) -> tuple[Quantity, ...]:
    """All quantities in order of the text, none overlapping. Without `dated`, relative dates stay open."""
    found: list[Quantity] = []
    taken = bytearray(len(parse.text))
    for quantity in _candidates(parse, dated):
        if not any(taken[quantity.start : quantity.end]):
            taken[quantity.start : quantity.end] = b"\1" * (quantity.end - quantity.start)
            found.append(quantity)
    return tuple(_ranges(parse.text, sorted(found, key=lambda quantity: quantity.start)))


def _ranges(text: str, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, with two of a kind "between … and …" as one; sums with a sign each stay two."""
    last: Quantity | None = None
    for quantity in quantities:
        if last and _are_range(text, last, quantity):
            last = replace(last, end=quantity.end, high=quantity.high)
            continue
        if last:
            yield last
        last = quantity
    if last:
        yield last


def _are_range(text: str, low: Quantity, high: Quantity) -> bool:
    if low.kind is QuantityKind.MONEY or (low.kind, low.unit) != (high.kind, high.unit):
        return False
    if not AND.fullmatch(text, low.end, high.start):
        return False
    return bool(BETWEEN.search(text, max(0, low.start - LOOK_BACK), low.start)) and _rises(low, high)


def _rises(low: Quantity, high: Quantity) -> bool:
    if isinstance(low.high, date) and isinstance(high.low, date):
        return low.high < high.low
    return isinstance(low.high, float | int) and isinstance(high.low, float | int) and low.high < high.low


def _candidates(parse: Parse, dated: date | None) -> Iterator[Quantity]:
    """Dates and times before figures: the 7 of "7 March" counts nothing."""

    def is_ahead(position: int) -> bool:
        return in_future(parse, verb_over(parse, Span(position, position + 1)))

    for found in dates_in(parse.text, dated=dated, is_ahead=is_ahead):
        yield _dated(parse, found)
    for time in times_in(parse.text):
        yield _figured(parse, time)
    for share in shares_in(parse.text):
        yield _figured(parse, share)
    for number in numbers_in(parse.text):
        if figure := figure_of(parse, number):
            yield _figured(parse, figure)
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
        hedge.about,
    )


def _verb(parse: Parse, place: Spanned) -> str | None:
    verb = verb_over(parse, place)
    return None if verb is None else parse.tokens[verb].lemma

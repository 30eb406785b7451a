"""Two standings of one tally: "as of May, 151 boats", "as of July, 163 boats"; each is right for its day."""

from analysis.comparing.figures import disagree, grain
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.document import Quantity, QuantityKind
from analysis.spans import Spanned

BESIDE = 50  # characters between a tally and its day
REFERENCE = (("as", "of"), ("as", "at"), ("as", "on"), ("up", "to"))
WHEN = frozenset({QuantityKind.DATE, QuantityKind.TIME})


def of_two_standings(pair: Pair, one: Spanned, other: Spanned) -> bool:
    """Whether a tally changed together with the year or the "as of" beside it."""
    days_a, days_b = _days_of_reference(pair.a, one), _days_of_reference(pair.b, other)
    return any(disagree(day, another) for day in days_a for another in days_b)


def tells_how_new(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether two days are no dates of an event, but tell for when a tally holds."""
    if _refers(pair.a, one) and _refers(pair.b, other):
        return True
    tallies_a, tallies_b = _tallies(pair.a, one), _tallies(pair.b, other)
    years = grain(one) == grain(other) == "year"
    return years and any(disagree(tally, another) for tally in tallies_a for another in tallies_b)


def _days_of_reference(side: Side, tally: Spanned) -> list[Quantity]:
    days = (found for found in _beside(side, tally) if found.kind is QuantityKind.DATE)
    return [day for day in days if _refers(side, day) or (grain(day) == "year" and _one_deed(side, day, tally))]


def _tallies(side: Side, day: Quantity) -> list[Quantity]:
    return [found for found in _beside(side, day) if found.kind not in WHEN and _one_deed(side, day, found)]


def _one_deed(side: Side, day: Spanned, tally: Spanned) -> bool:
    """Whether both hang on one verb: "cost £4m and will open in 2028" says nothing of the cost's year."""
    one, other = (side.parse.verb_over(side.parse.head_of(*side.parse.range_of(place))) for place in (day, tally))
    return one == other


def _beside(side: Side, place: Spanned) -> list[Quantity]:
    """The figures and days of the same sentence that stand near a place."""
    around = side.quantities.get(side.sentence_of(place), ())
    return [found for found in around if max(found.start - place.end, place.start - found.end) <= BESIDE]


def _refers(side: Side, day: Quantity) -> bool:
    """ "As of 3 May"."""
    first = side.parse.range_of(day)[0]
    return tuple(side.parse.lower[max(0, first - 2) : first]) in REFERENCE

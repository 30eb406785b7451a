"""What a number counts: money, a share, points, a measure, an age, a duration, a rank or a number of things."""

import re
from collections.abc import Callable

from analysis.document import QuantityKind
from analysis.parse import Parse
from analysis.quantities.ages import age_of
from analysis.quantities.money import BY_NAME, BY_SIGN
from analysis.quantities.near import GAP, Figure, Near
from analysis.quantities.numbers import BLANK, Number
from analysis.quantities.units import DURATIONS, HEAT, MEASURE_OF, any_of, measure_named

PERCENT = re.compile(
    rf"(?:{BLANK}?%|{BLANK}?-?(?:per{BLANK}?cent|percent|pct|pc)(?!\w))(?!{BLANK}?-?points?\b)", re.IGNORECASE
)
SHARED_PERCENT = re.compile(rf"{BLANK}(?:to|and|or){BLANK}\d[\d.,]*{PERCENT.pattern}", re.IGNORECASE)
POINTS = re.compile(
    rf"{GAP}(?:(?P<of>percentage|percent|per{BLANK}cent|%|basis)(?:{BLANK}|-))?(?:points?|pts|(?P<short>bps|pp))(?!\w)",
    re.IGNORECASE,
)
MEASURE = re.compile(rf"{GAP}(?P<unit>{any_of(MEASURE_OF)})(?!\w)")
EXTENDING = re.compile(
    rf"(?:{BLANK}|-)(?:high|tall|long|wide|deep|thick|away|hurdles|freestyle|breaststroke|butterfly|backstroke|sprint"
    rf"|relay|race|final|title|champion)\b"
)
IN_TWO_UNITS = re.compile(
    rf"{GAP}(?P<unit>ft|foot|feet|stone|st){BLANK}?(?P<more>\d{{1,2}})(?:{BLANK}?(?:in|ins|inches|lbs?|pounds)\b)?(?!\w)"
    rf"|(?P<prime>['’′])(?P<inches>\d{{1,2}})[\"”″]"
)
PARTS_OF = {"f": ("foot", 12), "s": ("stone", 14)}  # inches of a foot, pounds of a stone
METRES = re.compile(r"\d(?:-)?m$")
STRONG = re.compile(r"-strong\b")
RANKING = re.compile(r"[-\s](?:\w+est|most|placed|ranked|best)\b")
BAND = re.compile(r"\b(?:(?:Group|Gang) of|Nos?\.?|#) ?$")
STREET = re.compile(r" (?:[A-Z]\w*\.? ){0,3}(?:St|Street|Rd|Road|Ave|Avenue|Lane|Drive|Boulevard|Blvd)\b")
IN_THE, PLACE = re.compile(r"\bin the $"), re.compile(r" place\b")
DURATION = re.compile(
    rf"{GAP}(?:(?:calendar|working|business|more|full|straight|consecutive){BLANK})?(?P<unit>{any_of(DURATIONS)}|centurie)s?(?!\w)(?!{BLANK}?-?old\b)",
    re.IGNORECASE,
)
NAMED_BY_NUMBER = frozenset(
    "article section chapter route highway no page room flight boeing airbus phase title clause number".split()
)


def figure_of(parse: Parse, number: Number) -> Figure | None:
    """What the number counts; None for one that counts nothing, such as "Article 50"."""
    near = Near(parse, number)
    return next((figure for reader in READERS if (figure := reader(near))), None)


def _percent(near: Near) -> Figure | None:
    if near.number.ordinal:
        return None
    if percent := near.behind(PERCENT):
        return near.below_zero(QuantityKind.PERCENT, "%", end=percent.end())
    return near.figure(QuantityKind.PERCENT, "%") if near.behind(SHARED_PERCENT) else None


def _points(near: Near) -> Figure | None:
    points = near.behind(POINTS)
    if not points or near.number.ordinal:
        return None
    of = (points["of"] or points["short"] or "").lower()
    unit = "basis point" if of in ("basis", "bps") else "percentage point" if of else "point"
    return near.figure(QuantityKind.POINTS, unit, end=points.end())


def _measure(near: Near) -> Figure | None:
    if near.number.ordinal:
        return None
    if near.behind(EXTENDING) and METRES.search(near.parse.text, near.number.start, near.number.end):
        return near.figure(QuantityKind.MEASURE, "metre", worth=1e-6)
    if both := near.behind(IN_TWO_UNITS):
        return _in_two_units(near, both)
    unit = near.behind(MEASURE)
    if not unit:
        return None
    name = MEASURE_OF[unit["unit"]]
    if measure_named(name).dimension == HEAT:
        return near.below_zero(QuantityKind.MEASURE, name, end=unit.end())
    return near.figure(QuantityKind.MEASURE, name, end=unit.end())


def _in_two_units(near: Near, both: re.Match[str]) -> Figure:
    """ "6ft 2in", "12 stone 4lb": in the larger unit."""
    name, parts = PARTS_OF[(both["unit"] or "foot")[0]]
    worth = round(near.number.low + int(both["more"] or both["inches"]) / parts, 4)
    return Figure(near.number.start, both.end(), QuantityKind.MEASURE, worth, worth, name)


def _duration(near: Near) -> Figure | None:
    unit = near.behind(DURATION)
    if not unit or near.number.ordinal:
        return None
    name = unit["unit"].lower().replace("centurie", "century")
    return near.figure(QuantityKind.DURATION, name, end=unit.end())


def _rank(near: Near) -> Figure | None:
    if not near.number.ordinal:
        return None
    token = near.parse.tokens[near.parse.at(near.number.start)]
    if near.behind(STREET) or (near.before(IN_THE) and near.behind(PLACE)):  # "in the first place"
        return None
    if token.pos in ("ADV", "VERB") and not near.behind(RANKING):  # "first, they …", "to second the motion"
        return None
    return near.figure(QuantityKind.ORDINAL, _noun(near.parse, near.number))


def _count(near: Near) -> Figure | None:
    parse, number = near.parse, near.number
    first = parse.at(number.start)
    if number.ordinal or _is_name(near, first):
        return None
    if number.in_words and number.low == 1 and parse.tokens[first].dep != "nummod":  # "one of them", "no one"
        return None
    return near.figure(QuantityKind.COUNT, "people" if near.behind(STRONG) else _noun(parse, number))


def _is_name(near: Near, first: int) -> bool:
    """Whether the number belongs to a name: "Article 50", "Channel 4", "the Group of Seven"."""
    tokens, before = near.parse.tokens, near.parse.lower[first - 1] if first else ""
    if near.parse.text[max(0, near.number.start - 1) : near.number.start].isalnum():  # "N95"
        return True
    if before.rstrip(".") in NAMED_BY_NUMBER or near.before(BAND) or near.behind(STREET):
        return True
    return (
        bool(first)
        and tokens[first - 1].pos == "PROPN"
        and tokens[first].head == first - 1
        and not near.number.in_words
    )


def _noun(parse: Parse, number: Number) -> str | None:
    """The lemma of the noun that the number hangs on, or that follows "of": people in "dozens of people"."""
    first, last = parse.range_of(number)
    head = parse.head_of(first, last)
    governor = parse.tokens[head].head
    of = parse.child(head, "prep")
    if of is not None and parse.lower[of] == "of" and (noun := parse.child(of, "pobj")) is not None:
        return parse.tokens[noun].lemma.lower()
    if parse.tokens[governor].pos in ("NOUN", "PROPN") and governor >= last:
        return parse.tokens[governor].lemma.lower()
    return None


READERS: tuple[Callable[[Near], Figure | None], ...] = (
    BY_SIGN,
    _percent,
    _points,
    *BY_NAME,
    age_of,
    _measure,
    _duration,
    _rank,
    _count,
)

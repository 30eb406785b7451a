"""What a number counts: money, a share, points, a measure, an age, a duration, a rank or a number of things."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from analysis.document import QuantityKind
from analysis.parse import Parse
from analysis.quantities.numbers import BLANK, Number
from analysis.quantities.units import (
    COINS,
    CURRENCY_OF,
    CURRENCY_SIGNS,
    DURATIONS,
    MEASURE_OF,
    NATIONAL,
    any_of,
)

LOOK_BACK = 24  # characters before a number in which its sign stands
GAP = rf"(?:{BLANK}?-?|-)"
SIGN = re.compile(rf"(?<!\w)(?P<sign>{any_of(CURRENCY_SIGNS)}){BLANK}?$")
CURRENCY = re.compile(
    rf"{GAP}(?:(?:of|in){BLANK})?(?:(?P<nation>{any_of(NATIONAL)}){BLANK})?(?P<word>{any_of(CURRENCY_OF)})\b",
    re.IGNORECASE,
)
CODE = re.compile(rf"{BLANK}?(?P<code>[A-Z]{{3}}|€|£)(?![\w])")
COIN = re.compile(rf"(?:{GAP}(?P<coin>cents?|pence|penny)|(?P<p>p))(?!\w)", re.IGNORECASE)
PERCENT = re.compile(
    rf"(?:{BLANK}?%|{BLANK}?-?(?:per{BLANK}?cent|percent|pct)(?!\w))(?!{BLANK}?-?points?\b)", re.IGNORECASE
)
SHARED_PERCENT = re.compile(rf"{BLANK}(?:to|and|or){BLANK}\d[\d.,]*{PERCENT.pattern}", re.IGNORECASE)
POINTS = re.compile(
    rf"{GAP}(?:(?P<of>percentage|percent|per{BLANK}cent|%|basis)(?:{BLANK}|-))?(?:points?|pts|(?P<short>bps|pp))(?!\w)",
    re.IGNORECASE,
)
MEASURE = re.compile(rf"{GAP}(?P<unit>{any_of(MEASURE_OF)})(?!\w)")
AGE = re.compile(
    rf"{GAP}(?P<unit>year|month|week|day)s?(?:-|{BLANK})old(?:s|er)?(?!\w)|(?P<of>{BLANK}years{BLANK}of{BLANK}age)\b",
    re.IGNORECASE,
)
AGED = re.compile(rf"\b(?:aged?|turn(?:s|ed|ing)){BLANK}$", re.IGNORECASE)
APPOSED_AGE = re.compile(r"\s?[,)—–;.](?!\d)")
DURATION = re.compile(
    rf"{GAP}(?:(?:calendar|working|business|more|full|straight|consecutive){BLANK})?(?P<unit>{any_of(DURATIONS)}|centurie)s?(?!\w)(?!{BLANK}?-?old\b)",
    re.IGNORECASE,
)
WEIGHING = frozenset({"weigh", "outweigh"})
WEIGHED = frozenset(
    "baby boulder bomb bag dog cat calf pig sheep lamb turkey fish pike salmon tuna rock stone weight muscle fat flesh "
    "beef meat pork chicken butter sugar flour rice potato apple coffee cocaine heroin cannabis marijuana drug powder "
    "explosive gunpowder fertiliser fertilizer pressure thrust rubbish trash waste plastic gold silver provision "
    "food cargo".split()
)
NAMED_BY_NUMBER = frozenset(
    "article section chapter route highway no page room flight boeing airbus phase title clause".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, before its place in the sentence is looked at."""

    start: int
    end: int
    kind: QuantityKind
    low: float | None
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Near:
    """A number in its text."""

    parse: Parse
    number: Number

    def behind(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What directly follows the number."""
        return pattern.match(self.parse.text, self.number.end)

    def before(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What directly precedes it; the pattern ends with "$"."""
        return pattern.search(self.parse.text, max(0, self.number.start - LOOK_BACK), self.number.start)

    def figure(
        self,
        kind: QuantityKind,
        unit: str | None,
        *,
        start: int | None = None,
        end: int | None = None,
        worth: float = 1.0,
    ) -> Figure:
        """The number as a figure, widened by its sign or unit, each one worth so much."""
        number = self.number
        high = None if number.high is None else round(number.high * worth, 6)
        start = number.start if start is None else start
        return Figure(start, end or number.end, kind, round(number.low * worth, 6), high, unit)


def figure_of(parse: Parse, number: Number) -> Figure | None:
    """What the number counts; None for one that counts nothing, such as "Article 50"."""
    near = Near(parse, number)
    return next((figure for reader in READERS if (figure := reader(near))), None)


def _money_by_sign(near: Near) -> Figure | None:
    sign = near.before(SIGN)
    if not sign or near.number.in_words:
        return None
    return near.figure(QuantityKind.MONEY, CURRENCY_SIGNS[sign["sign"]], start=sign.start())


def _money_by_word(near: Near) -> Figure | None:
    word = near.behind(CURRENCY)
    if not word or near.number.ordinal:
        return None
    if _is_weight(near, word):
        return near.figure(QuantityKind.MEASURE, "weight pound", end=word.end())
    nation = NATIONAL.get(word["nation"] or "")
    return near.figure(QuantityKind.MONEY, nation or CURRENCY_OF[word["word"].lower()], end=word.end())


def _is_weight(near: Near, word: re.Match[str]) -> bool:
    """ "weighs 40 pounds", "a 12-pound pike", "30 pounds of cocaine": what tips the scales, not what is paid."""
    if not word["word"].lower().startswith("pound") or word["nation"]:
        return False
    parse, behind = near.parse, near.parse.at(word.end())
    verb = parse.verb_over(parse.at(near.number.start))
    if verb is not None and parse.tokens[verb].lemma in WEIGHING:
        return True
    if parse.lower[behind : behind + 1] == ["of"]:
        behind = parse.child(behind, "pobj") or behind
    return behind < len(parse.tokens) and parse.tokens[behind].lemma.lower() in WEIGHED


def _money_by_code(near: Near) -> Figure | None:
    code = near.behind(CODE)
    if not code or code["code"] not in CURRENCY_SIGNS:
        return None
    return near.figure(QuantityKind.MONEY, CURRENCY_SIGNS[code["code"]], end=code.end())


def _coins(near: Near) -> Figure | None:
    coin = near.behind(COIN)
    if not coin or near.number.ordinal or (coin["p"] and near.number.in_words):
        return None
    currency, worth = COINS[(coin["coin"] or coin["p"]).lower()]
    return near.figure(QuantityKind.MONEY, currency, end=coin.end(), worth=worth)


def _percent(near: Near) -> Figure | None:
    if near.number.ordinal:
        return None
    if percent := near.behind(PERCENT):
        return near.figure(QuantityKind.PERCENT, "%", end=percent.end())
    return near.figure(QuantityKind.PERCENT, "%") if near.behind(SHARED_PERCENT) else None


def _points(near: Near) -> Figure | None:
    points = near.behind(POINTS)
    if not points or near.number.ordinal:
        return None
    of = (points["of"] or points["short"] or "").lower()
    unit = "basis point" if of in ("basis", "bps") else "percentage point" if of else "point"
    return near.figure(QuantityKind.POINTS, unit, end=points.end())


def _age(near: Near) -> Figure | None:
    if age := near.behind(AGE):
        return near.figure(QuantityKind.AGE, (age["unit"] or "year").lower(), end=age.end())
    years = not near.number.ordinal and 1 <= near.number.low <= 115
    if years and (near.before(AGED) or _is_apposed_age(near)):
        return near.figure(QuantityKind.AGE, "year")
    return None


def _is_apposed_age(near: Near) -> bool:
    """ "Maria Lopez, 34, ": a bare number that the parser hangs on a name before a comma."""
    text, number = near.parse.text, near.number
    if near.number.in_words or text[max(0, number.start - 2) : number.start] not in (", ", " ("):
        return False
    index = near.parse.at(number.start)
    name = near.parse.tokens[max(0, index - 2)]
    return name.pos == "PROPN" and text[number.end - 1].isdigit() and bool(near.behind(APPOSED_AGE))


def _measure(near: Near) -> Figure | None:
    unit = near.behind(MEASURE)
    if not unit or near.number.ordinal:
        return None
    return near.figure(QuantityKind.MEASURE, MEASURE_OF[unit["unit"]], end=unit.end())


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
    if token.pos in ("ADV", "VERB"):  # "first, they …", "to second the motion"
        return None
    return near.figure(QuantityKind.ORDINAL, _noun(near.parse, near.number))


def _count(near: Near) -> Figure | None:
    parse, number = near.parse, near.number
    first = parse.at(number.start)
    before = parse.lower[first - 1] if first else ""
    if before.rstrip(".") in NAMED_BY_NUMBER or before in ("#", "no"):
        return None
    if number.in_words and number.low == 1 and parse.tokens[first].dep != "nummod":  # "one of them", "no one"
        return None
    return near.figure(QuantityKind.COUNT, _noun(parse, number))


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
    _money_by_sign,
    _percent,
    _points,
    _money_by_word,
    _money_by_code,
    _coins,
    _age,
    _measure,
    _duration,
    _rank,
    _count,
)

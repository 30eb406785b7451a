"""Parts and multiples in words: "two-thirds of voters", "one in five", "half a point", "doubled"."""

import re
from collections.abc import Iterator

from analysis.document import QuantityKind
from analysis.parse import Parse
from analysis.quantities.near import Figure
from analysis.quantities.numbers import BLANK, SMALL, value_of
from analysis.quantities.units import DURATIONS, any_of

PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
PARTS |= {"ninth": 9, "tenth": 10}
_COUNTED = any_of(word for word, worth in SMALL.items() if 0 < worth < 20)
_PART = any_of(PARTS)
# Quarters of a year or an hour are no shares, nor are "seven-tenths of 1 per cent".
_NOT_OF = rf"(?!{BLANK}of{BLANK}(?:(?:the|last|this){BLANK})?(?:\d|year|an?\b|season))"
_NOT_ONE_OF_TWO = "(?<!first )(?<!second )(?<!last )(?<!other )"  # the second half of the game
FRACTION = re.compile(
    rf"(?<![\w-])(?P<several>{_COUNTED})(?:-|{BLANK})(?P<parts>{_PART})s(?!\w){_NOT_OF}"
    rf"|(?<![\w-]){_NOT_ONE_OF_TWO}(?:(?P<one>an?|one)(?:-|{BLANK}))?(?P<part>{_PART})(?!\w)(?={BLANK}of\b){_NOT_OF}"
    rf"|(?<![\w-])one-(?P<alone>{_PART})(?!\w){_NOT_OF}"
    rf"|(?<![\w-]){_NOT_ONE_OF_TWO}half(?={BLANK}(?:the|its|his|her|our|their|all|those)\b)"
    rf"|(?<=\b(?:than|over) )half(?={BLANK}(?!an?\b|(?:past|price|time)\b)[a-z])",
    re.IGNORECASE,
)
_NUMBER = rf"(?:{any_of(SMALL)}|\d{{1,4}})"
IN_EVERY = re.compile(
    rf"(?<![\w.,-])(?P<hits>{_NUMBER})(?:{BLANK}|(?P<dash>-))(?:in|out{BLANK}of)(?:{BLANK}|(?(dash)-))"
    rf"(?:every{BLANK})?(?P<whole>{_NUMBER})(?!\w|[.,:]\d|-|{BLANK}(?:{any_of(DURATIONS)})s?\b)",
    re.IGNORECASE,
)
POINT_PARTS = {"half": 0.5, "three-quarters": 0.75, "three quarters": 0.75}
OF_A_POINT = re.compile(
    rf"(?<![\w-])(?P<part>half|(?:an?{BLANK}|one{BLANK})?quarter|three(?:-|{BLANK})quarters)(?:{BLANK}of)?(?:{BLANK}|-)"
    rf"(?:an?{BLANK}|one{BLANK})?(?P<of>percentage|percent|per{BLANK}cent)?(?:{BLANK}|-)?(?P<point>points?)?(?!\w)",
    re.IGNORECASE,
)
OF_ONE = re.compile(
    rf"(?<![\w-])(?P<several>{_COUNTED})(?:-|{BLANK})(?P<part>tenth|quarter|third|fifth|eighth)s?{BLANK}of{BLANK}"
    rf"(?:an?|one|1){BLANK}(?:per{BLANK}?cent|percent|(?P<of>percentage){BLANK}(?P<point>point))(?!age|\w)",
    re.IGNORECASE,
)
MULTIPLES = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "halve": 0.5}
FOLD = re.compile(rf"(?<!\w)(?P<number>{any_of(SMALL)}|\d{{1,4}})-?fold(?!\w)", re.IGNORECASE)
TWICE = re.compile(r"(?<![\w-])twice(?![\w-])", re.IGNORECASE)
LARGEST_WHOLE = 1_000  # "one in 2019" tells of a year


def shares_in(text: str) -> Iterator[Figure]:
    """Every share told in words, as a percentage that is roughly so; a whole that is a stretch of time is none."""
    for match in OF_ONE.finditer(text):
        worth = round((value_of(match["several"]) or 1) / PARTS[match["part"].lower()], 3)
        yield _of_one(match, worth)
    for match in OF_A_POINT.finditer(text):
        if match["of"] or match["point"]:
            yield _of_one(match, POINT_PARTS.get(match["part"].lower(), 0.25))
    for match in FRACTION.finditer(text):
        part = PARTS[(match["parts"] or match["part"] or match["alone"] or "half").lower()]
        if match["several"] or match["one"] or match["alone"] or part == PARTS["half"]:
            yield _share(match, value_of(match["several"] or "one") or 1, part)
    for match in IN_EVERY.finditer(text):
        hits, whole = value_of(match["hits"]), value_of(match["whole"])
        if hits and whole and hits < whole <= LARGEST_WHOLE:
            yield _share(match, hits, whole)


def multiples_in(parse: Parse) -> Iterator[Figure]:
    """ "doubled", "twice", "tenfold": how many times."""
    for index, token in enumerate(parse.tokens):
        times = MULTIPLES.get(token.lemma) if token.pos == "VERB" else None
        if times and parse.lower[index + 1 : index + 2] not in (["down"], ["as"]):
            yield Figure(token.start, token.end, QuantityKind.COUNT, times, times, "time")
    for match in FOLD.finditer(parse.text):
        if times := value_of(match["number"]):
            yield Figure(match.start(), match.end(), QuantityKind.COUNT, times, times, "time")
    for match in TWICE.finditer(parse.text):
        yield Figure(match.start(), match.end(), QuantityKind.COUNT, 2.0, 2.0, "time")


def _share(match: re.Match[str], hits: float, whole: float) -> Figure:
    worth = round(100 * hits / whole, 1)
    return Figure(match.start(), match.end(), QuantityKind.PERCENT, worth, worth, "%", about=True)


def _of_one(match: re.Match[str], part: float) -> Figure:
    """ "half a percentage point", "a quarter-point", "seven-tenths of 1 per cent"."""
    if not match["point"]:
        return Figure(match.start(), match.end(), QuantityKind.PERCENT, part, part, "%")
    unit = "percentage point" if match["of"] else "point"
    return Figure(match.start(), match.end(), QuantityKind.POINTS, part, part, unit)

"""Parts of a whole in words: "two-thirds of voters", "one in five", "half of them"; read as per cent."""

import re
from collections.abc import Iterator

from analysis.document import QuantityKind
from analysis.quantities.figures import Figure
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
    rf"|(?<![\w-]){_NOT_ONE_OF_TWO}half(?={BLANK}(?:the|its|their|all)\b)",
    re.IGNORECASE,
)
_NUMBER = rf"(?:{any_of(SMALL)}|\d{{1,4}})"
IN_EVERY = re.compile(
    rf"(?<![\w.,-])(?P<hits>{_NUMBER}){BLANK}(?:in|out{BLANK}of){BLANK}(?:every{BLANK})?(?P<whole>{_NUMBER})"
    rf"(?![\w.,:-]|{BLANK}(?:{any_of(DURATIONS)})s?\b)",
    re.IGNORECASE,
)
LARGEST_WHOLE = 1_000  # "one in 2019" tells of a year


def shares_in(text: str) -> Iterator[Figure]:
    """Every share told in words, as a percentage; a whole that is a stretch of time is none."""
    for match in FRACTION.finditer(text):
        part = PARTS[(match["parts"] or match["part"] or match["alone"] or "half").lower()]
        if match["several"] or match["one"] or match["alone"] or part == PARTS["half"]:
            yield _share(match, value_of(match["several"] or "one") or 1, part)
    for match in IN_EVERY.finditer(text):
        hits, whole = value_of(match["hits"]), value_of(match["whole"])
        if hits and whole and hits < whole <= LARGEST_WHOLE:
            yield _share(match, hits, whole)


def _share(match: re.Match[str], hits: float, whole: float) -> Figure:
    worth = round(100 * hits / whole, 1)
    return Figure(match.start(), match.end(), QuantityKind.PERCENT, worth, worth, "%")

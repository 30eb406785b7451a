"""How old somebody is: "a 34-year-old", "aged 34", "in her forties", "the under-12s"."""

import re
from collections.abc import Iterator

from analysis.document import QuantityKind
from analysis.lexicon.roles import names_person
from analysis.quantities.near import GAP, Figure, Near
from analysis.quantities.numbers import BLANK, TENS
from analysis.quantities.units import any_of

OLDEST = 115
ANYBODY = frozenset({"people", "person", "man", "woman", "anyone", "anybody", "everyone", "everybody", "those"})
YOUNGSTERS = frozenset({"teenager", "youngster", "schoolboy", "schoolgirl", "student", "pupil"})
OLD = re.compile(
    rf"{GAP}(?P<unit>year|month|week|day)s?(?:-|{BLANK})old(?:s|er)?(?!\w)|(?P<of>{BLANK}years{BLANK}of{BLANK}age)\b",
    re.IGNORECASE,
)
AGED = re.compile(
    rf"\b(?:aged?(?:{BLANK}(?:of|between|about|around|under|over|from|just))?|turn(?:s|ed|ing)"
    rf"|(?:die[sd]?|dead|dying|death){BLANK}at){BLANK}$",
    re.IGNORECASE,
)
GROWN = re.compile(rf"{BLANK}(?:and|or|years{BLANK}(?:and|or)){BLANK}(?:older|over|above|under|younger|up)\b", re.I)
PEOPLE_UNDER = re.compile(rf"\b(?P<who>[a-z]+){BLANK}(?:under|over){BLANK}$", re.IGNORECASE)
BEING = re.compile(rf"\b(?:he|she){BLANK}(?:is|was)(?:{BLANK}(?:just|only|about|now|nearly))?{BLANK}$", re.IGNORECASE)
BARE = re.compile(rf"\s?[,)—–;.](?!\d)|{BLANK}(?:and|when|at{BLANK}the{BLANK}time)\b", re.IGNORECASE)
APPOSED = re.compile(r"\s?[,)—–;.](?!\d)")
DECADES = {word[:-1] + "ies": 10.0 * value for value, word in enumerate(TENS, start=2)}
PART = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}
IN_DECADE = re.compile(
    rf"\b(?:his|her|their){BLANK}(?P<age>(?:(?P<part>early|mid|late)(?:{BLANK}|-))?"
    rf"(?:(?P<digits>[2-9]0)s|(?P<word>{any_of(DECADES)})))(?!\w)",
    re.IGNORECASE,
)
GROUP = re.compile(r"(?<![\w-])(?P<side>under|over)[- ](?P<years>\d{1,2})s(?!\w)", re.IGNORECASE)


def ages_in(text: str) -> Iterator[Figure]:
    """Ages that are no plain number: "in her late forties", "the over-65s"."""
    for match in IN_DECADE.finditer(text):
        yield _in_decade(match)
    for match in GROUP.finditer(text):
        years = float(match["years"])
        low, high = (None, years) if match["side"].lower() == "under" else (years, None)
        yield Figure(match.start(), match.end(), QuantityKind.AGE, low, high, "year")


def age_of(near: Near) -> Figure | None:
    """The number as an age, if it is one."""
    if age := near.behind(OLD):
        return near.figure(QuantityKind.AGE, (age["unit"] or "year").lower(), end=age.end())
    if near.number.ordinal or not 1 <= near.number.low <= OLDEST:
        return None
    told = near.before(AGED) or near.behind(GROWN) or _of_people(near) or _is_apposed(near) or _is_all_they_are(near)
    return near.figure(QuantityKind.AGE, "year") if told else None


def _in_decade(match: re.Match[str]) -> Figure:
    first = float(match["digits"] or DECADES[match["word"].lower()])
    low, high = PART.get((match["part"] or "").lower(), (0, 9))
    return Figure(match.start("age"), match.end("age"), QuantityKind.AGE, first + low, first + high, "year")


def _of_people(near: Near) -> bool:
    """ "children under 12", with nothing behind that is counted."""
    if not near.before(PEOPLE_UNDER) or _at(near) < 2 or not _counts_nothing(near):
        return False
    who = near.parse.tokens[_at(near) - 2].lemma.lower()
    return who in ANYBODY or names_person(who)


def _is_all_they_are(near: Near) -> bool:
    """ "She was 17 when …"."""
    return bool(near.before(BEING) and near.behind(BARE) and near.number.low == near.number.high)


def _is_apposed(near: Near) -> bool:
    """ "Maria Lopez, 34, ", "the teenager, 17, ": a bare number behind a person and a comma."""
    text, number = near.parse.text, near.number
    if number.in_words or text[max(0, number.start - 2) : number.start] not in (", ", " ("):
        return False
    before = near.parse.tokens[max(0, _at(near) - 2)]
    person = before.pos == "PROPN" or before.lemma.lower() in YOUNGSTERS
    return person and text[number.end - 1].isdigit() and bool(near.behind(APPOSED))


def _counts_nothing(near: Near) -> bool:
    token = near.parse.tokens[_at(near)]
    return token.head <= _at(near) or near.parse.tokens[token.head].pos not in ("NOUN", "PROPN")


def _at(near: Near) -> int:
    return near.parse.at(near.number.start)

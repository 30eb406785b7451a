"""Numerals in digits and words, and their values: "1,200", "3.5m", "half a million", "two dozen", "twenty-first"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.quantities.units import CURRENCY_SIGNS

BLANK = r"[^\S\r\n]"
UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
UNITS += "seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: float(value) for value, word in enumerate(UNITS)}
SMALL |= {word: 10.0 * value for value, word in enumerate(TENS, start=2)}
SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}
SHORT_SCALES |= {"lakh": 1e5, "crore": 1e7}
VAGUE = {"tens": 20.0, "dozens": 24.0, "hundreds": 2e2, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
VAGUE |= {"trillions": 2e12}
ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
ORDINALS = {word: float(value) for value, word in enumerate(ORDINAL_WORDS, 1)}
VULGAR = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
PORTIONS = {"half": 0.5, "quarter": 0.25, "quarters": 0.75, "third": 1 / 3}
SCORES = {"scores": 40.0, "score": 20.0}
SEVERAL = 2.0  # at the least, as in "dozens"

_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_SCALE = "|".join(SCALES)
_VAGUE = "|".join(VAGUE)
_THIN = "\u00a0\u202f\u2009"  # blanks that part thousands and break no line
_OUT_OF = r"(?:5|10|20|100)\b"  # "3.7/10" rates a film; "9/11" and "24/7" count nothing
_WITH_COMMAS = rf"\d{{1,3}}(?:(?:,\d{{3}})+|(?:[{_THIN}]\d{{3}})+)(?!\d)"
_DIGITS = rf"(?:(?:{_WITH_COMMAS}|\d+)(?:\.\d+)?[¼½¾⅓⅔]?|[¼½¾⅓⅔])(?!\d*/(?!{_OUT_OF})\d)"
_AND_A_HALF = rf"(?:(?:{BLANK}|-)and(?:{BLANK}|-)an?(?:{BLANK}|-)(?:half|quarter)(?!\w))"
_IN_DIGITS = rf"{_DIGITS}{_AND_A_HALF}?(?:(?:(?:{BLANK}|-)?(?:{_SCALE}|mln|mn|bn|trn|tn|lakh|crore)|[kmb])(?!\w))*"
_PART = rf"(?:{_SMALL}|{_SCALE}|point(?={BLANK}(?:{_SMALL})\b))"
_AND = rf"(?:(?<=hundred)|(?<=thousand)|(?<=million)){BLANK}and(?={BLANK}(?:{_SMALL})\b(?!{BLANK}(?:{_SCALE})\b))"
_PORTION = (
    rf"(?:(?:(?:an?|one|three)(?:{BLANK}|-))?(?:half|quarters?|third){BLANK}(?:of{BLANK})?an?{BLANK}(?={_SCALE}))"
)
_IN_WORDS = (
    rf"(?:{_PORTION}|an?{BLANK}(?={_SCALE}))?{_PART}(?:(?:{_AND})?(?:{BLANK}|-){_PART}(?!\w))*(?!\w)"
    rf"(?:{_AND_A_HALF}(?:(?:{BLANK}|-)(?:{_SCALE})(?!\w))?)?"
)
_VAGUELY = (
    rf"(?:(?:{_VAGUE})(?:{BLANK}of{BLANK}(?:{_VAGUE}))*(?!\w)"
    rf"|(?:several|a{BLANK}few|a{BLANK}couple{BLANK}of){BLANK}(?:{_SCALE})(?!\w)"
    rf"|(?:scores|(?<=\ba )score)(?={BLANK}of\b))"
)
_ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|(?:(?:{'|'.join(TENS)})-)?(?:{'|'.join(ORDINALS)}))(?!\w)"
_SIGNS = "".join(rf"|(?<=\b{re.escape(sign)})" for sign in CURRENCY_SIGNS if sign.rstrip(".")[-1].isalpha())
_NO_WORD_BEFORE = rf"(?:(?<![\w.,’'])(?<![A-Za-z]-)(?:(?<!\d/)|(?={_OUT_OF}))|(?-i:(?=\d)(?:{_SIGNS[1:]})))"
NUMERAL = re.compile(
    rf"{_NO_WORD_BEFORE}"
    rf"(?:(?P<ordinal>{_ORDINAL})|(?P<digits>{_IN_DIGITS})|(?P<vague>{_VAGUELY})|(?P<words>{_IN_WORDS}))",
    re.IGNORECASE,
)
HALVED = re.compile(r"[\s-]and[\s-]an?[\s-](?P<part>half|quarter)(?!\w)")
PORTION = re.compile(r"(?:(?:an?|one|three)[\s-])?(?P<part>half|quarters?|third)\s(?:of\s)?an?\s")
VOTE = re.compile(r"\bvot(?:e|es|ed|ing)\b", re.IGNORECASE)
AROUND = 40  # characters beside a score in which "vote" makes it two counts
JOINER = re.compile(rf"(?P<dash>{BLANK}?[-–—]{BLANK}?)|-?{BLANK}(?:to|or){BLANK}", re.IGNORECASE)
AND = re.compile(rf"{BLANK}and{BLANK}")
BETWEEN = re.compile(rf"\bbetween{BLANK}(?:about{BLANK})?\W?$", re.IGNORECASE)
FROM = re.compile(rf"\bfrom{BLANK}(?:\w+{BLANK})?\W?$", re.IGNORECASE)

LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral and its value; `high` is open for "hundreds", and above `low` in a range."""

    start: int
    end: int
    low: float
    high: float | None
    ordinal: bool = False
    in_words: bool = False


def numbers_in(text: str) -> list[Number]:
    """Every numeral, in order; "10 to 15" and "2-3 billion" are one, scores such as "3-1" are none but in a vote.

    "$2m to $3m" stays two: each has a sign of its own.
    """
    out: list[Number] = []
    for number in _found(text):
        joiner = JOINER.fullmatch(text, out[-1].end, number.start) if out else None
        if (joiner or (out and _is_between(text, out[-1], number))) and (joined := _range(text, out[-1], number)):
            out[-1] = joined
        elif joiner and joiner["dash"] and _is_score(text, out[-1], number):
            out.pop()
        else:
            out.append(number)
    return out


def value_of(numeral: str) -> float | None:
    """What a numeral in digits or words is worth; None when it is none ("million" alone)."""
    plain = re.sub(rf"[,{_THIN}](?=\d{{3}})", "", numeral.lower())
    if halved := HALVED.search(plain):
        whole = plain[: halved.start()]
        more = PORTIONS[halved["part"]] * _scale(whole)
        return round(((value_of(whole) or 0.0) + more) * _scale(plain[halved.end() :]), 6)
    if portion := PORTION.match(plain):
        return round(PORTIONS[portion["part"]] * _scale(plain[portion.end() :]), 6)
    if digits := re.match(r"\d+(?:\.\d+)?", plain):
        return _scaled(float(digits.group()), plain[digits.end() :])
    if plain[:1] in VULGAR:
        return _scaled(0.0, plain)
    return _worth_in_words(plain)


def _found(text: str) -> Iterator[Number]:
    for match in NUMERAL.finditer(text):
        start, end, written = match.start(), match.end(), match.group()
        if match["vague"]:
            yield Number(start, end, _vague(written), None, in_words=True)
        elif match["ordinal"]:
            value = _ordinal(written.lower())
            yield Number(start, end, value, value, ordinal=True, in_words=not written[0].isdigit())
        elif (worth := value_of(written)) is not None:
            yield Number(start, end, worth, worth, in_words=bool(match["words"]))


def _scaled(value: float, rest: str) -> float:
    return round((value + VULGAR.get(rest[:1], 0.0)) * _scale(rest), 6)


def _scale(written: str) -> float:
    """The product of the scale words in a numeral: a million for "bn" is a thousand."""
    scale = 1.0
    for word in LETTERS.findall(written.lower()):
        scale *= SCALES.get(word) or SHORT_SCALES.get(word) or 1.0
    return scale


def _worth_in_words(written: str) -> float | None:
    """English numerals: smaller parts add up, larger ones multiply what stands before them."""
    total, current, seen, place = 0.0, 0.0, False, 1.0
    for word in LETTERS.findall(written):
        if word == "point":
            place = 0.1
        elif word in SMALL:
            current, seen = current + SMALL[word] * place, True
            place = place / 10 if place < 1 else 1.0
        elif word in ("a", "an", "half"):
            current, seen = 0.5 if word == "half" else current or 1.0, True
        elif word in SCALES and seen:
            current, place = current * SCALES[word], 1.0
            if SCALES[word] >= 1e3:
                total, current = total + current, 0.0
    return round(total + current, 6) if seen else None


def _vague(written: str) -> float:
    first, *rest = re.findall(r"[a-z]{3,}", written.lower())
    if first not in VAGUE:
        return SCORES.get(first) or SEVERAL * _scale(written)
    value = VAGUE[first]
    for word in rest:
        value *= VAGUE[word] / 2
    return value


def _ordinal(written: str) -> float:
    if written[0].isdigit():
        return float(re.sub(r"\D", "", written))
    tens, _, unit = written.rpartition("-")
    return SMALL.get(tens, 0.0) + ORDINALS[unit]


def _range(text: str, low: Number, high: Number) -> Number | None:
    """Two numerals as one range; a change ("from 3 to 5 per cent") is none."""
    if low.ordinal or high.ordinal or low.high != low.low or high.high is None:
        return None
    if FROM.search(text, max(0, low.start - 12), low.start):
        return None
    least = low.low
    if least < 1e3 and _scale(text[low.start : low.end]) == 1:
        least *= _scale(text[high.start : high.end])
    if least >= high.low:
        return None
    return Number(low.start, high.end, least, high.high, in_words=high.in_words)


def _is_between(text: str, low: Number, high: Number) -> bool:
    """ "between 5 and 7 million"."""
    return bool(AND.fullmatch(text, low.end, high.start) and BETWEEN.search(text, max(0, low.start - 16), low.start))


def _is_score(text: str, one: Number, other: Number) -> bool:
    """ "3-1"; but "52-48" of a vote counts those for and against."""
    if one.in_words or other.in_words or not other.low <= one.low < 1e3:
        return False
    return not VOTE.search(text, max(0, one.start - AROUND), other.end + AROUND)

"""What a figure measures, under which verb, and how sure of it the writer is."""

import re
from dataclasses import dataclass

from analysis.parse import Parse
from analysis.quantities.units import MEASURE_OF
from analysis.spans import Spanned

NOUNS = frozenset({"NOUN", "PROPN"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
WITHIN_NOUN = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "appos"})
FAR = 3  # words between a figure and the noun that it describes
LEFT_OF_NOUN = frozenset({"compound", "amod", "nmod"})
PLANNED = frozenset("plan expect schedule due set slate slat".split())  # for a day to come
WISHES = frozenset("intend aim hope promise pledge vow propose want".split())  # something on a day to come
MAY_COME = frozenset("will 'll shall wo would may might could can should must".split())
SIZING = frozenset("strong odd more other further extra additional".split())  # beside a figure, not of the thing
UNITS = frozenset("cent percent pc % m k bn m. age".split()) | MEASURE_OF.keys()  # figures end in them
LOOK_BACK = 32

ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to|near|circa"
    r"|just (?:over|under)|more or less|as (?:much|many) as)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_BEFORE = r"\s+(?:an?\s+|the\s+age\s+of\s+)?$"
AT_LEAST = re.compile(
    r"\b(?:(?<!no )(?<!not )more than|over|at least|above|exceed(?:s|ed|ing)?|upwards? of"
    r"|no (?:fewer|less) than|not less than|in excess of|greater than|topp(?:ed|ing)|a minimum of)" + _BEFORE,
    re.IGNORECASE,
)
AT_MOST = re.compile(
    r"\b(?:up to|as (?:much|many) as|(?<!no )(?<!not )(?:less|fewer) than|under|below|at most"
    r"|no (?:more|greater) than|not more than|a maximum of|just under|within)" + _BEFORE,
    re.IGNORECASE,
)
MOVED_UP = re.compile(
    r"\b(?:edg|go|went|gone|mov|push|climb|cre[ep]|tick|inch|ris|rose|dr[io]v|br[io]|t[ao]k|took|jump|shot|nudg|bump|rais)"
    r"\w*\s+up to\s+(?:an?\s+)?$",
    re.IGNORECASE,
)  # "edged up to 4.7 per cent" reaches it
OR_MORE = re.compile(r"\+|\s?-?(?:or more|plus|(?:or|and) (?:older|over|above|up))\b", re.IGNORECASE)
OR_LESS = re.compile(r"\s(?:or (?:less|fewer)|(?:or|and) (?:under|younger))\b", re.IGNORECASE)
OR_SO = re.compile(r"(?:\s|-)?(?:or so|-ish|odd)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hedge:
    """How a figure is softened: rounded, or open above or below."""

    about: bool
    open_above: bool
    open_below: bool


def hedge_of(text: str, figure: Spanned) -> Hedge:
    """What the words around a figure do to it: "nearly", "more than", "up to", "or more"."""
    start = max(0, figure.start - LOOK_BACK)

    def before(pattern: re.Pattern[str]) -> bool:
        return bool(pattern.search(text, start, figure.start))

    def behind(pattern: re.Pattern[str]) -> bool:
        return bool(pattern.match(text, figure.end))

    return Hedge(
        about=before(ABOUT) or behind(OR_SO),
        open_above=before(AT_LEAST) or behind(OR_MORE),
        open_below=(before(AT_MOST) and not before(MOVED_UP)) or behind(OR_LESS),
    )


def measured(parse: Parse, figure: Spanned) -> str | None:
    """What a figure measures, in the text's words: "investment" for "a £2m investment"."""
    first, last = parse.range_of(figure)
    noun = _measured_noun(parse, first, last)
    return (
        None if noun is None or first <= noun < last else noun_phrase(parse, noun, beyond=last if noun >= last else 0)
    )


def verb_over(parse: Parse, figure: Spanned) -> int | None:
    """The verb that governs a figure, if any."""
    first, last = parse.range_of(figure)
    return parse.verb_over(parse.head_of(first, last)) if first < last else None


def noun_phrase(parse: Parse, noun: int, *, beyond: int = 0) -> str:
    """A noun with the words that narrow it from the left, none before `beyond`, without articles and figures."""
    first = noun
    while (
        first > beyond
        and parse.tokens[first - 1].dep in LEFT_OF_NOUN
        and parse.tokens[first - 1].pos not in ("NUM", "SYM")
    ):
        first -= 1
    words = [word for word in parse.words[first : noun + 1] if any(letter.isalpha() for letter in word)]
    while len(words) > 1 and words[0].lower() in SIZING:
        words.pop(0)
    return " ".join(words) or parse.words[noun]


def in_future(parse: Parse, verb: int | None) -> bool:
    """Whether a verb speaks of what is to come: "will open", "is due to", "plans to"."""
    if verb is None:
        return False
    if _points_ahead(parse, verb) or parse.tokens[verb].lemma in PLANNED:
        return True
    above = [index for _, index in zip(range(2), parse.governors(verb), strict=False)]
    return any(_points_ahead(parse, index) or parse.tokens[index].lemma in PLANNED | WISHES for index in above)


def _points_ahead(parse: Parse, index: int) -> bool:
    helpers = [parse.lower[below] for below in parse.children[index] if parse.tokens[below].dep in ("aux", "auxpass")]
    return not MAY_COME.isdisjoint(helpers) and "have" not in helpers


def _measured_noun(parse: Parse, first: int, last: int) -> int | None:
    if first >= last:
        return None
    if (counted := _counted(parse, first, last)) is not None:
        return counted
    index = parse.head_of(first, last)
    while parse.tokens[index].dep in WITHIN_NOUN or parse.tokens[index].pos in ("NUM", "SYM"):
        governor = parse.tokens[index].head
        if governor == index:
            return None
        named = parse.tokens[governor].pos in NOUNS and parse.lower[governor] not in UNITS
        if named and not first <= governor < last:
            return governor
        if parse.tokens[governor].pos not in ("NUM", "SYM", "ADJ", "NOUN"):
            break
        index = governor
    return _around(parse, index)


def _counted(parse: Parse, first: int, last: int) -> int | None:
    """The noun behind the figure: "voters" of "two-thirds of the voters", "residents" of "one in five residents"."""
    if parse.lower[last : last + 1] == ["of"]:
        return parse.child(last, "pobj")
    counted = _object_of(parse, parse.head_of(first, last), "of")
    if counted is not None and not first <= counted < last:
        return counted
    behind = parse.tokens[last - 1].head
    near = last <= behind <= last + FAR and parse.tokens[behind].pos in NOUNS
    return behind if near and parse.lower[behind] not in UNITS else None


def _around(parse: Parse, index: int) -> int | None:
    """For a figure that stands by itself: the noun it is told of, or the subject of its verb."""
    governor = parse.tokens[index].head
    thing = parse.tokens[governor].head
    told_of = parse.tokens[index].dep == "pobj" and parse.tokens[thing].pos in NOUNS
    if told_of and parse.lower[thing] not in UNITS:
        return thing
    verb = parse.verb_over(index)
    if verb is None:
        return None
    if (subject := parse.child(verb, *SUBJECTS)) is not None and parse.tokens[subject].pos in NOUNS:
        return subject
    modified = parse.tokens[verb].head
    return modified if parse.tokens[verb].dep in ("acl", "relcl") and parse.tokens[modified].pos in NOUNS else None


def _object_of(parse: Parse, index: int, preposition: str) -> int | None:
    for below in parse.children[index]:
        if parse.tokens[below].dep == "prep" and parse.lower[below] == preposition:
            return parse.child(below, "pobj")
    return None

"""When two dates, told of much the same people and things, belong to two occasions and contradict nothing."""

import re
from datetime import date, timedelta

from analysis.comparing.counterparts import surname
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.document import Label, Quantity, QuantityKind
from analysis.lexicon.antonyms import opposite
from analysis.quotations.cues import SAYING

WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
NEXT_DAY = timedelta(days=1)
FRESH = timedelta(days=7)  # a report tells of the week behind it by the day
LIGHT = frozenset("hold take make give get put set bring see go come run keep".split())
AIRING = frozenset("air broadcast interview print program programme publish record show tape transcript".split())
ENDS = ("from", "to", "until", "till", "between", "and", "through")  # words before one end of a stretch of time


def of_two_occasions(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether two dates need not answer to each other, although their words are near to one another."""
    same_verb = one.verb == other.verb is not None
    if _of_two_people(pair, one, other) or (same_verb and _of_other_things(pair, one, other)):
        return True
    if _said_and_heard(pair, one, other):
        return True
    if _weekday(pair.a, one) == _weekday(pair.b, other) or opposite(one.verb or "", other.verb or ""):
        return True  # one weekday of two weeks; the day of joining and that of leaving
    if _news_and_background(pair, one, other) or _end_of_stretch(pair.a, one) != _end_of_stretch(pair.b, other):
        return True
    return not same_verb and (_each_its_own_day(pair, one, other) or _loosely_told(pair, one, other))


def tells_of_these_days(pair: Pair) -> bool:
    """Whether both drafts were written on one day, or on two in a row: what they tell of the week is the same news."""
    here, there = pair.a.document.dated, pair.b.document.dated
    return here is not None and there is not None and abs(here - there) <= NEXT_DAY


def is_of_these_days(side: Side, day: Quantity) -> bool:
    """Whether a date is one day of the week around its draft."""
    age = _age(side, day)
    return _is_day(day) and age is not None and abs(age) <= FRESH


def of_two_tellings(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether two days belong to two people, are one weekday of two weeks, or each is its own draft's today."""
    one_weekday = _weekday(pair.a, one) == _weekday(pair.b, other)
    of_two = _of_two_people(pair, one, other) or _said_and_heard(pair, one, other)
    return one_weekday or of_two or _each_its_own_day(pair, one, other)


def _said_and_heard(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether something was said on a day, and a draft names the other day too: recorded, it is heard a day later."""
    if SAYING.isdisjoint((one.verb, other.verb)):
        return False
    return _weekday(pair.b, other) in _aired(pair.a) or _weekday(pair.a, one) in _aired(pair.b)


def _aired(side: Side) -> set[str]:
    """The days on which something is said to be shown or printed."""
    days = (found for found in side.document.quantities if found.kind is QuantityKind.DATE)
    return {_weekday(side, day) for day in days if not AIRING.isdisjoint(side.sentence_content(day))}


def _of_two_people(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether both deeds have doers who are called by name, and not the same ones."""
    here, there = pair.a.clause_at(one), pair.b.clause_at(other)
    if not here or not there or not here.actors or not there.actors:
        return False
    people = {
        surname(name.name) for side in (pair.a, pair.b) for name in side.document.entities if name.label is Label.PERSON
    }
    return not here.actors & there.actors and here.actors | there.actors <= people


def _of_other_things(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether a verb that says little by itself has other objects: to hold a vote, to hold a seat."""
    here, there = pair.a.clause_at(one), pair.b.clause_at(other)
    known = here and there and here.objects and there.objects
    return one.verb in LIGHT and bool(known and here and there and not here.objects & there.objects)


def _weekday(side: Side, day: Quantity) -> str:
    """The day of the week that the words name; the words themselves where they name none."""
    named = WEEKDAY.search(side.words(day))
    return named[0] if named else side.words(day).lower()


def _news_and_background(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether one date is of these days, and the other long past: the news, and what it reminds the writer of."""
    ages = _age(pair.a, one), _age(pair.b, other)
    fresh = [age is not None and abs(age) <= FRESH for age in ages]
    return (
        None not in ages and fresh[0] != fresh[1] and any(_is_day(day) and new for day, new in _both(one, other, fresh))
    )


def _both(one: Quantity, other: Quantity, fresh: list[bool]) -> list[tuple[Quantity, bool]]:
    return [(one, fresh[0]), (other, fresh[1])]


def _age(side: Side, day: Quantity) -> timedelta | None:
    """How long before its draft a day was, or the last day of a month or year."""
    dated = side.document.dated
    return dated - day.high if dated is not None and isinstance(day.high, date) else None


def _is_day(day: Quantity) -> bool:
    return day.low == day.high


def _each_its_own_day(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether drafts of different days each tell what is new on theirs."""
    return pair.a.document.dated != pair.b.document.dated and _age(pair.a, one) == _age(pair.b, other)


def _loosely_told(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether the date only points at a stretch ("last month"), hangs on no verb, or just the same names stand near."""
    pointing = any(not _is_day(day) and not _has_digit(side, day) for side, day in ((pair.a, one), (pair.b, other)))
    return pointing or None in (one.verb, other.verb) or not pair.a.near(one) & pair.b.near(other) - pair.name_words


def _has_digit(side: Side, day: Quantity) -> bool:
    return any(letter.isdigit() for letter in side.words(day))


def _end_of_stretch(side: Side, day: Quantity) -> str:
    """ "from" of "from 2019 to 2024"; empty for a date that stands by itself."""
    before = side.parse.lower[max(0, side.parse.range_of(day)[0] - 1)]
    return before if before in ENDS else ""

"""One event is given two dates.

Catches a day, month, year or hour that changed in a revised sentence, and one deed of the same people dated twice in
sentences written apart ("a curfew under a 2019 decree", "imposed last year"), above all the news that both open with
and whatever drafts of one day or two tell of these days.
Ignores a date that lies within the other (a day and its month), and relative dates that can't be read because the
draft has no date.
"""

import re
from collections.abc import Iterator
from itertools import product

from analysis.comparing.alignment import Match
from analysis.comparing.clauses import Clause
from analysis.comparing.disagreements import disagreement
from analysis.comparing.figures import disagree, grain, said, told, value_of
from analysis.comparing.occasions import LIGHT, is_of_these_days, of_two_occasions, of_two_tellings, tells_of_these_days
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import answered, asked, event_question
from analysis.comparing.rivals import rivals
from analysis.comparing.sides import Side
from analysis.comparing.standings import tells_how_new
from analysis.document import Quantity, QuantityKind
from analysis.findings import Evidence, Finding, Kind
from analysis.quotations.cues import SAYING
from analysis.spans import Spanned

WHY = "An event has one date; these two leave no day in common."
ZONES = frozenset("GMT UTC BST CET CEST EST EDT ET CST CDT CT MST MDT MT PST PDT PT".split())
OPENINGS = {"since": "Since when", "until": "Until when", "till": "Until when"}
DAY = re.compile(r"\d+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
OPENING = 2  # sentences of a draft that tell its news
SHARED = 2  # words that stand near both dates
# A date answers to one date of the other draft: the one that is told with the surest evidence.
SUREST = (Evidence.REVISED, Evidence.NEWS, Evidence.DAY, Evidence.NEAR, Evidence.DEED)
SAID_TWICE, TELLING = 5, 2  # words that two sentences share, and of them those that are no names
WHEN = frozenset({QuantityKind.DATE, QuantityKind.TIME})


def compare(pair: Pair) -> Iterator[Finding]:
    told: dict[tuple[bool, int], Quantity] = {}
    for one, other, evidence in sorted(_answering(pair), key=lambda answer: SUREST.index(answer[2])):
        here, there = told.setdefault((True, one.start), other), told.setdefault((False, other.start), one)
        only = value_of(here) == value_of(other) and value_of(there) == value_of(one)
        known = disagree(one, other) and None not in (one.low, other.low)
        if known and only and _one_zone(pair, one, other):
            yield _finding(pair, one, other, evidence)
    for one, other in _exchanged(pair):
        if _open(one) and _open(other) and _named_apart(pair.a.words(one), pair.b.words(other)):
            yield _finding(pair, one, other, Evidence.REVISED)


def _exchanged(pair: Pair) -> Iterator[tuple[Quantity, Quantity]]:
    """Dates that stand for one another in a revised sentence."""
    for change in pair.changes:
        dates = zip(_dates_at(pair.a, change.a), _dates_at(pair.b, change.b), strict=False)
        yield from (exchanged for exchanged in dates if not tells_how_new(pair, *exchanged))


def _open(day: Quantity) -> bool:
    """Whether a draft without a date leaves open which day is meant."""
    return day.kind is QuantityKind.DATE and day.low is None and day.high is None


def _named_apart(one: str, other: str) -> bool:
    """Whether two days differ whatever the year or week: "July 13" and "July 10", "Monday" and "Friday"."""
    here, there = DAY.findall(one), DAY.findall(other)
    return bool(here and there) and here != there


def _answering(pair: Pair) -> Iterator[tuple[Quantity, Quantity, Evidence]]:
    """Dates of one event, with what tells that the event is one."""
    for one, other in _exchanged(pair):
        yield one, other, Evidence.REVISED
    for event, same in ((one, other) for one, other in pair.same_events if one.lemma == other.lemma):
        for one, other in product(_dates_of(pair.a, event), _dates_of(pair.b, same)):
            if not _both_told(pair, one, other) and not of_two_occasions(pair, one, other):
                yield one, other, Evidence.DEED
    for one, other, shared in rivals(pair, _only_in(pair.a, pair.b), _only_in(pair.b, pair.a), _apart, least=SHARED):
        if not pair.is_revised(one, other) and _of_one_event(pair, one, other, shared):
            yield one, other, Evidence.NEAR
    for match in pair.written_apart:
        yield from ((one, other, Evidence.NEWS) for one, other in _of_the_news(pair, match))
        yield from ((one, other, Evidence.DAY) for one, other in _of_these_days(pair, match))


def _of_these_days(pair: Pair, match: Match) -> Iterator[tuple[Quantity, Quantity]]:
    """Days of this week that only one draft knows each, in sentences that share much more than their people."""
    shared = pair.a.sentence_contents[match.a] & pair.b.sentence_contents[match.b]
    if not tells_of_these_days(pair) or len(shared) < SAID_TWICE:
        return
    here, there = _days_only_in(pair.a, match.a, pair.b), _days_only_in(pair.b, match.b, pair.a)
    for one, other in product(here, there):
        clauses = pair.a.clause_at(one), pair.b.clause_at(other)
        one_doer = bool(clauses[0] and clauses[1] and clauses[0].actors & clauses[1].actors)
        told = len(shared - pair.name_words) >= TELLING - one_doer
        apart = of_two_tellings(pair, one, other) or _is_another_deed(pair, one, other)
        if told and _apart(one, other) and not apart:
            yield one, other


def _days_only_in(side: Side, sentence: int, another: Side) -> list[Quantity]:
    days = (date for date in side.quantities.get(sentence, ()) if date.kind is QuantityKind.DATE)
    return [day for day in days if is_of_these_days(side, day) and value_of(day) not in another.values]


def _of_the_news(pair: Pair, match: Match) -> Iterator[tuple[Quantity, Quantity]]:
    """Dates of what both drafts open with, or do under one verb, where a draft may have the other's date elsewhere."""
    opening = max(match.a, match.b) < OPENING
    if pair.a.document.dated != pair.b.document.dated:
        return
    for one, other in product(pair.a.quantities.get(match.a, ()), pair.b.quantities.get(match.b, ())):
        known = _both_told(pair, one, other) or of_two_occasions(pair, one, other)
        same_deed = (opening and not _is_another_deed(pair, one, other)) or one.verb == other.verb is not None
        rivals_here = one.kind in WHEN and _apart(one, other) and same_deed and not known
        if rivals_here and len(pair.a.near(one) & pair.b.near(other)) > SHARED:
            yield one, other


def _is_another_deed(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether a draft that dates another deed also tells of this one: she resigned on Monday, and had apologised."""
    return one.verb != other.verb and (_tells(pair.b, pair.a.clause_at(one)) or _tells(pair.a, pair.b.clause_at(other)))


def _tells(side: Side, deed: Clause | None) -> bool:
    """Whether a draft tells that the same people did the same."""
    if deed is None or deed.lemma in LIGHT | SAYING:
        return False
    return any(clause.lemma == deed.lemma and clause.actors & deed.actors for clause in side.clauses.values())


def _of_one_event(pair: Pair, one: Quantity, other: Quantity, shared: int) -> bool:
    """Whether enough tells that both date one event."""
    if of_two_occasions(pair, one, other) or _is_another_deed(pair, one, other):
        return False
    matched = (pair.a.sentence_of(one), pair.b.sentence_of(other)) in pair.matched
    return matched or shared > SHARED or one.verb == other.verb is not None


def _only_in(side: Side, another: Side) -> list[Quantity]:
    """The dates that the other draft gives nowhere."""
    return [date for date in side.document.quantities if date.kind in WHEN and value_of(date) not in another.values]


def _dates_at(side: Side, span: Spanned) -> list[Quantity]:
    return [found for found in side.quantities_at(span) if found.kind in WHEN]


def _dates_of(side: Side, event: Clause) -> list[Quantity]:
    """The dates that hang on a deed."""
    dates = _dates_at(side, side.document.sentences[side.sentence_of(event.span)])
    return [date for date in dates if side.clause_at(date) == event]


def _apart(one: Quantity, other: Quantity) -> bool:
    """Two dates of one grain, day or month or year, that leave no time in common."""
    if one.kind != other.kind or None in (one.low, other.low):
        return False
    return grain(one) == grain(other) and disagree(one, other)


def _one_zone(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Hours of two time zones may be the same."""
    zones = [{*side.words(time).split()} & ZONES for side, time in ((pair.a, one), (pair.b, other))]
    return zones[0] == zones[1]


def _both_told(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether each draft knows the other's date as well: then they speak of two events."""
    return value_of(one) in pair.b.values and value_of(other) in pair.a.values


def _when(side: Side, place: Spanned) -> str | None:
    before = side.parse.range_of(place)[0] - 1
    return event_question(OPENINGS.get(side.parse.lower[max(before, 0)], "When"), side, place)


def _finding(pair: Pair, one: Quantity, other: Quantity, evidence: Evidence) -> Finding:
    words_a, words_b = pair.a.words(one), pair.b.words(other)
    same_day = pair.a.document.dated == pair.b.document.dated
    plain = same_day and not any(letter.isdigit() for letter in words_a + words_b)
    meant = said(one, words_a, plain=plain), said(other, words_b, plain=plain)
    question = asked(pair, one, other, _when) if one.verb == other.verb else None
    return disagreement(
        pair,
        Kind.DATE,
        [one],
        [other],
        subject=pair.topic(one, other),
        values=(told(one), told(other)),
        message=answered(question, *meant) if question else None,
        why=WHY,
        evidence=evidence,
    )

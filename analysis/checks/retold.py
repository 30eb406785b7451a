"""The draft tells one thing twice, with two values.

Catches two figures under one noun ("a crowd of 21,400", "the crowd of 24,100"; "£4m a year", "£4m a month") and two
dates of what happens once
("founded in 1957", "founded it in 1961"), in different sentences of the writer's own words.
Ignores what is quoted, rounding, figures of different days, small numbers, percentages, and whatever the words beside
it tell apart: "another", "last", "each", "more", "than", "so far".
"""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from analysis.comparing.figures import disagree, grain, said, told, value_of
from analysis.comparing.sides import Side
from analysis.document import Quantity, QuantityKind
from analysis.findings import Finding, Kind, Severity
from analysis.lexicon.counted import counts_same
from analysis.remarks import remark
from analysis.steps import WHEN, is_exact, worth

AMOUNTS = frozenset({QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.DURATION})
ONCE = frozenset(
    "acquit arrest bear begin build close collapse complete convict crash create die end erect establish found happen "
    "kill launch marry occur open publish retire".split()
)
# What a thing is called once its name has been told.
AGAIN = frozenset("firm company club school charity trust group party team paper body bank shop it".split())
TOLD_APART = re.compile(
    r"\b(?:an?other|others?|last|previous(?:ly)?|earlier|former|first|second|third|next|later|then|now|until|more"
    r"|additional|extra|compared|than|since|each|every|per|also|further|remaining|rest|least|most|half|so far"
    r"|original(?:ly)?|initial(?:ly)?|including|only|of them|still|some|one|two|three)\b",
    re.IGNORECASE,
)
FROM = re.compile(r"\b(?:from|by)\s+$")
BEFORE, BEHIND = 50, 40  # characters in which words tell figures apart
SMALLEST = 10  # a smaller number may count anything
REMEMBERED = 20  # figures of one thing: a long list is no repetition
MOST_APART = 2.0  # times as much: figures further apart are hardly two of one thing
WHY = "One thing has one value; the draft gives two."

Rate = tuple[tuple[str, object, object], str | None]


def find(side: Side) -> Iterator[Finding]:
    own = [value for value in side.document.quantities if not side.is_quoted(value)]
    amounts = [value for value in own if value.kind in AMOUNTS and is_exact(value) and _stands_alone(side, value)]
    for one, other in _told_again(amounts, _measured, partial(_one_amount, side)):
        yield _finding(side, one, other, Kind.FIGURE)
    dates = [value for value in own if value.kind in WHEN and value.low is not None and value.verb in ONCE]
    for one, other in _told_again(dates, _happening, partial(_one_event, side)):
        yield _finding(side, one, other, Kind.DATE)


def _told_again(
    values: Iterable[Quantity],
    alike: Callable[[Quantity], tuple[str, str]],
    clash: Callable[[Quantity, Quantity], bool],
) -> Iterator[tuple[Quantity, Quantity]]:
    """Each value with the nearest before it that clashes: one finding a value, where pairs would soon be hundreds."""
    before: dict[tuple[str, str], deque[Quantity]] = defaultdict(lambda: deque(maxlen=REMEMBERED))
    for value in values:
        told = before[alike(value)]
        if other := next((earlier for earlier in reversed(told) if clash(earlier, value)), None):
            yield other, value
        told.append(value)


def _stands_alone(side: Side, figure: Quantity) -> bool:
    """Whether no word beside a figure sets it against another, and it is of a thing that a common noun names."""
    text, noun = side.document.text, _noun(figure)
    around = text[max(0, figure.start - BEFORE) : figure.end + BEHIND]
    small = figure.kind is QuantityKind.COUNT and worth(figure) < SMALLEST
    named = noun is None or not noun.islower()
    return not (
        small or named or TOLD_APART.search(around) or FROM.search(text, max(0, figure.start - BEFORE), figure.start)
    )


def _one_amount(side: Side, one: Quantity, other: Quantity) -> bool:
    if not counts_same(one.unit, other.unit):
        return False
    apart = max(worth(one), worth(other)) > MOST_APART * min(worth(one), worth(other))
    if apart or not disagree(one, other) or side.sentence_of(one) == side.sentence_of(other):
        return False
    if _both_told(side, one, other) or _of_other_days(side, one, other):
        return False
    return one.unit is None or one.kind is not QuantityKind.COUNT or _same_deed(side, one, other)


def _same_deed(side: Side, one: Quantity, other: Quantity) -> bool:
    """Whether more than the noun itself stands near both: "300 homes" may well be others than "400 homes"."""
    nouns = {_noun(one), (one.unit or "").lower(), (other.unit or "").lower()}
    return len(side.near(one) & side.near(other) - nouns) > 0 and one.verb == other.verb


def _both_told(side: Side, one: Quantity, other: Quantity) -> bool:
    """Whether one of the sentences gives both values."""
    here, there = _values(side, one), _values(side, other)
    return _rate(other) in here or _rate(one) in there


def _values(side: Side, figure: Quantity) -> set[Rate]:
    return {_rate(found) for found in side.quantities[side.sentence_of(figure)]}


def _rate(figure: Quantity) -> Rate:
    """What a figure stands for, and what it is reckoned by: "£4m a year" is not "£4m a month"."""
    return value_of(figure), figure.per


def _of_other_days(side: Side, one: Quantity, other: Quantity) -> bool:
    here, there = (
        {_rate(found) for found in side.quantities[side.sentence_of(figure)] if found.kind in WHEN}
        for figure in (one, other)
    )
    return bool(here and there) and not here & there


def _one_event(side: Side, one: Quantity, other: Quantity) -> bool:
    if grain(one) != grain(other) or not disagree(one, other) or side.sentence_of(one) == side.sentence_of(other):
        return False
    first, second = (clause.participants if clause else frozenset() for clause in map(side.clause_at, (one, other)))
    return bool(first & second) or _is_named_again(side, first, second) or _is_named_again(side, second, first)


def _is_named_again(side: Side, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether "the firm" may well be the one that is called by its name elsewhere."""
    names = {entity.name.split()[-1].lower() for entity in side.document.entities}
    return bool(one) and one <= AGAIN and bool(other & names)


def _noun(figure: Quantity) -> str | None:
    return figure.of.split()[-1] if figure.of else None


def _measured(figure: Quantity) -> tuple[str, str]:
    """What a figure is of: only those of one kind and noun are held against each other."""
    return figure.kind, _noun(figure) or ""


def _happening(when: Quantity) -> tuple[str, str]:
    """What a date is of: only those of one kind and verb are held against each other."""
    return when.kind, when.verb or ""


def _with_rate(figure: Quantity, words: str) -> str:
    return f"{words} a {figure.per}" if figure.per else words


def _finding(side: Side, one: Quantity, other: Quantity, kind: Kind) -> Finding:
    here, there = (_with_rate(value, said(value, side.words(value))) for value in (one, other))
    what = f"{_noun(one) or 'thing'}" if kind is Kind.FIGURE else one.verb or ""
    return remark(
        kind,
        [one, other],
        subject=f"{what} {' / '.join(sorted((told(one), told(other))))}",
        message=f"The draft says “{here}”, and elsewhere “{there}”.",
        why=WHY,
        severity=Severity.MAJOR,
        confidence=0.7,
        conflict=True,
    )

"""One thing is given two figures.

Catches a figure or its rate ("£4m a month") that changed in a revised sentence, and, in sentences written apart, two
figures for the same thing: the same unit, the same noun, the same deed.
Ignores another way to write a figure ("$1.2bn", "1.2 billion dollars"), a rounded one ("about 100", 98), a range
that holds the other, "billions", "the one day", a share and its rest, and any figure that the other draft gives as
well.
"""

import re
from collections.abc import Iterator

from analysis.comparing.amounts import amount_question
from analysis.comparing.changes import Change
from analysis.comparing.disagreements import disagreement
from analysis.comparing.figures import disagree, told, value_of
from analysis.comparing.measures import measures_the_same, values_around
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import answered, asked
from analysis.comparing.rivals import rivals
from analysis.comparing.sides import Side
from analysis.comparing.standings import of_two_standings
from analysis.document import Quantity, QuantityKind
from analysis.findings import Evidence, Finding, Kind
from analysis.lexicon.counted import counts_same
from analysis.spans import Spanned

WHY = "Both drafts give a figure for the same thing, and the two differ by more than rounding."
DIGIT = re.compile(r"\d")
VAGUE = re.compile(
    r"(?:tens|hundreds|thousands|millions|billions|trillions|dozens|scores)\b|several|a few|a couple|\d+s\b",
    re.IGNORECASE,
)
DETERMINED = re.compile(r"\b(?:the|that|this)\s+(?:only\s+)?$", re.IGNORECASE)
LONGEST_DETERMINER = len("that  only  ")
RATE = len(" per household")  # characters behind a figure
SHARED = 1  # words that stand near both figures
SEVERAL = 3  # figures of a sentence: with none in common, two sentences tell of different days or years
LARGE, LARGE_OF_A_KIND = 100, 10  # a smaller figure may stand for many things in one draft
WHEN = frozenset({QuantityKind.DATE, QuantityKind.TIME})
Rate = tuple[tuple[str, object, object], str | None]  # what a figure stands for, and what it is reckoned by


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        yield from _revised(pair, change)
    for one, other, shared in rivals(
        pair, _only_in(pair.a, pair.b), _only_in(pair.b, pair.a), _same_thing, least=SHARED
    ):
        if not pair.is_revised(one, other) and measures_the_same(pair, one, other, shared):
            yield _finding(pair, one, other, Evidence.NEAR)


def _only_in(side: Side, another: Side) -> list[Quantity]:
    """The figures whose value the other draft gives nowhere."""
    figures = (figure for figure in side.document.quantities if figure.kind not in WHEN)
    exact = (figure for figure in figures if not VAGUE.match(side.words(figure)) and not _says_which(side, figure))
    rates: set[Rate] = {(value_of(figure), figure.per) for figure in another.document.quantities if figure.per}
    return [figure for figure in exact if value_of(figure) not in another.values or _at_another_rate(figure, rates)]


def _says_which(side: Side, figure: Quantity) -> bool:
    """And not how many: "Monday is the one day of the week on which it is shut"."""
    before = side.document.text[max(0, figure.start - LONGEST_DETERMINER) : figure.start]
    return side.words(figure).lower().startswith("one ") and bool(DETERMINED.search(before))


def _at_another_rate(figure: Quantity, rates: set[Rate]) -> bool:
    """Whether the other draft has the figure, reckoned by something else each time: "£4m a month", "£4m a year"."""
    others = {per for value, per in rates if value == value_of(figure)}
    return figure.per is not None and bool(others) and figure.per not in others


def _revised(pair: Pair, change: Change) -> Iterator[Finding]:
    left, right = _figures_at(pair.a, change.a), _figures_at(pair.b, change.b)
    if not left and not right:
        left, right = _rated_at(pair.a, change.a), _rated_at(pair.b, change.b)
    if not left and not right and _numbers_differ(pair, change):
        yield _finding(pair, change.a, change.b, Evidence.REVISED)
    if len(left) == len(right):
        for one, other in zip(left, right, strict=True):
            if (
                disagree(one, other, strictly=True)
                and (one.per != other.per or _stands(pair, one, other))
                and not of_two_standings(pair, one, other)
            ):
                yield _finding(pair, one, other, Evidence.REVISED)


def _stands(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether the figure took the other's place; it may have moved, or the whole sentence tell of another day."""
    here, there = values_around(pair.a, one), values_around(pair.b, other)
    moved = value_of(one) in there or value_of(other) in here
    return not moved and (min(len(here), len(there)) < SEVERAL or bool(here & there))


def _figures_at(side: Side, span: Spanned) -> list[Quantity]:
    return [figure for figure in side.quantities_at(span) if figure.kind not in WHEN]


def _rated_at(side: Side, span: Spanned) -> list[Quantity]:
    """The figure right before some words that say what it is reckoned by: "month" of "£4m a month"."""
    figures = side.quantities.get(side.sentence_of(span), ())
    return [
        figure for figure in figures if figure.per and 0 < span.end - figure.end <= RATE and span.start >= figure.end
    ]


def _numbers_differ(pair: Pair, change: Change) -> bool:
    """One word with digits for another that is read as no quantity: a score, a vote, a number of a law."""
    single = len(change.words_a) == len(change.words_b) == 1
    dated = pair.a.quantities_at(change.a) or pair.b.quantities_at(change.b)
    said_a, said_b = pair.a.words(change.a), pair.b.words(change.b)
    return single and not dated and bool(DIGIT.search(said_a)) and bool(DIGIT.search(said_b))


def _same_thing(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count or measure in the same unit, and differ."""
    same_unit = counts_same(one.unit, other.unit, verbs=frozenset({one.verb, other.verb}))
    return one.kind == other.kind and same_unit and disagree(one, other)


def _finding(pair: Pair, one: Spanned, other: Spanned, evidence: Evidence) -> Finding:
    values = _value(one, pair.a), _value(other, pair.b)
    question = asked(pair, one, other, amount_question)
    return disagreement(
        pair,
        Kind.FIGURE,
        _everywhere(pair.a, one),
        _everywhere(pair.b, other),
        subject=pair.topic(one, other),
        values=values,
        message=answered(question, _said(pair.a, one), _said(pair.b, other)) if question else None,
        why=WHY,
        evidence=evidence,
    )


def _said(side: Side, place: Spanned) -> str:
    """The figure as its draft has it, with what it is reckoned by."""
    rate = f" a {place.per}" if isinstance(place, Quantity) and place.per else ""
    return f"{side.words(place)}{rate}"


def _everywhere(side: Side, place: Spanned) -> list[Spanned]:
    """The place, and wherever else the draft gives the same large figure, as in its headline."""
    if not isinstance(place, Quantity) or not isinstance(place.low, float | int):
        return [place]
    if place.low < (LARGE_OF_A_KIND if place.unit else LARGE):
        return [place]
    same = ((figure.unit, value_of(figure)) == (place.unit, value_of(place)) for figure in side.document.quantities)
    repeats = [figure for figure, known in zip(side.document.quantities, same, strict=True) if known]
    return [place, *(figure for figure in repeats if figure is not place)]


def _value(place: Spanned, side: Side) -> str:
    return told(place) if isinstance(place, Quantity) else side.words(place)

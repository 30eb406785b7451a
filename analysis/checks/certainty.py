"""What one draft tells as done, the other tells as planned or possible.

Catches the same deed of the same people with another degree of certainty ("plans to buy", "has bought").
Ignores deeds that a draft only reports as said, and drafts of different days: a plan may have come true since, so
that is a note and no conflict.
"""

from collections.abc import Iterator

from analysis.comparing.clauses import Certainty, Clause
from analysis.comparing.disagreements import disagreement
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import answered, in_context
from analysis.comparing.sides import Side
from analysis.findings import Evidence, Finding, Kind
from analysis.spans import Span

WHY = "What is planned or possible has not happened; on one day only one of the two can stand."

NEAR = 4  # words from the verb that plans to the one that is planned


def compare(pair: Pair) -> Iterator[Finding]:
    for one, other in pair.same_events:
        if one.lemma == other.lemma and one.denied == other.denied and _apart(one, other):
            yield _finding(pair, one, other)


def _apart(one: Clause, other: Clause) -> bool:
    """A plan against a fact, of the same people and the same things; possibilities contradict neither."""
    if not one.actors & other.actors or not one.objects & other.objects:
        return False
    return {one.certainty, other.certainty} == {Certainty.FACT, Certainty.PLAN}


def _said(pair: Pair, one: Clause, other: Clause) -> tuple[str, str]:
    """Both verbs in their context, and which of them is a plan."""
    said = f"“{in_context(pair.a, _with_plan(pair.a, one))}”", f"“{in_context(pair.b, _with_plan(pair.b, other))}”"
    if one.certainty is Certainty.PLAN:
        return f"only {said[0]}", said[1]
    return said[0], f"only {said[1]}"


def _with_plan(side: Side, clause: Clause) -> Span:
    """The verb with the one that plans it: "plans to buy", "is to build"."""
    above = side.parse.tokens[clause.verb].head
    if side.parse.tokens[clause.verb].dep != "xcomp" or not clause.verb - NEAR <= above < clause.verb:
        return clause.span
    return Span(side.parse.tokens[above].start, clause.span.end)


def _finding(pair: Pair, one: Clause, other: Clause) -> Finding:
    dated = pair.a.document.dated
    return disagreement(
        pair,
        Kind.CERTAINTY,
        [_with_plan(pair.a, one)],
        [_with_plan(pair.b, other)],
        subject=pair.topic(one.span, other.span),
        values=(one.certainty, other.certainty),
        message=answered("Has it happened?", *_said(pair, one, other)),
        why=WHY,
        conflict=dated is not None and dated == pair.b.document.dated,
        evidence=Evidence.DEED,
    )

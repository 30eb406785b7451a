"""What one draft tells as done, the other tells as planned or possible.

Catches the same deed of the same people with another degree of certainty ("plans to buy", "has bought").
Ignores deeds that a draft only reports as said, and drafts of different days: a plan may have come true since, so
that is a note and no conflict.
"""

from collections.abc import Iterator

from analysis.comparing.clauses import Certainty, Clause
from analysis.comparing.disagreements import disagreement
from analysis.comparing.pairs import Pair
from analysis.findings import Finding, Kind

WHY = "What is planned or possible has not happened; on one day only one of the two can stand."


def compare(pair: Pair) -> Iterator[Finding]:
    for one, other in pair.same_events:
        if one.lemma == other.lemma and one.denied == other.denied and _apart(one, other):
            yield _finding(pair, one, other)


def _apart(one: Clause, other: Clause) -> bool:
    """A plan against a fact, of the same people and the same things; possibilities contradict neither."""
    if not one.actors & other.actors or not one.objects & other.objects:
        return False
    return {one.certainty, other.certainty} == {Certainty.FACT, Certainty.PLAN}


def _finding(pair: Pair, one: Clause, other: Clause) -> Finding:
    dated = pair.a.document.dated
    return disagreement(
        pair,
        Kind.CERTAINTY,
        [one.span],
        [other.span],
        subject=pair.topic(one.span, other.span),
        values=(one.certainty, other.certainty),
        message=f"One draft says “{pair.a.words(one.span)}” ({one.certainty}), "
        f"the other “{pair.b.words(other.span)}” ({other.certainty}).",
        why=WHY,
        conflict=dated is not None and dated == pair.b.document.dated,
        confidence=0.5,
    )

"""A large sum that nobody is said to have told.

Catches the first sum of a million or more that the writer states, where neither its sentence nor the one before names
a source.
Ignores sums that anybody says, reports, announces or puts into a document, and sums that stand again elsewhere with
a source.
Rests on the rule of every desk: a figure needs somebody who answers for it.
"""

from collections.abc import Iterator

from analysis.comparing.figures import value_of
from analysis.comparing.sides import Side
from analysis.document import Quantity, QuantityKind
from analysis.findings import Finding, Kind, Severity
from analysis.quotations.cues import DOCUMENTS, SAYING
from analysis.remarks import remark
from analysis.steps import worth

LARGE = 1_000_000
SOURCED = SAYING | DOCUMENTS - {"plan"} | frozenset("accord show sign approve pass request seek".split())
WHY = "A figure without a source cannot be checked by readers, nor by the desk."


def find(side: Side) -> Iterator[Finding]:
    sums = [found for found in side.document.quantities if found.kind is QuantityKind.MONEY and worth(found) >= LARGE]
    spoken = _spoken(side) if sums else frozenset()
    sourced = {value_of(found) for found in sums if _is_sourced(side, found, spoken)}
    untold = next((found for found in sums if value_of(found) not in sourced), None)
    if untold is not None:
        yield _finding(side, untold)


def _spoken(side: Side) -> frozenset[int]:
    """The sentences in which somebody's words or stance are told."""
    told = (*side.document.quotations, *side.document.stances)
    return frozenset(
        sentence
        for said in told
        for sentence in range(side.sentence_of(said), side.parse.sentence_at(max(said.start, said.end - 1)) + 1)
    )


def _is_sourced(side: Side, figure: Quantity, spoken: frozenset[int]) -> bool:
    """Whether somebody speaks, or a document is named, in the sentence or the one before."""
    sentence = side.sentence_of(figure)
    first = max(0, sentence - 1)
    if not spoken.isdisjoint((first, sentence)):
        return True
    return any(_is_source(side, word) for word in range(side.words_of(first).start, side.words_of(sentence).stop))


def _is_source(side: Side, word: int) -> bool:
    """ "The council announced", "a report"; "the newly announced plan" says not who announced it."""
    token = side.parse.tokens[word]
    describes = token.dep == "amod"
    return token.lemma.lower() in SOURCED and not describes


def _finding(side: Side, figure: Quantity) -> Finding:
    said = side.words(figure)
    return remark(
        Kind.SOURCE,
        [figure],
        subject=f"unsourced {said}".lower(),
        message=f"Nobody is named for the figure of {said}.",
        why=WHY,
        severity=Severity.NOTE,
        confidence=0.55,
    )

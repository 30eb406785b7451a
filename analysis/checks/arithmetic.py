"""Figures of one sentence that do not add up.

Catches a share of more than 100 per cent, shares that together pass 100, a share told twice ("two in five, or 30 per
cent"), and a part that is greater than its whole ("12 people, including 15 children").
Ignores growth of more than 100 per cent, and shares that need not exclude one another: two alone, or of several years.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.comparing.figures import disagree
from analysis.comparing.sides import Side
from analysis.document import Document, Quantity, QuantityKind
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark
from analysis.spans import inside
from analysis.steps import worth

WHOLE = 100.0
LIST = 3  # shares in a row that divide a whole; two may well be of different things
APART = 8  # words from one share of a list to the next
SEVERAL = re.compile(
    r"\b(?:more than one|several answers|also|both|either|compared|against|while|last year|from|up|than)\b"
)
SLACK = 1.0  # per cent: rounded shares may pass the whole by so much
SHARE_OF = re.compile(r"\s+of\s+(?!the (?:previous|last|prior|national|average|median|usual|normal))\w")
PARTS = re.compile(r",?\s+(?:including|among them|of whom|of them)\b[^.;]*$")
OR = re.compile(r"[\w ]{0,40},\s+or\s+(?:about |nearly |some )?")
LOOK_BACK = 120  # characters before the first share
DIVIDED = re.compile(
    r"\b(?:split|divid\w+|breakdown|shared? out|of (?:the )?(?:vote|money|respondents|budget|total))\b"
)
WHY = "The figures of one sentence have to agree with each other."


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    for sentence in document.sentences:
        figures = inside(sentence, document.quantities)
        shares = [figure for figure in figures if _is_share(document, figure)] or _listed(document, figures)
        yield from _too_much(document, shares)
        yield from _part_over_whole(document, figures)
        yield from _told_twice(document, figures)


def _listed(document: Document, figures: Sequence[Quantity]) -> list[Quantity]:
    """The percentages of a sentence that says what they are shares of in a word: "the vote", "respondents"."""
    shares = [figure for figure in figures if figure.kind is QuantityKind.PERCENT]
    if not shares:
        return []
    around = document.text[max(0, shares[0].start - LOOK_BACK) : shares[-1].end]
    return shares if DIVIDED.search(around) else []


def _is_share(document: Document, figure: Quantity) -> bool:
    return figure.kind is QuantityKind.PERCENT and bool(SHARE_OF.match(document.text, figure.end))


def _too_much(document: Document, shares: Sequence[Quantity]) -> Iterator[Finding]:
    for share in shares:
        if isinstance(share.low, float | int) and share.low > WHOLE:
            yield _finding([share], f"“{_said(document, share)}” of something is more than all of it.")
    total = sum(share.low for share in shares if isinstance(share.low, float | int))
    if len(shares) >= LIST and _one_list(document, shares) and total > WHOLE + SLACK:
        said = ", ".join(_said(document, share) for share in shares)
        yield _finding(shares, f"The shares {said} come to {total:g} per cent, more than the whole.")


def _one_list(document: Document, shares: Sequence[Quantity]) -> bool:
    """Whether the shares divide one whole: one after the other, and nobody may be counted twice."""
    between = [document.text[one.end : other.start] for one, other in pairwise(shares)]
    sentence = document.text[shares[0].start : shares[-1].end]
    return all(len(words.split()) <= APART for words in between) and not SEVERAL.search(sentence)


def _part_over_whole(document: Document, figures: Sequence[Quantity]) -> Iterator[Finding]:
    for whole, part in pairwise(figures):
        counts = whole.kind is part.kind is QuantityKind.COUNT
        if counts and PARTS.search(document.text[whole.end : part.start]) and worth(whole) < worth(part):
            yield _finding([whole, part], f"{_said(document, part)} cannot be among {_said(document, whole)}.")


def _told_twice(document: Document, figures: Sequence[Quantity]) -> Iterator[Finding]:
    """Two shares joined by "or" are one share in other words."""
    for one, other in pairwise(figures):
        shares = one.kind is other.kind is QuantityKind.PERCENT
        if (
            shares
            and OR.fullmatch(document.text[one.end : other.start])
            and disagree(one, other)
            and not _near(one, other)
        ):
            yield _finding([one, other], f"{_said(document, one)} is not {_said(document, other)}.")


def _near(one: Quantity, other: Quantity) -> bool:
    """Shares in words are always rounded: a third is 33 or 34 per cent."""
    return abs(worth(one) - worth(other)) <= SLACK


def _said(document: Document, figure: Quantity) -> str:
    return document.text[figure.start : figure.end]


def _finding(places: Sequence[Quantity], message: str) -> Finding:
    subject = " ".join(f"{place.low}" for place in places)
    return remark(
        Kind.ARITHMETIC, places, subject=subject, message=message, why=WHY, severity=Severity.MAJOR, conflict=True
    )

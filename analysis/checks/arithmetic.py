"""Figures of one sentence that do not add up.

Catches a share of more than 100 per cent, shares that together pass 100, a rise from more to less (or a fall from less
to more), and a part that is greater than its whole ("12 people, including 15 children").
Ignores growth of more than 100 per cent, and shares that need not exclude one another: two alone, or of several years.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.document import Document, Quantity, QuantityKind, Sentence
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark
from analysis.spans import inside

WHOLE = 100.0
WHEN = frozenset({QuantityKind.DATE, QuantityKind.TIME})
LIST = 3  # shares in a row that divide a whole; two may well be of different things
APART = 8  # words from one share of a list to the next
SEVERAL = re.compile(
    r"\b(?:more than one|several answers|also|both|either|compared|against|while|last year|from|up|than)\b"
)
SLACK = 1.0  # per cent: rounded shares may pass the whole by so much
RISES = frozenset("rise increase grow climb jump surge soar gain expand swell".split())
FALLS = frozenset("fall drop decrease decline slump plunge shrink sink slide dip tumble".split())
SHARE_OF = re.compile(r"\s+of\s+(?!the (?:previous|last|prior))\w")
FROM, TO = (
    re.compile(r"\bfrom\s+(?:about |nearly |just |some )?$"),
    re.compile(r"\bto\s+(?:about |nearly |just |some )?$"),
)
PARTS = re.compile(r",?\s+(?:including|among them|of whom|of them)\b[^.;]*$")
LOOK_BACK = 120  # characters before the first share
DIVIDED = re.compile(
    r"\b(?:split|divid\w+|breakdown|shared? out|of (?:the )?(?:vote|money|respondents|budget|total))\b"
)
WHY = "The figures of one sentence have to agree with each other."


def find(document: Document) -> Iterator[Finding]:
    for sentence in document.sentences:
        figures = inside(sentence, document.quantities)
        shares = [figure for figure in figures if _is_share(document, figure)] or _listed(document, figures)
        yield from _too_much(document, shares)
        yield from _wrong_way(document, sentence, figures)
        yield from _part_over_whole(document, figures)


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


def _wrong_way(document: Document, sentence: Sentence, figures: Sequence[Quantity]) -> Iterator[Finding]:
    """A verb of rising over "from more to less", or of falling over the contrary."""
    lemmas = {token.lemma for token in document.tokens[sentence.first : sentence.last] if token.pos == "VERB"}
    for one, other in pairwise(figures):
        before = document.text[sentence.start : one.start], document.text[one.end : other.start]
        if (
            one.kind is other.kind
            and one.kind not in WHEN
            and FROM.search(before[0])
            and TO.search(before[1])
            and one.low
            and other.low
        ):
            up, verbs = str(one.low) != str(other.low) and _less(one, other), lemmas & (RISES | FALLS)
            if verbs and verbs <= (FALLS if up else RISES):
                verb, said = min(verbs), f"from {_said(document, one)} to {_said(document, other)}"
                yield _finding([one, other], f"“{said}” is no {verb}: it goes the other way.")


def _less(one: Quantity, other: Quantity) -> bool:
    return isinstance(one.low, float | int) and isinstance(other.low, float | int) and one.low < other.low


def _part_over_whole(document: Document, figures: Sequence[Quantity]) -> Iterator[Finding]:
    for whole, part in pairwise(figures):
        counts = whole.kind is part.kind is QuantityKind.COUNT
        if counts and PARTS.search(document.text[whole.end : part.start]) and _less(whole, part):
            yield _finding([whole, part], f"{_said(document, part)} cannot be among {_said(document, whole)}.")


def _said(document: Document, figure: Quantity) -> str:
    return document.text[figure.start : figure.end]


def _finding(places: Sequence[Quantity], message: str) -> Finding:
    subject = " ".join(f"{place.low}" for place in places)
    return remark(
        Kind.ARITHMETIC, places, subject=subject, message=message, why=WHY, severity=Severity.MAJOR, conflict=True
    )

"""A quotation that opens and never closes, or closes and never opened.

Catches a quote mark without its partner in the paragraph.
Ignores a quotation that runs on into the next paragraph, which then opens with a mark of its own, single marks, which
may be apostrophes, marks behind a figure, which are inches, and a closing mark turned the wrong way.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from analysis.comparing.sides import Side
from analysis.document import Document
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark
from analysis.spans import Span, paragraphs

WHY = "Without its closing mark, nobody can tell where the speaker's words end."
OPENING = '“"'
INCHES = re.compile(r"(?:^|\s)\d+[’'][\s\d]*$")
LONGEST_FIGURE = 8  # characters of a height such as 6'3"
SHOWN = 40  # characters of the quotation in the message


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    blocks = [*paragraphs(document.text), Span(len(document.text), len(document.text))]
    for block, following in pairwise(blocks):
        place = _left_open(block.of(document.text))
        if place is not None and not following.of(document.text).startswith(tuple(OPENING)):
            yield _finding(document, block, block.start + place)


def _left_open(paragraph: str) -> int | None:
    """Where the quotation that stays open begins; None when all are closed."""
    opened: int | None = None
    for place, mark in enumerate(paragraph):
        if mark == '"' and INCHES.search(paragraph, max(0, place - LONGEST_FIGURE), place):
            continue
        if mark == "“" and opened is not None and not paragraph[place + 1 : place + 2].strip():
            opened = None  # turned the wrong way
        elif mark == "“":
            opened = place
        elif mark == "”":
            opened = None
        elif mark == '"':
            opened = place if opened is None else None
    return opened


def _finding(document: Document, block: Span, start: int) -> Finding:
    words = document.text[start : block.end]
    if not words[1:].strip():
        return _never_opened(document, block)
    return remark(
        Kind.UNCLOSED,
        [Span(start, min(block.end, start + len(words.split()[0])))],
        subject=words[1:SHOWN].lower(),
        message=f"The quotation that begins {words[:SHOWN]}… is never closed.",
        why=WHY,
        severity=Severity.MINOR,
        confidence=0.9,
    )


def _never_opened(document: Document, block: Span) -> Finding:
    words = document.text[max(block.start, block.end - SHOWN) : block.end].split(" ", 1)[-1]
    return remark(
        Kind.UNCLOSED,
        [Span(block.end - len(words.split()[-1]), block.end)],
        subject=words.lower(),
        message=f"A quote mark closes behind …{words[:-1]}, and none opened.",
        why=WHY,
        severity=Severity.MINOR,
        confidence=0.8,
    )

"""A quotation that opens and never closes.

Catches an opening quote mark without its partner in the paragraph.
Ignores a quotation that runs on into the next paragraph, which then opens with a mark of its own, and single marks,
which may be apostrophes.
"""

from collections.abc import Iterator
from itertools import pairwise

from analysis.document import Document
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark
from analysis.spans import Span, paragraphs

WHY = "Without its closing mark, nobody can tell where the speaker's words end."
OPENING = '“"'
SHOWN = 40  # characters of the quotation in the message


def find(document: Document) -> Iterator[Finding]:
    blocks = [*paragraphs(document.text), Span(len(document.text), len(document.text))]
    for block, following in pairwise(blocks):
        place = _left_open(block.of(document.text))
        if place is not None and not following.of(document.text).startswith(tuple(OPENING)):
            yield _finding(document, block, block.start + place)


def _left_open(paragraph: str) -> int | None:
    """Where the quotation that stays open begins; None when all are closed."""
    opened: int | None = None
    for place, mark in enumerate(paragraph):
        if mark == "“":
            opened = place
        elif mark == "”":
            opened = None
        elif mark == '"':
            opened = place if opened is None else None
    return opened


def _finding(document: Document, block: Span, start: int) -> Finding:
    words = document.text[start : block.end]
    return remark(
        Kind.UNCLOSED,
        [Span(start, min(block.end, start + len(words.split()[0])))],
        subject=words[1:SHOWN].lower(),
        message=f"The quotation that begins {words[:SHOWN]}… is never closed.",
        why=WHY,
        severity=Severity.MINOR,
        confidence=0.9,
    )

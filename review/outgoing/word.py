"""A draft as a Word file for its writer: what is open in it stands in the margin as comments."""

import io
import re
from collections.abc import Sequence
from itertools import pairwise

import docx
from docx.document import Document as WordFile
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from articles.models import Draft
from review.models import Passage
from review.standing import Standing, passages_of, standings_with

AUTHOR, INITIALS = "Backread", "BR"
LONGEST_PROPERTY = 255  # characters, by the file format
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Span = tuple[int, int]


def with_comments(draft: Draft) -> bytes:
    """Every open finding comments on its words; the text is the draft's, letter for letter that XML can hold."""
    file = docx.Document()
    told = (_holdable(draft.headline)[:LONGEST_PROPERTY], _holdable(draft.byline)[:LONGEST_PROPERTY])
    file.core_properties.title, file.core_properties.author = told
    open_here = [standing for standing in standings_with(draft) if standing.is_open]
    told_at = passages_of(open_here)
    places = {standing: _places(told_at[standing.finding.annotation_id], draft) for standing in open_here}
    cuts = {edge for passages in places.values() for passage in passages for edge in (passage.start, passage.end)}
    runs = _written(file, draft, sorted(cuts))
    for standing, passages in places.items():
        _comment(file, standing, [run for passage in passages for run in _under(passage, runs)])
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def _places(passages: Sequence[Passage], draft: Draft) -> list[Passage]:
    """The first place in the draft alone: a comment is on one stretch of the text."""
    return [passage for passage in passages if passage.draft_id == draft.pk][:1]


def _written(file: WordFile, draft: Draft, cuts: Sequence[int]) -> dict[Span, Run]:
    """A paragraph a line, in as many runs as comments need, by their places in the text."""
    headline = {start for name, start, _ in draft.sections if name == "headline"}
    runs: dict[Span, Run] = {}
    start = 0
    for line in draft.text.split("\n"):
        end = start + len(line)
        paragraph: Paragraph = file.add_heading("", level=1) if start in headline else file.add_paragraph()
        edges = [start, *(cut for cut in cuts if start < cut < end), end]
        for left, right in pairwise(edges):
            runs[left, right] = paragraph.add_run(_holdable(draft.text[left:right]))
        start = end + 1
    return runs


def _under(passage: Passage, runs: dict[Span, Run]) -> list[Run]:
    return [run for (start, end), run in runs.items() if start < passage.end and passage.start < end]


def _comment(file: WordFile, standing: Standing, runs: list[Run]) -> None:
    """One that has no words in this draft is about its first line."""
    finding = standing.finding
    anchored = [runs[0], runs[-1]] if runs else [file.paragraphs[0].runs[0]]
    text = f"{finding.severity.capitalize()}: {finding.message}"
    note = standing.resolution.note if standing.resolution else ""
    words = "\n".join(part for part in (text, finding.why, note) if part)
    file.add_comment(anchored, text=_holdable(words), author=AUTHOR, initials=INITIALS)


def _holdable(text: str) -> str:
    """Without the characters that no XML holds, and so no Word file."""
    return _NO_XML.sub("", text)

"""Two drafts laid side by side for tests: read and compared by hand, without the language model."""

import re
from dataclasses import dataclass
from typing import Any

from analysis.document import Document, Entity, Form, Mention, Sentence
from analysis.stored import dumped, loaded
from articles.models import Desk, Draft, Story
from review.models import Analysis, Comparison, Finding, Passage
from tests.factories import AnalysisFactory, ComparisonFactory, DraftFactory, FindingFactory, StoryFactory

LEFT = (
    "Ferry to sail again",
    "The ferry sails again on Monday. It was laid up for nine weeks.",
    "Its master is Ines Moreau.",
)
RIGHT = (
    "Ferry back in service",
    "The ferry sails again on Friday. It was laid up for nine weeks.",
    "Tickets cost four pounds.",
    "Its master is Inez Moreau.",
)
ALIGNMENT = [[1, 1, 0.9], [2, 2, 1.0], [3, 4, 0.9]]


def plain_document(*paragraphs: str, **told: Any) -> Document:  # noqa: ANN401 - any part of a document
    """One paragraph a line, one sentence after every full stop."""
    text = "\n".join(paragraphs)
    found = re.finditer(r"[^.\n\s][^.\n]*\.?", text)
    return Document(text, sentences=tuple(Sentence(*match.span(), 0, 0) for match in found), **told)


@dataclass(frozen=True)
class Pair:
    """Two drafts of one story that were read and compared."""

    story: Story
    left: Draft
    right: Draft
    comparison: Comparison

    def found(self, left: str, right: str, **told: Any) -> Finding:  # noqa: ANN401 - any field of a finding
        """A finding between these words of the two drafts."""
        finding = FindingFactory.create(comparison=self.comparison, **told)
        return _moved_to(finding, {self.left: left, self.right: right})

    def found_alone(self, draft: Draft, words: str, **told: Any) -> Finding:  # noqa: ANN401 - any field of a finding
        return _moved_to(FindingFactory.create(analysis=draft.analyses.get(), **told), {draft: words})


def pair_of_drafts(desk: Desk, *, slug: str = "ferry") -> Pair:
    story = StoryFactory.create(desk=desk, slug=slug)
    left, right = read_draft(story, *LEFT, byline="Ada Lund"), read_draft(story, *RIGHT, source="Ledger Newswire")
    return Pair(story, left, right, ComparisonFactory.create(left=left, right=right, alignment=ALIGNMENT))


def read_draft(story: Story, headline: str, *body: str, **told: Any) -> Draft:  # noqa: ANN401 - any field of a draft
    """A draft whose analysis is done; `not_checked` goes into its document."""
    document = plain_document(headline, *body, not_checked=told.pop("not_checked", ()))
    sections = [["headline", 0, len(headline)], ["body", len(headline) + 1, len(document.text)]]
    draft: Draft = DraftFactory.create(story=story, headline=headline, text=document.text, sections=sections, **told)
    AnalysisFactory.create(draft=draft, document=dumped(document))
    return draft


def mark(draft: Draft, *entities: Entity, **told: Any) -> None:  # noqa: ANN401 - any part of a document
    """Mark each of them, where its name stands, in what was read of the draft."""
    analysis = latest_analysis(draft)
    read = loaded(analysis.document or {})
    places = [(index, at) for index, one in enumerate(entities) for at in re.finditer(re.escape(one.name), draft.text)]
    mentions = tuple(Mention(*at.span(), entities[index].label, Form.NAME, index) for index, at in places)
    document = Document(draft.text, sentences=read.sentences, mentions=mentions, entities=entities, **told)
    analysis.document = dumped(document)
    analysis.save()


def latest_analysis(draft: Draft) -> Analysis:
    return draft.analyses.latest("id")


def _moved_to(finding: Finding, words: dict[Draft, str]) -> Finding:
    finding.annotation.passages.all().delete()
    for draft, exact in words.items():
        start = draft.text.index(exact)
        place = {"start": start, "end": start + len(exact), "exact": exact}
        Passage.objects.create(annotation=finding.annotation, draft=draft, **place)
    return finding

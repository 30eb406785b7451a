"""Workers that read at once and find what a test tells them to find; nobody loads a language model."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from analysis.comparison import Comparison as Compared
from analysis.document import Document, Sentence
from analysis.findings import Finding as Found
from articles.models import Desk, Draft, Role, Story, User
from review import tasks
from review.actions.drafts import receive_draft
from review.models import Analysis, Comparison
from tests.factories import DeskFactory, StoryFactory, member
from tests.review.errands import Sent


@dataclass
class Newsroom:
    """A desk with an editor and two chiefs, a story, and workers that a test sets to work.

    `alone` and `between` are what the workers find, by the words of a draft, or of two.
    """

    desk: Desk
    story: Story
    editor: User
    chief: User
    reporter: User
    alone: dict[str, list[Found]] = field(default_factory=lambda: defaultdict(list))
    between: dict[frozenset[str], list[Found]] = field(default_factory=lambda: defaultdict(list))
    foreign: set[str] = field(default_factory=set)

    def hand_in(
        self,
        body: str,
        *,
        headline: str = "",
        revises: Draft | None = None,
        by: User | None = None,
        story: Story | None = None,
        source: str = "",
    ) -> Draft:
        by = by or self.reporter
        return receive_draft(
            by=by,
            story=story or self.story,
            headline=headline,
            body=body,
            revises=revises,
            written_by=None if source else by,
            source=source,
            dated=date(2026, 7, 1),
        )

    def read_in(
        self, body: str, *, revises: Draft | None = None, by: User | None = None, story: Story | None = None
    ) -> Draft:
        """Hand in, and let the workers do all that follows."""
        draft = self.hand_in(body, revises=revises, by=by, story=story)
        self.work()
        return draft

    def work(self) -> None:
        for analysis in Analysis.objects.unfinished():
            tasks.analyse_draft(analysis.pk)
        for comparison in Comparison.objects.ready():
            tasks.compare_drafts(comparison.pk)
        self.story.refresh_from_db()

    def annotate(self, text: str, *, dated: date | None = None, **_house: object) -> Document:
        if text in self.foreign:
            return Document(text, not_checked=("This draft seems to be in German; Backread reads English.",))
        return Document(text, dated, sentences=(Sentence(0, len(text), 0, 0),), findings=tuple(self.alone[text]))

    def compare(self, a: Document, b: Document, **_vectors: object) -> Compared:
        return Compared(tuple(self.between[frozenset({a.text, b.text})]), (), ())

    def set_to_work(self, patch: pytest.MonkeyPatch) -> None:
        """From here on the workers find what this newsroom was told."""
        patch.setenv("BACKREAD_SENTENCE_VECTORS", "off")
        patch.setenv("BACKREAD_MEANING_MODEL", "off")
        patch.setattr("analysis.pipeline.annotate", self.annotate)
        patch.setattr("analysis.comparison.compare", self.compare)


@pytest.fixture
def newsroom(db: None, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    room = newsroom_of_one_desk()
    room.set_to_work(monkeypatch)
    return room


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Sent:
    return Sent(monkeypatch, django_capture_on_commit_callbacks)


def newsroom_of_one_desk() -> Newsroom:
    desk = DeskFactory.create()
    reporter = member(desk, Role.REPORTER, first_name="Rhea", last_name="Reporter")
    return Newsroom(
        desk=desk,
        story=StoryFactory.create(desk=desk, opened_by=reporter, slug="harbour-wall"),
        editor=member(desk, Role.EDITOR, first_name="Edda", last_name="Editor"),
        chief=member(desk, Role.CHIEF, first_name="Caro", last_name="Chief"),
        reporter=reporter,
    )

"""The threads of a story: what was said, on what, and whether those words still stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch
from django.http import QueryDict
from django.urls import reverse

from articles.models import Draft, DraftStanding, Story
from review.addresses import claim_address, finding_address, passage_address
from review.models import Annotation, AnnotationKind, Comment, CommentKind, Passage


@dataclass(frozen=True, slots=True)
class Place:
    """A current draft in which the words stand, with the address of the place; `now` if they read otherwise there."""

    draft: Draft
    url: str
    now: str


@dataclass(frozen=True)
class Thread:
    """An annotation with what was said of it. `passages` begin with the words on which it was begun."""

    annotation: Annotation
    comments: Sequence[Comment]
    passages: Sequence[Passage]
    current: Sequence[Draft]

    @property
    def is_open(self) -> bool:
        last = next((said for said in reversed(self.comments) if said.kind != CommentKind.SAID), None)
        return last is None or last.kind == CommentKind.REOPENED

    @property
    def is_note(self) -> bool:
        return self.annotation.kind == AnnotationKind.NOTE

    @property
    def on(self) -> str:
        """The words, or the finding's message."""
        if self.annotation.kind == AnnotationKind.FINDING:
            return self.annotation.finding.message
        return self.annotation.claim.text if self.annotation.kind == AnnotationKind.CLAIM else self.passages[0].exact

    @property
    def url(self) -> str:
        """Where a finding or a claim is decided on."""
        if self.annotation.kind == AnnotationKind.FINDING:
            return finding_address(self.annotation.finding)
        return claim_address(self.annotation.story, self.annotation.claim) if not self.is_note else ""

    @cached_property
    def places(self) -> list[Place]:
        drafts = {draft.pk: draft for draft in self.current}
        return [
            Place(drafts[p.draft_id], _address(p, drafts[p.draft_id]), p.exact if p.exact != self.on else "")
            for p in self.passages
            if self.is_note and p.draft_id in drafts
        ]

    @property
    def gone_from(self) -> Draft | None:
        """The draft that stands for the version it was written on, where that has the words no more."""
        if not self.is_note:
            return None
        version = self.passages[0].draft.version
        successor = next((draft for draft in self.current if draft.version == version), None)
        return successor if successor and all(place.draft != successor for place in self.places) else None


@dataclass(frozen=True)
class Threads:
    """All threads of a story, what was said last first; by default those that are open are listed."""

    every: Sequence[Thread]
    resolved: bool
    story: Story

    @property
    def listed(self) -> list[Thread]:
        return [thread for thread in self.every if thread.is_open != self.resolved]

    @property
    def open_count(self) -> int:
        return sum(thread.is_open for thread in self.every)

    @property
    def resolved_count(self) -> int:
        return len(self.every) - self.open_count

    @property
    def url(self) -> str:
        return reverse("comments", args=[self.story.pk]) + ("?resolved=1" if self.resolved else "")


def threads_of(story: Story, query: QueryDict) -> Threads:
    """In four queries, however many threads there are."""
    current = list(story.drafts.filter(standing=DraftStanding.CURRENT).order_by("-number"))
    passages = Prefetch("passages", Passage.objects.select_related("draft").defer("draft__text").order_by("pk"))
    comments = Prefetch("comments", Comment.objects.select_related("by"))
    found = Annotation.objects.filter(story=story, comments__isnull=False).distinct()
    large = ("finding__analysis__document", "finding__comparison__alignment", "finding__comparison__moved")
    related = found.select_related("story", "claim", "finding__analysis", "finding__comparison", "finding__annotation")
    threads = [
        Thread(annotation, list(annotation.comments.all()), list(annotation.passages.all()), current)
        for annotation in related.defer(*large).prefetch_related(passages, comments)
    ]
    return Threads(sorted(threads, key=lambda t: t.comments[-1].pk, reverse=True), "resolved" in query, story)


def _address(passage: Passage, draft: Draft) -> str:
    passage.draft = draft  # with its text
    return passage_address(passage, draft.text)

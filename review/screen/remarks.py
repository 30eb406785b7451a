"""What people said in the margin of the open drafts: how claims stand there, and the words that are discussed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import OuterRef, Q, Subquery
from django.utils.text import Truncator

from articles.models import Draft
from review.models import AnnotationKind, ClaimSighting, ClaimStatus, Comment, CommentKind, Passage

SHOWN_WORDS = 12


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim of the ledger as it stands, by id."""

    claim: int
    status: ClaimStatus


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of a draft on which an open thread hangs, and how that begins."""

    draft: int
    start: int
    end: int
    thread: int
    told: str


def claims_in(drafts: Iterable[Draft]) -> Mapping[tuple[int, int], Claimed]:
    """By the draft's id and where the claim begins in it."""
    sightings = ClaimSighting.objects.filter(passage__draft__in=[draft.pk for draft in drafts])
    rows = sightings.values_list("passage__draft", "passage__start", "claim", "claim__status")
    return {(draft, start): Claimed(claim, ClaimStatus(status)) for draft, start, claim, status in rows}


def remarks_in(drafts: Iterable[Draft]) -> list[Remark]:
    """The open threads on words of these drafts."""
    said = Comment.objects.filter(annotation=OuterRef("annotation"))
    turns = said.exclude(kind=CommentKind.SAID).order_by("-id").values("kind")
    notes = Passage.objects.filter(annotation__kind=AnnotationKind.NOTE, draft__in=[draft.pk for draft in drafts])
    told = notes.annotate(
        turned=Subquery(turns[:1]), first=Subquery(said.exclude(text="").order_by("id").values("text")[:1])
    )
    still_open = told.filter(Q(turned=None) | Q(turned=CommentKind.REOPENED))
    rows = still_open.values_list("draft", "start", "end", "annotation", "first")
    return [
        Remark(draft, start, end, thread, Truncator(first or "").words(SHOWN_WORDS))
        for draft, start, end, thread, first in rows
    ]

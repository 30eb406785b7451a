"""What people said in the margin of the open drafts: how claims stand there, and the words that are discussed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Q, Subquery
from django.utils.text import Truncator

from articles.models import Draft
from review.models import AnnotationKind, ClaimStatus, Comment, CommentKind, Passage

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


@dataclass(frozen=True, slots=True)
class Talk:
    """`claims` by the draft's id and where each begins in it; `remarks` on words while their thread is open."""

    claims: Mapping[tuple[int, int], Claimed]
    remarks: Sequence[Remark]


def talk_in(drafts: Iterable[Draft]) -> Talk:
    """In one query: the page has many already."""
    places = Passage.objects.filter(
        Q(annotation__kind=AnnotationKind.NOTE) | Q(sighting__isnull=False), draft__in=[draft.pk for draft in drafts]
    )
    said = Comment.objects.filter(annotation=OuterRef("annotation")).order_by("id")
    turns = said.exclude(kind=CommentKind.SAID).order_by("-id").values("kind")
    told = places.select_related("annotation__claim").annotate(
        turned=Subquery(turns[:1]), first=Subquery(said.exclude(text="").values("text")[:1])
    )
    claims: dict[tuple[int, int], Claimed] = {}
    remarks: list[Remark] = []
    for place in told:
        if place.annotation.kind == AnnotationKind.CLAIM:
            claim = place.annotation.claim
            claims[place.draft_id, place.start] = Claimed(claim.pk, ClaimStatus(claim.status))
        elif place.turned != CommentKind.RESOLVED:
            words = Truncator(place.first or "").words(SHOWN_WORDS)
            remarks.append(Remark(place.draft_id, place.start, place.end, place.annotation_id, words))
    return Talk(claims, remarks)

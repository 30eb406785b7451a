"""Approvals of a text that stands no more."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Draft, Story
from review.models import SIGNATURES, VERDICTS, Decision


def stale_signatures() -> QuerySet[Decision]:
    """Those that nobody took back."""
    later = Decision.objects.filter(story=OuterRef("story"), kind__in=VERDICTS, pk__gt=OuterRef("pk"))
    same_text = Draft.objects.current().filter(story=OuterRef("story"), sha256=OuterRef("sha256"))
    return Decision.objects.filter(~Exists(later), ~Exists(same_text), kind__in=SIGNATURES)


def stale_in(stories: Iterable[Story]) -> dict[int, Decision]:
    """By the story's id, each with the draft that was signed."""
    signatures = stale_signatures().filter(story__in=stories).select_related("draft")
    return {signature.story_id: signature for signature in signatures.defer("draft__text", "draft__sections")}

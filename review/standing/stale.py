"""The last signature of a story, and whether the text that it stands under is still there."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Draft, Story
from review.models import SIGNATURES, VERDICTS, Decision


def last_signatures() -> QuerySet[Decision]:
    """Those that nobody took back: one a story at most."""
    later = Decision.objects.filter(story=OuterRef("story"), kind__in=VERDICTS, pk__gt=OuterRef("pk"))
    return Decision.objects.filter(~Exists(later), kind__in=SIGNATURES)


def stale_signatures() -> QuerySet[Decision]:
    """Those of a text that stands no more."""
    same_text = Draft.objects.current().filter(story=OuterRef("story"), sha256=OuterRef("sha256"))
    return last_signatures().filter(~Exists(same_text))


def last_signed_in(stories: Iterable[Story]) -> dict[int, Decision]:
    """By the story's id, each with the draft that was signed, whether or not it stands."""
    signatures = last_signatures().filter(story__in=stories).select_related("draft")
    return {signature.story_id: signature for signature in signatures.defer("draft__text", "draft__sections")}

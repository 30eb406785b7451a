"""Two marks in a story's own row that the board filters by, since a history is too long to be looked through for them.

`settle` renews them, in the transaction of whatever was done. `articles.audit.record` moves `marked_to` along with the
record; programs of an older release know neither, so that a story which they changed lags behind its record, and is
looked at as if nothing were kept until a sweep has marked it anew.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery

from articles.models import AuditEvent, Story
from review.standing.overview import has_open_blocker
from review.standing.stale import stale_signatures

AT_ONCE = 500  # stories that one sweep marks


def mark(story_ids: Iterable[int], **told: object) -> None:
    """Work the marks of these stories out anew, in one statement with what else is told; needs their locks."""
    last = AuditEvent.objects.filter(story=OuterRef("pk")).order_by("-number").values("at")[:1]
    Story.objects.filter(pk__in=story_ids).update(
        is_blocked=has_open_blocker(),
        is_stale=_has_stale_signature(),
        recorded_at=Subquery(last),
        marked_to=F("audit_length"),
        **told,
    )


@transaction.atomic
def mark_what_lags() -> None:
    """Some of those that an older release changed, the last touched first."""
    lagging = Story.objects.lagging().select_for_update(skip_locked=True, no_key=True).order_by("-touched_at")
    mark(list(lagging.values_list("pk", flat=True)[:AT_ONCE]))


def blocked() -> Q | Exists:
    """Filters stories: those with an open blocker."""
    return has_open_blocker() if Story.objects.lagging().exists() else Q(is_blocked=True)


def stale() -> Q | Exists:
    """Filters stories: those whose last approval is of a text that stands no more."""
    return _has_stale_signature() if Story.objects.lagging().exists() else Q(is_stale=True)


def recorded_since(moment: datetime) -> Q:
    """Filters stories: those to which something happened since."""
    return Q() if Story.objects.lagging().exists() else Q(recorded_at__gt=moment)


def _has_stale_signature() -> Exists:
    return Exists(stale_signatures().filter(story=OuterRef("pk")))

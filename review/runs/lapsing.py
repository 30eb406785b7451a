"""Dismissals that hold for a while: when their time has run out, the finding is open again and says so."""

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import now

from articles.audit import record
from articles.models import Story
from review.alerting import alerts
from review.models import Resolution
from review.resolving import put_down, reopening
from review.standing import standing_of
from review.states import settle
from review.verbs import Verb


def open_lapsed() -> None:
    """Open again, as far as each dismissal reached, what nobody has decided since."""
    for story_id in _lapsed().order_by("story").values_list("story", flat=True).distinct():
        _open_in(story_id)


@transaction.atomic
def _open_in(story_id: int) -> None:
    story = Story.objects.locked().get(pk=story_id)
    over = list(_lapsed().filter(story=story).select_related("finding__annotation"))
    for resolution in over:
        assert resolution.finding  # noqa: S101 - the query asks for it
        note = f"{standing_of(resolution.finding).label}. That time is over."
        put_down(reopening(resolution, note=note), resolution.finding, by=None)
    messages = sorted({resolution.finding.message for resolution in over if resolution.finding})
    if over:
        record(story=story, actor=None, verb=Verb.FOUND_LAPSED, details={"messages": messages})
        settle(story)
        alerts.tell_findings(story)


def _lapsed() -> QuerySet[Resolution]:
    later = Resolution.objects.filter(
        story=OuterRef("story"),
        fingerprint=OuterRef("fingerprint"),
        scope=OuterRef("scope"),
        anchor=OuterRef("anchor"),
        pk__gt=OuterRef("pk"),
    )
    return Resolution.objects.filter(~Exists(later), until__lte=now(), finding__isnull=False)

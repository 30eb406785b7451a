"""Dismissals that hold for a while: when their time has run out, the finding is open again and says so."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import now

from articles.audit import record
from articles.models import Story
from review.alerting import alerts
from review.models import Resolution, ResolutionKind, Scope, Unsettled
from review.resolving import stories_reached
from review.states import settle
from review.verbs import Verb


def open_lapsed() -> None:
    """Open again, as far as each dismissal reached, what nobody has decided since; the desk's other stories that this
    reaches are left to be settled anew."""
    lapsed = _lapsed().order_by().values_list("story", flat=True)
    for story_id in sorted(set(lapsed)):  # few: sorted here, so that the database reads them by the index of their time
        _open_in(story_id)


@transaction.atomic
def _open_in(story_id: int) -> None:
    story = Story.objects.locked().get(pk=story_id)
    over = list(_lapsed().filter(story=story).select_related("finding", "story__desk"))
    for resolution in over:
        _open_again(resolution)
    messages = sorted({resolution.finding.message for resolution in over if resolution.finding})
    if over:
        record(story=story, actor=None, verb=Verb.FOUND_LAPSED, details={"messages": messages} if messages else {})
        settle(story)
        alerts.tell_findings(story)
    for_the_desk = [each.fingerprint for each in over if each.scope == Scope.DESK]
    Unsettled.objects.leave(stories_reached(story, for_the_desk))


def _open_again(over: Resolution) -> None:
    """Also where the finding was purged with its story: what was said for the whole desk outlives both."""
    Resolution.objects.create(
        story=over.story,
        fingerprint=over.fingerprint,
        finding=over.finding,
        kind=ResolutionKind.REOPENED,
        note=f"{over.get_kind_display()} until {over.last_day}: {over.get_reason_display()}. That time is over.",
        scope=over.scope,
        anchor=over.anchor,
    )


def _lapsed() -> QuerySet[Resolution]:
    later = Resolution.objects.filter(
        story=OuterRef("story"),
        fingerprint=OuterRef("fingerprint"),
        scope=OuterRef("scope"),
        anchor=OuterRef("anchor"),
        pk__gt=OuterRef("pk"),
    )
    on_the_desk = Resolution.objects.filter(
        story__desk=OuterRef("story__desk"),
        fingerprint=OuterRef("fingerprint"),
        scope=Scope.DESK,
        pk__gt=OuterRef("pk"),
    )
    outlived = Q(finding=None) & Exists(on_the_desk)  # only the desk's last word reaches anything without its finding
    return Resolution.objects.filter(~Exists(later), ~outlived, until__lte=now())

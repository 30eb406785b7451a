"""What workers are asked to do: each task takes an id, loads the row, and does one thing that can be done twice."""

from collections.abc import Iterable

from celery import shared_task
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import now

from articles.models import Story, Upload, UploadState
from review.actions.uploads import confirm_as_told
from review.alerting import invitations, notices, sending
from review.models import Alert, Analysis, Call, Comparison, Invitation, KeptAnswer, Notice, Stage, Unsettled
from review.models.timing import is_time
from review.pairs import reading_of
from review.runs import analysing, reading, rests
from review.runs.holding import release_lapsed
from review.runs.lapsing import open_lapsed
from review.runs.outdated import read_outdated_stories
from review.runs.queue import Errand, enqueue
from review.runs.running import attempt
from review.standing.marks import mark_what_lags
from review.states import settle
from review.webhooks import sending as webhook_calls

AT_ONCE = 200  # rows that one sweep takes up of each kind


@shared_task
def read_upload(upload_id: int) -> None:
    """Read a file that was handed in, and ask for those inside it; one that confirms itself becomes a draft at once."""
    upload = Upload.objects.select_related("story__desk").get(pk=upload_id)
    reading.read(upload)
    if upload.confirms_itself:
        confirm_as_told(upload)
    _take_up(Upload.objects.filter(enclosed_in=upload_id, state=UploadState.WAITING), Errand.READ_UPLOAD)


@shared_task
def analyse_draft(analysis_id: int) -> None:
    """Read a draft, and ask for the comparisons that waited for it.

    Whoever is through last with one of two drafts finds both read, since it looks after its commit.
    """
    analysis = Analysis.objects.select_related("draft__story__desk").defer("document").get(pk=analysis_id)
    attempt(analysis, analysing.analyse, stage=Stage.READING)
    _take_up(Comparison.objects.of(analysis.draft_id).ready().waiting(), Errand.COMPARE_DRAFTS)


@shared_task
def compare_drafts(comparison_id: int) -> None:
    """Compare two drafts that are both read; asked too early, it waits to be asked again.

    What only older checks have read is read anew first.
    """
    asked = Comparison.objects.unfinished().select_related("left", "right").filter(pk=comparison_id)
    sides = [reading_of(draft) for pair in asked for draft in (pair.left, pair.right)]
    _ask_to_read(analysis for analysis, is_new in sides if is_new)
    ready = Comparison.objects.ready().select_related("left__story__desk", "right__story__desk", "story__desk")
    if comparison := ready.filter(pk=comparison_id).first():
        attempt(comparison, analysing.compare, stage=Stage.COMPARING)


@shared_task
def settle_story(story_id: int) -> None:
    """Work out anew where a story stands: something was decided elsewhere that reaches it."""
    with transaction.atomic():
        story = Story.objects.locked().get(pk=story_id)
        asked = list(Unsettled.objects.filter(story=story).values_list("pk", flat=True))
        settle(story)
        Unsettled.objects.filter(pk__in=asked).delete()  # what is asked for meanwhile is another time


@shared_task
def sweep() -> None:
    """Take up what still waits: its message was lost, its pause is over, or its worker is dead."""
    release_lapsed()
    open_lapsed()
    _take_up_unsettled()
    mark_what_lags()
    KeptAnswer.objects.outdated().delete()
    _take_up(Upload.objects.to_be_read().filter(is_time()), Errand.READ_UPLOAD)
    _take_up(Analysis.objects.due(), Errand.ANALYSE_DRAFT)
    _take_up(Comparison.objects.ready().due(), Errand.COMPARE_DRAFTS)
    _ask_to_read(read_outdated_stories())
    if Alert.objects.due().exists():
        enqueue(Errand.SEND_ALERTS)
    if Invitation.objects.due().exists():
        enqueue(Errand.SEND_INVITATIONS)
    if Notice.objects.due().exists():
        enqueue(Errand.SEND_NOTICES)
    if Call.objects.due().exists():
        enqueue(Errand.MAKE_CALLS)


@shared_task
def send_alerts() -> None:
    sending.send_alerts()


@shared_task
def send_invitations() -> None:
    invitations.send_invitations()


@shared_task
def send_notices() -> None:
    notices.send_notices()


@shared_task
def make_calls() -> None:
    webhook_calls.make_calls()


def _take_up_unsettled() -> None:
    due = dict(Unsettled.objects.due().order_by("due_at").values_list("pk", "story")[:AT_ONCE])
    Unsettled.objects.filter(pk__in=due).update(due_at=now() + rests.AGAIN)
    for story_id in sorted(set(due.values())):
        enqueue(Errand.SETTLE_STORY, story_id)


def _ask_to_read(readings: Iterable[Analysis]) -> None:
    for analysis in readings:
        enqueue(Errand.ANALYSE_DRAFT, analysis.pk)


def _take_up(due: "QuerySet[Upload] | QuerySet[Analysis] | QuerySet[Comparison]", errand: Errand) -> None:
    ids = list(due.order_by("due_at").values_list("pk", flat=True)[:AT_ONCE])
    due.model._default_manager.filter(pk__in=ids).update(due_at=now() + rests.AGAIN)
    for pk in ids:
        enqueue(errand, pk)

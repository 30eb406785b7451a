"""The life of a run: started under a count, finished once, failed with a reason that people understand."""

import logging
from collections.abc import Callable
from typing import TypeVar

from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction
from django.db.models import F
from django.utils.timezone import now

from articles.audit import record
from articles.database_line import line_is_lost
from articles.models import Story
from review.alerting import alerts
from review.models import Analysis, Comparison, RunState, Stage
from review.models.runs import Run
from review.runs import rests
from review.runs.blame import blameless, is_excused
from review.runs.carrying import carry_over
from review.runs.holding import held
from review.standing import work_on
from review.states import settle
from review.verbs import Verb

log = logging.getLogger(__name__)

STARTS = 3  # a text that brings its worker down must not do so for ever
TOOK_TOO_LONG = "It took longer than a draft may take."
BROUGHT_DOWN = "The worker broke down over it each time."
WENT_WRONG = "Something went wrong on our side; it has been logged."

AnyRun = TypeVar("AnyRun", Analysis, Comparison)


class TextChanged(RuntimeError):
    """The text is not the one that was to be read: its result is dropped."""


def attempt(run: AnyRun, work: Callable[[AnyRun], None], *, stage: Stage) -> None:
    """Do the work of a run that nobody else is at, and count the start first: the worker may not live to tell."""
    if not _started(run, stage):
        return
    with blameless(run, lambda: _give_back(run)):
        try:
            with held(run):
                work(run)
        except Exception as error:  # whatever it is, it must end as a state of the run that people can see
            if line_is_lost(error):
                raise
            log.exception("%s %s failed", type(run).__name__, run.pk)
            _fail(run, TOOK_TOO_LONG if isinstance(error, SoftTimeLimitExceeded) else WENT_WRONG)


def finish(run: AnyRun, store: Callable[[AnyRun], None], *, state: RunState, verb: Verb, reason: str = "") -> None:
    """Store a result and all that follows from it, in one transaction; a run that is over stays as it is."""
    with transaction.atomic():
        story = Story.objects.locked().get(pk=story_id_of(run))
        run.refresh_from_db(fields=["state", "tries"])
        if run.is_over:
            return
        store(run)
        run.state, run.stage, run.reason, run.finished_at = state, Stage.FINISHED, reason, now()
        run.save(update_fields=["state", "stage", "reason", "finished_at"])
        record(story=story, actor=None, verb=verb, details=run.particulars | {"reason": reason})
        work = work_on(story)
        carry_over(story, work=work)
        settle(story, work=work)
        alerts.tell_findings(story, work=work)


def tell_stage(run: AnyRun, stage: Stage) -> None:
    """What the page says that the worker is doing."""
    type(run).objects.filter(pk=run.pk, state=RunState.RUNNING).update(stage=stage)


def story_id_of(run: Analysis | Comparison) -> int:
    return run.draft.story_id if isinstance(run, Analysis) else run.story_id


def nothing(_run: Run) -> None:
    """What a run without a result stores."""


def _started(run: AnyRun, stage: Stage) -> bool:
    with transaction.atomic():
        Story.objects.locked().get(pk=story_id_of(run))
        run.refresh_from_db(fields=["state", "tries", "due_at"])
        if run.is_over or run.is_held:
            return False
        if run.tries and is_excused(run):
            run.tries -= 1
        if run.tries < STARTS:
            run.tries += 1
            run.state, run.stage, run.started_at, run.due_at = RunState.RUNNING, stage, now(), now() + rests.HOLD
            run.save(update_fields=["tries", "state", "stage", "started_at", "due_at"])
            return True
    _fail(run, BROUGHT_DOWN)
    return False


def _give_back(run: AnyRun) -> None:
    """Let another worker take it up at once; this start counts for nothing, since the text is not to blame.

    Where another has taken it up already, it keeps it.
    """
    uncounted = type(run).objects.unfinished().filter(pk=run.pk, tries__gt=0)
    ours = uncounted.filter(started_at=run.started_at)
    if not ours.update(state=RunState.WAITING, stage=Stage.WAITING, due_at=now(), tries=F("tries") - 1):
        uncounted.update(tries=F("tries") - 1)


def _fail(run: AnyRun, reason: str) -> None:
    """Pause before another start, or give the run up for good."""
    if run.tries >= STARTS:
        finish(run, nothing, state=RunState.FAILED, verb=Verb.FAILED_RUN, reason=reason)
        return
    pause = rests.PAUSES[run.tries - 1]
    unfinished = type(run).objects.filter(pk=run.pk, state=RunState.RUNNING)
    unfinished.update(state=RunState.WAITING, stage=Stage.WAITING, reason=reason, due_at=now() + pause)

"""What the sweep takes up: whatever waits too long, and nothing else."""

from datetime import timedelta

from django.utils.timezone import now

from articles.models import UploadState
from newsroom.celery import app
from review.models import Analysis, Comparison, RunState, Stage
from review.runs.queue import Errand
from tests.factories import UploadFactory
from tests.review.conftest import Newsroom
from tests.review.errands import Sent

WALL = "The wall is 40 metres long."
WIRE = "According to the wire, the wall is 50 metres long."


def test_workers_know_every_errand_that_they_can_be_sent_for() -> None:
    app.loader.import_default_modules()

    assert set(Errand) <= set(app.tasks)


def test_sweep_leaves_alone_what_was_just_asked_for(newsroom: Newsroom, sent: Sent) -> None:
    newsroom.hand_in(WALL)

    assert sent.by_a_sweep() == []


def test_sweep_takes_up_what_waits_too_long_and_gives_it_time(newsroom: Newsroom, sent: Sent) -> None:
    run = newsroom.hand_in(WALL).analyses.get()
    upload = UploadFactory.create(story=newsroom.story)
    Analysis.objects.update(due_at=now() - timedelta(seconds=1))

    assert sent.by_a_sweep() == [(Errand.READ_UPLOAD, upload.pk), (Errand.ANALYSE_DRAFT, run.pk)]
    assert sent.by_a_sweep() == []


def test_sweep_takes_up_what_a_dead_worker_left(newsroom: Newsroom, sent: Sent) -> None:
    run = newsroom.hand_in(WALL).analyses.get()
    Analysis.objects.update(state=RunState.RUNNING, tries=1, due_at=now() - timedelta(seconds=1))

    assert sent.by_a_sweep() == [(Errand.ANALYSE_DRAFT, run.pk)]
    run.refresh_from_db()
    assert (run.state, run.stage) == (RunState.WAITING, Stage.WAITING)


def test_sweep_asks_for_a_comparison_only_when_both_drafts_are_read(newsroom: Newsroom, sent: Sent) -> None:
    newsroom.hand_in(WALL)
    newsroom.hand_in(WIRE)
    Comparison.objects.update(due_at=now() - timedelta(seconds=1))
    assert sent.by_a_sweep() == []

    Analysis.objects.update(state=RunState.DONE)

    assert sent.by_a_sweep() == [(Errand.COMPARE_DRAFTS, Comparison.objects.get().pk)]


def test_sweep_sends_alerts_that_are_due(newsroom: Newsroom, sent: Sent) -> None:
    newsroom.read_in(WALL)

    assert (Errand.SEND_ALERTS,) in sent.by_a_sweep()


def test_sweep_leaves_alone_what_is_over(newsroom: Newsroom, sent: Sent) -> None:
    newsroom.read_in(WALL)
    UploadFactory.create(story=newsroom.story, state=UploadState.REFUSED)
    long_ago = now() - timedelta(days=1)
    Analysis.objects.update(due_at=long_ago)
    Comparison.objects.update(due_at=long_ago)

    assert [name for name, *_ in sent.by_a_sweep()] == [Errand.SEND_ALERTS]

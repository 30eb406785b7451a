"""A worker's hold on a run: renewed while it works, so that what a dead worker held is soon taken up by another."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from threading import Event, Thread

from django.db import DatabaseError, connections
from django.utils.timezone import now

from review.models import Analysis, Comparison, RunState, Stage

HOLD = timedelta(seconds=30)  # also above the time limit of reading a file
RENEWED_EVERY_SECONDS = 10


@contextmanager
def held(run: Analysis | Comparison) -> Iterator[None]:
    """The sweep leaves the run alone for as long as the block lasts and its process lives."""
    through = Event()
    renewal = Thread(target=_renew, args=(run, through), daemon=True)
    renewal.start()
    try:
        yield
    finally:
        through.set()
        renewal.join()


def release_lapsed() -> None:
    """What a worker held that renews no more, since it is dead, waits again."""
    for runs in (Analysis.objects, Comparison.objects):
        runs.due().filter(state=RunState.RUNNING).update(state=RunState.WAITING, stage=Stage.WAITING)


def _renew(run: Analysis | Comparison, through: Event) -> None:
    while not through.wait(RENEWED_EVERY_SECONDS):
        with suppress(DatabaseError):  # busy: the hold outlasts two renewals that fail
            type(run).objects.filter(pk=run.pk, state=RunState.RUNNING).update(due_at=now() + HOLD)
    connections.close_all()  # this thread's own

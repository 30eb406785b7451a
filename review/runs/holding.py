"""A worker's hold on a run: renewed while it works, so that what a dead worker held is soon taken up by another."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import Error, connections
from django.utils.timezone import now

from review.models import Analysis, Comparison, RunState, Stage
from review.runs import rests


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
    while not through.wait(rests.RENEWED_EVERY.total_seconds()):
        try:
            type(run).objects.filter(pk=run.pk, state=RunState.RUNNING).update(due_at=now() + rests.HOLD)
        except Error:  # busy, or gone: the next renewal asks on a line of its own
            connections.close_all()
    connections.close_all()  # this thread's own

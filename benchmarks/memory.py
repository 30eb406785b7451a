"""What a worker's child has in memory for itself, above the model that it shares, while it reads long drafts."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import DEVNULL, Popen
from typing import NamedTuple

from django.conf import settings
from psutil import Process

from analysis.similarity import SWITCH_VARIABLE
from articles.models import Desk, Membership, Role, Story, User
from benchmarks.newscopy import newscopy, rewritten
from newsroom.running import programs
from review.actions.drafts import receive_draft
from review.models import Analysis, Comparison

STORIES = 10  # of two drafts each
WORDS = 5_000
REWRITTEN = 0.2
MOMENT_SECONDS = 0.2
PATIENCE_SECONDS = 900


class Own(NamedTuple):
    """Megabytes: `own` is nobody else's (USS), `fair` counts what is shared by shares (PSS)."""

    own: float
    fair: float


def lines() -> Iterator[str]:
    """A real worker with one child, without sentence vectors and with them, which load a model of their own."""
    yield f"a worker's child: {2 * STORIES} drafts of {WORDS:,} words, {STORIES} pairs compared; MB, at most 150 above"
    yield f"{'':<28}{'just forked':>12}{'at most':>9}{'after':>7}{'above, at most':>16}{'after':>7}"
    for vectors in ("off", "on"):
        before, most, after = _measured(vectors)
        for name, first, top, last in zip(("its own (USS)", "fair share (PSS)"), before, most, after, strict=True):
            title = f"{name}, vectors {vectors}"
            yield f"{title:<28}{first:>12.0f}{top:>9.0f}{last:>7.0f}{top - first:>16.0f}{last - first:>7.0f}"


def _measured(vectors: str) -> tuple[Own, Own, Own]:
    """Just after the fork, at most, and when all is done."""
    with _child(vectors) as child:
        before = _memory(child)
        _hand_in(vectors)
        seen = list(_while_at_work(child))
    return before, Own(*map(max, zip(*seen, strict=True))), seen[-1]


@contextmanager
def _child(vectors: str) -> Iterator[Process]:
    """The only child of a worker, as `make run` starts it."""
    worker, _ = programs.workers()
    environment = programs.environment() | {SWITCH_VARIABLE: vectors}
    command = (*worker.command, "--concurrency=1")
    with Popen(command, env=environment, cwd=settings.BASE_DIR, stdout=DEVNULL, stderr=DEVNULL) as process:
        try:
            yield _first_child(Process(process.pid))
        finally:
            process.terminate()


def _first_child(worker: Process) -> Process:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (children := worker.children()):
        if time.monotonic() > deadline:
            raise TimeoutError("The worker has no child.")
        time.sleep(MOMENT_SECONDS)
    return children[0]


def _hand_in(name: str) -> None:
    desk, reporter = Desk.objects.create(name=name, slug=name), User.objects.create(username=name)
    Membership.objects.create(desk=desk, user=reporter, role=Role.REPORTER)
    for number in range(STORIES):
        story = Story.objects.create(desk=desk, slug=f"feature-{number}", opened_by=reporter)
        text = newscopy(WORDS, seed=number)
        first = receive_draft(by=reporter, story=story, headline="Feature", body=text)
        other = rewritten(text, share=REWRITTEN)
        receive_draft(by=reporter, story=story, headline="Feature", body=other, revises=first)


def _while_at_work(child: Process) -> Iterator[Own]:
    """Its memory every moment, until all drafts are read and compared."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while Analysis.objects.unfinished().exists() or Comparison.objects.unfinished().exists():
        if time.monotonic() > deadline:
            raise TimeoutError("The worker does not come to an end.")
        yield _memory(child)
        time.sleep(MOMENT_SECONDS)
    yield _memory(child)


def _memory(process: Process) -> Own:
    found = process.memory_full_info()
    return Own(found.uss / 2**20, found.pss / 2**20)

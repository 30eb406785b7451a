"""What the workers' children have in memory for themselves, above what they share, while they work on long drafts."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from subprocess import DEVNULL, Popen
from typing import NamedTuple

from django.conf import settings
from psutil import Process

from articles.models import Desk, Membership, Role, Story, User
from benchmarks.newscopy import newscopy, rewritten
from newsroom.running import programs
from newsroom.running.programs import Program
from review.actions.drafts import receive_draft
from review.models import Analysis, Comparison

STORIES = 3  # of two drafts each
WORDS = 5_000
REWRITTEN = 0.2
MOMENT_SECONDS = 0.2
PATIENCE_SECONDS = 1500


class Own(NamedTuple):
    """Megabytes: `own` is nobody else's (USS), `fair` counts what is shared by shares (PSS)."""

    own: float
    fair: float


def lines() -> Iterator[str]:
    """One real worker for each queue, with one child."""
    yield f"a worker's child: {2 * STORIES} drafts of {WORDS:,} words, {STORIES} pairs compared; MB, at most 150 above"
    yield f"{'':<28}{'just forked':>12}{'at most':>9}{'after':>7}{'above, at most':>16}{'after':>7}"
    for name, seen in _measured().items():
        for kind, at in (("its own (USS)", 0), ("fair share (PSS)", 1)):
            first, *_, last = (memory[at] for memory in seen)
            top = max(memory[at] for memory in seen)
            title = f"{name}, {kind}"
            yield f"{title:<28}{first:>12.0f}{top:>9.0f}{last:>7.0f}{top - first:>16.0f}{last - first:>7.0f}"


def _measured() -> dict[str, list[Own]]:
    """What each worker's child had, from just after the fork to when all is done."""
    with ExitStack() as at_work:
        children = {worker.name: at_work.enter_context(_only_child(worker)) for worker in programs.workers()}
        seen = {name: [_memory(child)] for name, child in children.items()}
        _hand_in()
        for _ in _moments_of_work():
            for name, child in children.items():
                seen[name].append(_memory(child))
    return seen


@contextmanager
def _only_child(worker: Program) -> Iterator[Process]:
    """The child of a worker that has but one, started as by `make run`."""
    command = (*worker.command, "--concurrency=1")
    with Popen(command, env=programs.environment(), cwd=settings.BASE_DIR, stdout=DEVNULL, stderr=DEVNULL) as process:
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


def _hand_in() -> None:
    desk, reporter = Desk.objects.create(name="Features", slug="features"), User.objects.create(username="features")
    Membership.objects.create(desk=desk, user=reporter, role=Role.REPORTER)
    for number in range(STORIES):
        story = Story.objects.create(desk=desk, slug=f"feature-{number}", opened_by=reporter)
        text = newscopy(WORDS, seed=number)
        first = receive_draft(by=reporter, story=story, headline="Feature", body=text)
        other = rewritten(text, share=REWRITTEN)
        receive_draft(by=reporter, story=story, headline="Feature", body=other, revises=first)


def _moments_of_work() -> Iterator[None]:
    """Until all drafts are read and compared, and the moment after."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while Analysis.objects.unfinished().exists() or Comparison.objects.unfinished().exists():
        if time.monotonic() > deadline:
            raise TimeoutError("The workers do not come to an end.")
        yield
        time.sleep(MOMENT_SECONDS)
    yield


def _memory(process: Process) -> Own:
    found = process.memory_full_info()
    return Own(found.uss / 2**20, found.pss / 2**20)

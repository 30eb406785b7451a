"""What a worker does in an hour and has in memory, and what a second one adds: each works through a full queue."""

import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import count

from django.db import transaction
from psutil import Process

from articles.models import Desk, Membership, Role, Story, User
from benchmarks import extent
from benchmarks.newscopy import newscopy, rewritten
from benchmarks.results import keep
from benchmarks.running import memory_of, processor_seconds, started, wait_for_workers, wait_until_all_is_read
from benchmarks.wire import REVISED, WORDS
from newsroom.queues import WorkQueue
from newsroom.running import programs
from newsroom.running.programs import Program
from review.actions.drafts import receive_draft
from review.actions.stories import open_story

STORIES = 60  # of two drafts each: two are read, one pair is compared
AT_LEAST = 1.7  # times the drafts of one worker
PATIENCE_SECONDS = 900
_series = count()


@dataclass(frozen=True, slots=True)
class Shift:
    """`memory` is of one worker with its child, in megabytes: RSS, and PSS; `spent` seconds of a processor a draft."""

    workers: int
    seconds: float
    drafts_an_hour: float
    rss: float
    pss: float
    spent: float


def lines() -> Iterator[str]:
    """One worker that serves both queues, then two of them; then one for each queue, as the app is run."""
    desk = desk_with_reporter()
    yield f"{STORIES} stories of two drafts of {WORDS} words; a worker has one child"
    yield f"{'':<32}{'drafts an hour':>15}{'a worker: RSS MB':>18}{'PSS MB':>8}{'processor s a draft':>21}"
    yield _told("one worker", one := shift(desk, serving_all(1)))
    yield _told("two workers", two := shift(desk, serving_all(2)))
    apart = shift(desk, [_of_one_child(worker) for worker in programs.workers()])
    yield _told("one for each queue", apart)
    yield f"two do {two.drafts_an_hour / one.drafts_an_hour:.2f} times what one does, at least {AT_LEAST}"
    keep("workers", {"one": asdict(one), "two": asdict(two), "apart": asdict(apart)})


def shift(desk: Desk, workers: list[Program]) -> Shift:
    """They load their models over a first story, and then work through all that is handed in at one moment."""
    with started(*workers) as processes:
        wait_for_workers(len(workers))
        fill(desk, stories=2 * len(workers))
        wait_until_all_is_read(timeout_seconds=PATIENCE_SECONDS)
        return measured(desk, processes)


def measured(desk: Desk, processes: list[Process]) -> Shift:
    """How workers who have loaded everything get through a full queue."""
    stories = extent.of(STORIES, short=6)
    before = sum(map(processor_seconds, processes))
    fill(desk, stories=stories)
    began = time.monotonic()  # from when the queue is full: handing in is no worker's work
    wait_until_all_is_read(timeout_seconds=PATIENCE_SECONDS)
    seconds = time.monotonic() - began
    spent = sum(map(processor_seconds, processes)) - before
    memory = [memory_of(process) for process in processes]
    rss, pss = (sum(one[kind] for one in memory) / len(processes) for kind in (0, 1))
    return Shift(len(processes), seconds, 2 * stories / seconds * 3600, rss, pss, spent / (2 * stories))


def serving_all(workers: int) -> list[Program]:
    """So many, each for both queues."""
    command = programs.workers()[0].command
    both = tuple(part for part in command if not part.startswith(("--queues=", "--hostname=")))
    queues = f"--queues={','.join(WorkQueue)}"
    return [
        _of_one_child(Program(f"worker-{number}", (*both, queues, f"--hostname=worker-{number}@%h")))
        for number in range(workers)
    ]


def fill(desk: Desk, *, stories: int) -> None:
    """In one transaction: the workers are told of all of it at once."""
    reporter = User.objects.get(username="reporter")
    with transaction.atomic():
        for number in range(stories):
            _hand_in(open_story(by=reporter, desk=desk, slug=f"full-{next(_series)}"), reporter, seed=number)


def desk_with_reporter() -> Desk:
    desk, reporter = Desk.objects.create(name="Night desk", slug="night"), User.objects.create(username="reporter")
    Membership.objects.create(desk=desk, user=reporter, role=Role.REPORTER)
    return desk


def _told(name: str, done: Shift) -> str:
    return f"{name:<32}{done.drafts_an_hour:>15,.0f}{done.rss:>18.0f}{done.pss:>8.0f}{done.spent:>21.2f}"


def _hand_in(story: Story, reporter: User, *, seed: int) -> None:
    text = newscopy(WORDS, seed=seed)
    first = receive_draft(by=reporter, story=story, headline="At night", body=text)
    revision = rewritten(text, share=REVISED, seed=seed)
    receive_draft(by=reporter, story=story, headline="At night", body=revision, revises=first)


def _of_one_child(worker: Program) -> Program:
    return Program(worker.name, (*worker.command, "--concurrency=1"))

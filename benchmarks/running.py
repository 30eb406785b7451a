"""The newsroom's own programs as processes beside the benchmark, and what each takes of the machine."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from subprocess import DEVNULL, Popen, TimeoutExpired

from django.conf import settings
from django.db import connections
from psutil import NoSuchProcess, Process

from articles.models import Upload
from newsroom.celery import app
from newsroom.running import programs
from newsroom.running.preparing import first_page_answers
from newsroom.running.programs import Program
from review.models import Analysis, Comparison
from tests.services import wait_until

START_SECONDS = 180
STOP_SECONDS = 20
LOOKS_EVERY_SECONDS = 0.25  # each look is work for PostgreSQL, beside that of the workers


@contextmanager
def started(
    *wanted: Program, within: Sequence[str] = (), told: Mapping[str, str] | None = None
) -> Iterator[list[Process]]:
    """They run until the block ends. `within` goes before each command, `told` into the environment."""
    connections.close_all()
    with ExitStack() as ends:
        yield [ends.enter_context(_running([*within, *program.command], told or {})) for program in wanted]


@contextmanager
def web_server() -> Iterator[Process]:
    with started(programs.web()) as (web,):
        wait_until(first_page_answers, "The web server", timeout_seconds=START_SECONDS)
        yield web


def wait_for_workers(count: int) -> None:
    """Until so many have loaded what they need, and answer."""
    wait_until(lambda: len(app.control.ping(timeout=0.5) or []) >= count, "The workers", timeout_seconds=START_SECONDS)


def wait_until_all_is_read(*, timeout_seconds: float) -> None:
    wait_until(_all_is_read, "The end of the work", timeout_seconds=timeout_seconds)


def unfinished() -> int:
    """How many files, readings and comparisons the workers have still to end."""
    files = Upload.objects.to_be_read().count()
    return files + Analysis.objects.unfinished().count() + Comparison.objects.unfinished().count()


def processor_seconds(process: Process) -> float:
    """What it and all that it started have had of a processor until now."""
    own = process.cpu_times()
    spent = own.user + own.system + own.children_user + own.children_system
    return spent + sum(_of_child(child) for child in process.children(recursive=True))


def own_processor_seconds() -> float:
    """What the benchmark has had of a processor, without all that it started."""
    own = Process().cpu_times()
    return float(own.user + own.system)


def servers() -> dict[str, Process]:
    """PostgreSQL and Valkey, which the benchmark itself has started."""
    named = {"postgres": "PostgreSQL", "valkey": "Valkey"}
    found = {}
    for child in Process().children():
        name = next((title for start, title in named.items() if child.name().startswith(start)), "")
        if name:
            found[name] = child
    return found


def memory_of(process: Process) -> tuple[float, float]:
    """Megabytes of a worker with its children: resident (RSS), and by fair shares of what is in common (PSS)."""
    tree = [memory.memory_full_info() for memory in (process, *process.children(recursive=True))]
    return sum(one.rss for one in tree) / 2**20, sum(one.pss for one in tree) / 2**20


def _all_is_read() -> bool:
    """Looks after a rest: see LOOKS_EVERY_SECONDS."""
    time.sleep(LOOKS_EVERY_SECONDS)
    return not unfinished()


@contextmanager
def _running(command: Sequence[str], told: Mapping[str, str]) -> Iterator[Process]:
    environment = programs.environment() | dict(told)
    with Popen(command, env=environment, cwd=settings.BASE_DIR, stdout=DEVNULL, stderr=DEVNULL) as process:
        try:
            yield Process(process.pid)
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except TimeoutExpired:
                process.kill()


def _of_child(child: Process) -> float:
    try:
        times = child.cpu_times()
    except NoSuchProcess:
        return 0.0
    return float(times.user + times.system + times.children_user + times.children_system)

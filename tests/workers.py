"""Real Celery workers on the tests' database and Valkey."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen
from urllib.parse import quote

from django.conf import settings
from django.db import connection
from psutil import Process
from redis import Redis

from articles.models import Upload, UploadState
from newsroom.celery import app
from newsroom.queues import WorkQueue
from review.models import Analysis, Comparison
from tests.services import PATIENCE_SECONDS, wait_until

MOMENT_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker process with its pool, in a process group of its own."""

    group: Popen[bytes]
    log: Path

    def kill(self) -> None:
        """Kill it as a power cut would: worker and pool at once, with no word of farewell."""
        with suppress(ProcessLookupError):
            os.killpg(self.group.pid, signal.SIGKILL)
        self.group.wait()

    def stop(self) -> None:
        """Ask it to end, as systemd does, and wait until it has."""
        self.group.terminate()
        self.group.wait(timeout=PATIENCE_SECONDS)

    def has_loaded(self, library: str) -> bool:
        """Whether a file of the library is mapped into a process of the pool."""
        children = Process(self.group.pid).children(recursive=True)
        return any(f"/{library}/" in loaded.path for child in children for loaded in child.memory_maps())

    def finish(self) -> None:
        """Return when all that was asked for is done: by the rows, since a message on its way is in no queue."""
        wait_until(lambda: not _unfinished_rows(), "The end of the work")
        wait_for_quiet()


@contextmanager
def started_worker(folder: Path, *queues: WorkQueue) -> Iterator[Worker]:
    """A worker that is ready for work, for all queues where none is named; it is killed at the end of the block."""
    log = folder / f"{'-'.join(queues)}worker.log"
    command = [sys.executable, "-m", "celery", "-A", "newsroom", "worker", "--concurrency=1"]
    quick = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    with log.open("wb") as output:
        group = Popen(
            [*command, *quick, *([f"--queues={','.join(queues)}"] if queues else [])],
            env=os.environ | {"DATABASE_URL": database_url(), "LOG_LEVEL": "INFO", "REMAP_SIGTERM": "SIGQUIT"},
            cwd=settings.BASE_DIR,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    worker = Worker(group, log)
    try:
        wait_until(lambda: b" ready." in log.read_bytes() or group.poll() is not None, "The worker")
        assert group.poll() is None, log.read_text()
        yield worker
    finally:
        worker.kill()


def forget_queued_work() -> None:
    """Drop what waits in the queue; what a worker has in hand stays there."""
    app.control.purge()


def forget_work_of_the_dead() -> None:
    """Drop what waits, and what killed workers had in hand: it would be delivered to the next."""
    forget_queued_work()
    _redis().delete("unacked", "unacked_index")


def wait_for_quiet() -> None:
    """Return when nothing is queued and nothing in work, and still so a moment later."""
    wait_until(_quiet_for_a_moment, "The end of the queued work")


def queued(queue: WorkQueue) -> int:
    """How many messages wait in it that no worker has taken."""
    waiting: int = _redis().llen(queue)
    return waiting


def database_url() -> str:
    """The test database's address, for processes beside this one."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    host = database["OPTIONS"].get("host") or database["HOST"]
    account = f"{database['USER']}:{database['PASSWORD']}" if database["PASSWORD"] else database["USER"]
    return f"postgres://{account}@/{database['NAME']}?host={quote(host)}&port={database['PORT'] or 5432}"


def _unfinished_rows() -> bool:
    unfinished = (Analysis.objects.unfinished(), Comparison.objects.unfinished())
    return any(runs.exists() for runs in unfinished) or Upload.objects.filter(state=UploadState.WAITING).exists()


def _quiet_for_a_moment() -> bool:
    if not _nothing_queued():
        return False
    time.sleep(MOMENT_SECONDS)
    return _nothing_queued()


def _nothing_queued() -> bool:
    return not any(map(queued, WorkQueue)) and not _redis().hlen("unacked")


def _redis() -> Redis:
    return Redis.from_url(settings.CELERY_BROKER_URL)

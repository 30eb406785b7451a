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
from redis import Redis

from articles.models import Upload, UploadState
from newsroom.celery import app
from review.models import Analysis, Comparison
from tests.services import wait_until

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

    def finish(self) -> None:
        """Return when all that was asked for is done: by the rows, since a message on its way is in no queue."""
        wait_until(lambda: not _unfinished_rows(), "The end of the work")
        wait_for_quiet()


@contextmanager
def started_worker(folder: Path, **environment: str) -> Iterator[Worker]:
    """A worker that is ready for work; it is killed at the end of the block, if it still lives."""
    log = folder / "worker.log"
    command = [sys.executable, "-m", "celery", "-A", "newsroom", "worker", "--concurrency=1", "--loglevel=INFO"]
    quick = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    with log.open("wb") as output:
        group = Popen(
            [*command, *quick],
            env=os.environ | {"DATABASE_URL": database_url()} | environment,
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
    redis = _redis()
    return not redis.llen("celery") and not redis.hlen("unacked")


def _redis() -> Redis:
    return Redis.from_url(settings.CELERY_BROKER_URL)

"""A newsroom started by its one command, in a folder of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen
from urllib.request import urlopen

from django.conf import settings
from psutil import STATUS_ZOMBIE, AccessDenied, NoSuchProcess, Process

from newsroom.running.leftovers import end, leftovers
from tests.services import PATIENCE_SECONDS, free_port, wait_until

READY = "Backread is ready"
NOT_ITS_OWN = {"REDIS_URL", "DATABASE_URL", "BACKREAD_VAR"}


@dataclass(frozen=True, slots=True)
class Newsroom:
    """One run of the command: its process, its folder, and the file that holds what it said."""

    run: Popen[bytes]
    var: Path
    port: int
    said: Path

    def wait_until_it_says(self, words: str) -> None:
        wait_until(lambda: words in self.said.read_text() or self.run.poll() is not None, words)
        assert words in self.said.read_text(), self.said.read_text()

    def page(self, path: str) -> str:
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=PATIENCE_SECONDS) as answer:
            return str(answer.read().decode())

    def stop(self) -> int:
        self.run.send_signal(signal.SIGTERM)
        return self.run.wait(timeout=PATIENCE_SECONDS)

    def processes(self, *words: str) -> list[Process]:
        """Those whose command lines have all of the words, the oldest first."""
        found = [process for process in leftovers(self.var) if set(words) <= set(_words(process))]
        return sorted(found, key=Process.create_time)


@contextmanager
def newsroom_in(var: Path, *, port: int | None = None) -> Iterator[Newsroom]:
    """`manage.py run`; nothing of it outlives the block."""
    port = port or free_port()
    said = var.with_name(f"{var.name}-said-{port}.txt")
    with said.open("wb") as output:
        run = Popen(
            [sys.executable, "manage.py", "run"],
            cwd=settings.BASE_DIR,
            env=environment(var) | {"PORT": str(port)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Newsroom(run, var, port, said)
    finally:
        run.kill()
        run.wait()
        end(leftovers(var))


def lives(process: Process) -> bool:
    """Also what is dead is listed for a moment, until the system has taken note."""
    try:
        return process.is_running() and process.status() != STATUS_ZOMBIE
    except NoSuchProcess:
        return False


def environment(var: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name not in NOT_ITS_OWN}
    return inherited | {"BACKREAD_VAR": str(var), "WORKER_CONCURRENCY": "1", "LOG_LEVEL": "INFO"}


def _words(process: Process) -> list[str]:
    try:
        return process.cmdline()
    except (AccessDenied, NoSuchProcess):
        return []

"""Processes that outlived their newsroom, known by a mark that every one of them inherits in its environment."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from psutil import AccessDenied, NoSuchProcess, Process, process_iter, wait_procs

MARK = "BACKREAD_NEWSROOM"
PATIENCE_SECONDS = 5


def leftovers(var: Path) -> list[Process]:
    """Every process that a newsroom in this folder started, and their children."""
    return [process for process in process_iter() if process.pid != os.getpid() and _mark(process) == str(var)]


def end(processes: Sequence[Process]) -> None:
    """Ask them to stop; kill those that don't in time."""
    for process in processes:
        with suppress(NoSuchProcess):
            process.terminate()
    _, alive = wait_procs(processes, timeout=PATIENCE_SECONDS)
    for process in alive:
        with suppress(NoSuchProcess):
            process.kill()
    wait_procs(alive, timeout=PATIENCE_SECONDS)


def _mark(process: Process) -> str | None:
    try:
        return process.environ().get(MARK)
    except (AccessDenied, NoSuchProcess, OSError):  # somebody else's, or just gone
        return None

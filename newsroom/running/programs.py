"""The processes of a newsroom, each with its command line and environment."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from newsroom.queues import WorkQueue
from newsroom.running import valkey
from newsroom.running.leftovers import MARK

SHUTDOWN = {"REMAP_SIGTERM": "SIGQUIT"}  # a worker that is asked to stop finishes its task in seconds, or gives it back
ROOT_IS_FINE = "ignore:You're running the worker"  # Celery's warning to root: nothing here unpickles a message


@dataclass(frozen=True, slots=True)
class Program:
    """What is started, and started again when it dies, under its short name."""

    name: str
    command: tuple[str, ...]


def environment() -> dict[str, str]:
    """What every process inherits."""
    return os.environ | SHUTDOWN | {MARK: str(settings.VAR_DIR), "PYTHONUNBUFFERED": "1"}


def queue() -> Program:
    """The bundled Valkey, which finds its folder made."""
    keep_in, socket = settings.VAR_DIR / "valkey", Path(settings.REDIS_SOCKET)
    for folder in (keep_in, socket.parent):
        folder.mkdir(mode=0o700, exist_ok=True)
    return Program("valkey", tuple(valkey.command(keep_in=keep_in, socket=socket)))


def web() -> Program:
    return _python("web", "gunicorn", "newsroom.wsgi")


def workers() -> list[Program]:
    """Those who do what the pages ask for, one for each queue."""
    options = ("worker", "--without-gossip", "--without-mingle")
    return [_celery(queue.value, *options, f"--queues={queue}", f"--hostname={queue}@%h") for queue in WorkQueue]


def clock() -> Program:
    """It reminds the workers of what still waits."""
    return _celery("beat", "beat", "--pidfile=")


def folder() -> Program:
    """It hands in what is put into the watched folder, and waits where there is none."""
    return Program("folder", (sys.executable, "manage.py", "watch_folder", "--idle"))


def watcher() -> list[Program]:
    """The same, only where there is a watched folder."""
    return [folder()] if settings.WATCHED_FOLDER else []


def _celery(name: str, *arguments: str) -> Program:
    return _python(name, "celery", "--quiet", "-A", "newsroom", *arguments)


def _python(name: str, module: str, *arguments: str) -> Program:
    return Program(name, (sys.executable, "-W", ROOT_IS_FINE, "-m", module, *arguments))

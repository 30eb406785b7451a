"""What must be true before the first process starts: nobody else runs here, the port is free, the tables are there."""

import fcntl
import http.client
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from django.conf import settings
from django.core.management import call_command
from django.db import connections, transaction
from django.urls import reverse

from articles.models import Desk
from newsroom.running.console import say
from newsroom.running.leftovers import end, leftovers


class Trouble(Exception):
    """Why the newsroom cannot start, in the words of the person who started it."""


@contextmanager
def alone() -> Iterator[None]:
    """One newsroom a folder. What an earlier one left behind, when it was killed, is ended first."""
    with (settings.VAR_DIR / "running.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise Trouble("Backread already runs in this folder. Stop it before you start it again.") from taken
        _end_leftovers()
        yield
        _end_leftovers()


def check_port_is_free() -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.HOST, settings.PORT))
        except OSError as refused:
            raise Trouble(
                f"Port {settings.PORT} is taken by another program. Choose another: PORT={settings.PORT + 1} make run"
            ) from refused


def prepare_rows() -> None:
    """Bring the tables up to date, and fill them with the demo newsroom when they are new."""
    say("Bringing the database up to date …")
    call_command("migrate", verbosity=0, interactive=False)
    if settings.PRODUCTION:
        call_command("collectstatic", verbosity=0, interactive=False)
    elif not Desk.objects.exists():
        say("Loading the demo newsroom …")
        with transaction.atomic():  # all or nothing, so that the next start does not take half of it for done
            call_command("load_demo")
    connections.close_all()


def wait_for(holds: Callable[[], bool], otherwise: str, *, timeout_seconds: float) -> None:
    """Return as soon as it holds; raise Trouble with the sentence when it doesn't in time."""
    deadline = time.monotonic() + timeout_seconds
    while not holds():
        if time.monotonic() > deadline:
            raise Trouble(otherwise)
        time.sleep(0.1)


def first_page_answers() -> bool:
    with suppress(OSError):
        connection = http.client.HTTPConnection(settings.HOST, settings.PORT, timeout=10)
        connection.request("GET", reverse("login"))
        return connection.getresponse().status < http.client.INTERNAL_SERVER_ERROR
    return False


def _end_leftovers() -> None:
    if left := leftovers(settings.VAR_DIR):
        say(f"Ending {len(left)} processes that were left behind …")
        end(left)

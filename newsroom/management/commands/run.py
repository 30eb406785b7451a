"""`make run`: the queue, the database, the web server, workers and the clock, until somebody stops them."""

import signal
import sys
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

from articles.models import User
from newsroom.demo.people import CHIEF, PASSWORD, log_ins
from newsroom.running import programs
from newsroom.running.console import say, say_farewell
from newsroom.running.preparing import (
    Trouble,
    alone,
    check_port_is_free,
    first_page_answers,
    prepare_rows,
    wait_for,
)
from newsroom.running.supervision import supervised
from newsroom.watching.health import queue_answers


class Command(BaseCommand):
    help = "Run the whole newsroom on this machine."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002 - Django's signature
        say("Starting. Ctrl-C stops everything.")
        _stop_on_signals()
        try:
            _run()
        except Trouble as trouble:
            say(str(trouble))
            sys.exit(1)


def _run() -> None:
    with alone():
        check_port_is_free()
        with _queue():
            wait_for(queue_answers, "The queue does not answer.", timeout_seconds=60)
            prepare_rows()
            with supervised(programs.web()):
                wait_for(first_page_answers, "The web server does not answer.", timeout_seconds=180)
                _announce()
                # After the page, since loading their models takes both processors.
                with supervised(*programs.workers(), programs.clock(), *programs.watcher()):
                    while True:
                        signal.pause()


def _stop_on_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)


def _stop(*_: object) -> None:
    """Leave every block in turn; whoever presses Ctrl-C twice does not interrupt that."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    say_farewell("Stopping. What is queued goes on at the next start.")
    sys.exit(0)


def _queue() -> AbstractContextManager[None]:
    if settings.REDIS_URL:
        return nullcontext()
    say("Starting the queue …")
    return supervised(programs.queue())


def _announce() -> None:
    say("")
    say(f"Backread is ready: {settings.SITE_URL}")
    if User.objects.filter(username=CHIEF.username).exists():
        say(f"Log in with the password {PASSWORD} as")
        for line in log_ins():
            say(f"  {line}")
    say("")
    connections.close_all()

"""A newsroom that is thrown away: SQLite and the queue in a folder of its own, as the app sets them up; no worker."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory

import django
from django.core.management import call_command

from tests.services import free_port


@contextmanager
def scratch_newsroom() -> Iterator[None]:
    """Models and views can be imported within it, and not before."""
    with TemporaryDirectory(prefix="backread-bench-") as var:
        os.environ |= {
            "BACKREAD_ENV_FILE": os.devnull,
            "BACKREAD_VAR": var,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "PORT": str(free_port()),
        }
        for elsewhere in ("DATABASE_URL", "REDIS_URL", "BACKREAD_REDIS_SOCKET"):
            os.environ.pop(elsewhere, None)
        django.setup()
        call_command("migrate", verbosity=0)
        from newsroom.running import programs  # needs the settings

        with Popen(programs.queue().command, stdout=DEVNULL) as queue:
            try:
                yield
            finally:
                queue.terminate()

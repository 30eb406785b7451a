"""A newsroom that is thrown away: database and queue in a folder of their own, as the app sets them up; no worker."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory

import django
from django.core.management import call_command

from tests.services import free_port, postgresql


class Database(StrEnum):
    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


@contextmanager
def scratch_newsroom(*, on: Database = Database.SQLITE) -> Iterator[None]:
    """Models and views can be imported within it, and not before."""
    with ExitStack() as servers:
        elsewhere: dict[str, str] = {}
        if on == Database.POSTGRESQL:
            elsewhere["DATABASE_URL"] = servers.enter_context(postgresql(is_durable=True))
        servers.enter_context(newsroom_in(elsewhere))
        from newsroom.running import programs  # needs the settings

        with Popen(programs.queue().command, stdout=DEVNULL) as queue:
            try:
                yield
            finally:
                queue.terminate()


@contextmanager
def newsroom_in(servers: Mapping[str, str]) -> Iterator[None]:
    """The settings and the tables; what `servers` name by their setting is used, and else a folder of its own."""
    with TemporaryDirectory(prefix="backread-bench-") as var:
        for elsewhere in ("DATABASE_URL", "REDIS_URL", "BACKREAD_REDIS_SOCKET"):
            os.environ.pop(elsewhere, None)
        os.environ |= {
            "BACKREAD_ENV_FILE": os.devnull,
            "BACKREAD_VAR": var,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "PORT": str(free_port()),
            **servers,
        }
        django.setup()
        call_command("migrate", verbosity=0)
        yield

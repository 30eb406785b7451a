"""A newsroom that is thrown away: SQLite in a folder of its own, as the app sets it up, and no broker."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import django
from django.core.management import call_command


@contextmanager
def scratch_newsroom() -> Iterator[None]:
    """Models and views can be imported within it, and not before."""
    with TemporaryDirectory(prefix="backread-bench-") as var:
        os.environ |= {
            "BACKREAD_ENV_FILE": os.devnull,
            "BACKREAD_VAR": var,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "REDIS_URL": "memory://localhost/",
        }
        os.environ.pop("DATABASE_URL", None)
        django.setup()
        call_command("migrate", verbosity=0)
        yield

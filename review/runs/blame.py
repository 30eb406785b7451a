"""Whose fault it is that a start came to nothing: one that was not the text's is given back, and does not count."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import OperationalError
from django.utils.timezone import now

from articles.database_line import line_is_lost, wait_for_line

FORGIVEN_FOR = timedelta(hours=1)  # since it was asked for: a text over which the database itself breaks down must end

log = logging.getLogger(__name__)


@contextmanager
def blameless(give_back: Callable[[], None], *, asked_at: datetime) -> Iterator[None]:
    """Give the start back where the worker is told to stop, and where the database went away.

    The database has to be there for that: the worker, which is of no use without it, waits. Killed meanwhile, it
    leaves the start counted.
    """
    try:
        yield
    except SystemExit:
        give_back()
        raise
    except OperationalError as error:
        if not line_is_lost(error):
            raise
        log.warning("the database is away; what was begun starts anew, and that start does not count")
        wait_for_line()
        if now() < asked_at + FORGIVEN_FOR:
            give_back()

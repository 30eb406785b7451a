"""Whose fault it is that a start came to nothing: one that was not the text's is given back, and does not count."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from enum import StrEnum
from typing import cast

from django.core.cache import cache
from django.db import OperationalError
from django.utils.timezone import now
from redis.exceptions import RedisError

from articles.database_line import line_is_lost, wait_for_line
from articles.models import Upload
from review.models import Analysis, Comparison

FORGIVEN_FOR = timedelta(hours=1)  # since it was asked for: a text over which the database itself breaks down must end

Begun = Analysis | Comparison | Upload


class Excuse(StrEnum):
    LEFT = "left"
    TAKEN = "taken"


log = logging.getLogger(__name__)


@contextmanager
def blameless(begun: Begun, give_back: Callable[[], None]) -> Iterator[None]:
    """Give the start back where the worker is told to stop, and where the database went away.

    The database has to be there for that: the worker, which is of no use without it, waits. It may be killed
    meanwhile, so it leaves an excuse where whoever begins next finds it.
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
        _keep(begun, Excuse.LEFT)
        wait_for_line()
        if _can_be_forgiven(begun) and _kept(begun) != Excuse.TAKEN:
            _keep(begun, Excuse.TAKEN)
            give_back()


def is_excused(begun: Begun) -> bool:
    """Whether its last start is not to count, since its worker lost the database and did not come back. Told once."""
    if _kept(begun) != Excuse.LEFT or not _can_be_forgiven(begun):
        return False
    _keep(begun, Excuse.TAKEN)
    return True


def _keep(begun: Begun, excuse: Excuse) -> None:
    """In the cache, since the database is away; without either, whoever comes back gives back all the same."""
    with suppress(RedisError):
        cache.set(_name(begun), excuse.value, FORGIVEN_FOR.total_seconds())


def _kept(begun: Begun) -> str | None:
    with suppress(RedisError):
        return cast("str | None", cache.get(_name(begun)))
    return None


def _can_be_forgiven(begun: Begun) -> bool:
    return now() < _asked_at(begun) + FORGIVEN_FOR


def _name(begun: Begun) -> str:
    """Of an excuse in the cache: for this start of this row and no other."""
    return f"excuse:{begun._meta.model_name}:{begun.pk}:{_asked_at(begun).timestamp()}:{begun.tries}"


def _asked_at(begun: Begun) -> datetime:
    return begun.uploaded_at if isinstance(begun, Upload) else begun.asked_at

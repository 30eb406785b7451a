"""What an error may say in a log: its name and where it came from, since its message may quote the copy."""

import re
import traceback
from collections.abc import Iterator, Mapping
from logging import LogRecord
from typing import Any

from django.core.exceptions import DisallowedHost
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

HARMLESS = (OSError, OperationalError, RedisError, DisallowedHost)  # tell of machines, and never of copy
_HARMFUL_AFTER_ALL = ("smtplib",)  # errors of the system that quote what was sent
_CELERYS_WORDS = ("exc", "traceback", "args", "kwargs")  # what a failed task says in its line
_SECRET_PATHS = re.compile(r"(/(?:accounts/reset|unsubscribe)/)[^\s'\"]+")


def told(record: LogRecord) -> str:
    """The record's message without what its errors say."""
    message = str(record.msg) % _discreet_args(record) if record.args else str(record.msg)
    for error in chain(_error_of(record)):
        words = str(error)
        if words and not _is_harmless(error):
            message = message.replace(words, "…")
    return _SECRET_PATHS.sub(r"\1…", message)


def name_of(error: BaseException) -> str:
    """Its name, and its words too where they cannot be of copy."""
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return f"{name}: {error}" if _is_harmless(error) else name


def traced(error: BaseException) -> str:
    """Where it and those that caused it were raised, the first cause first: our lines of code, and no values."""
    return "\n".join(
        f"{''.join(traceback.format_tb(each.__traceback__))}{name_of(each)}" for each in reversed(list(chain(error)))
    )


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, what it was raised from or amid, and so on."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _discreet_args(record: LogRecord) -> Any:  # noqa: ANN401 - as many kinds as logging takes
    if isinstance(record.args, Mapping):
        kept = {name: _discreet(value) for name, value in record.args.items()}
        named = {"exc": name_of(error)} if (error := _error_of(record)) and "exc" in kept else {}
        return kept | dict.fromkeys(kept.keys() & _CELERYS_WORDS, "…") | named
    return tuple(map(_discreet, record.args or ()))


def _discreet(value: object) -> object:
    return _Named(name_of(value)) if isinstance(value, BaseException) else value


class _Named(str):
    """A name that `%r` shows as it is."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _error_of(record: LogRecord) -> BaseException | None:
    return record.exc_info[1] if record.exc_info else None


def _is_harmless(error: BaseException) -> bool:
    return isinstance(error, HARMLESS) and type(error).__module__ not in _HARMFUL_AFTER_ALL

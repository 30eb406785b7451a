"""The line to the database: whether an error means that it was lost, and waiting until there is one again."""

import time

import psycopg
from django.db import OperationalError, connection

RETRY_AFTER_SECONDS = 5  # a server that was killed is back by then
_GONE = ("08", "57P", "53300")  # no line; the server ends or starts; it takes no more (PostgreSQL, appendix A)
_LOOKS_EVERY_SECONDS = 0.5


def line_is_lost(error: BaseException | None) -> bool:
    """Whether the server went away or cannot be reached: any other fault of a query stays the fault of whoever asked.

    An error without a state (SQLSTATE) is one of the line, since a server that lives says what it refuses. What
    psycopg calls an InterfaceError is the asker's, and SQLite has no line to lose.
    """
    if not isinstance(error, OperationalError) or not isinstance(error.__cause__, psycopg.Error):
        return False
    state = error.__cause__.sqlstate
    return state is None or state.startswith(_GONE)


def wait_for_line() -> None:
    """Return when the database can be asked again."""
    while not _answers():
        time.sleep(_LOOKS_EVERY_SECONDS)


def _answers() -> bool:
    """By a new line, where the old one is of no use any more."""
    if connection.is_usable():
        return True
    connection.close()
    try:
        connection.ensure_connection()
    except OperationalError:
        return False
    return True

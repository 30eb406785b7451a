"""A database that went away, as Django tells of it."""

import psycopg
from django.db import OperationalError


def lost_line(cause: Exception | None = None) -> OperationalError:
    """The error of a query whose line broke, or that has another cause."""
    error = OperationalError("consuming input failed")
    error.__cause__ = cause or psycopg.OperationalError("server closed the connection unexpectedly")
    return error

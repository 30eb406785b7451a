"""Which errors mean that the database is away."""

import sqlite3
from collections.abc import Iterator

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError
from psycopg import errors

from articles.database_line import line_is_lost, wait_for_line
from tests.losses import lost_line

AWAY = [
    psycopg.OperationalError("connection failed: connection refused"),
    psycopg.OperationalError("the connection is closed"),
    errors.AdminShutdown(),
    errors.CrashShutdown(),
    errors.CannotConnectNow(),
    errors.ConnectionFailure(),
    errors.TooManyConnections(),
]
THERE = [
    errors.DeadlockDetected(),
    errors.LockNotAvailable(),
    errors.QueryCanceled(),
    errors.DiskFull(),
    sqlite3.OperationalError("no such column: tone"),
    sqlite3.OperationalError("database is locked"),
]


@pytest.mark.parametrize("cause", AWAY, ids=repr)
def test_line_is_lost_where_the_server_is_away(cause: Exception) -> None:
    assert line_is_lost(lost_line(cause))


@pytest.mark.parametrize("cause", THERE, ids=repr)
def test_line_is_not_lost_where_the_server_refuses(cause: Exception) -> None:
    assert not line_is_lost(lost_line(cause))


@pytest.mark.parametrize("error", [OperationalError("no cause"), ProgrammingError(), InterfaceError(), OSError(), None])
def test_line_is_not_lost_by_an_error_of_another_kind(error: Exception | None) -> None:
    assert not line_is_lost(error)


def test_waiting_for_a_line_ends_when_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: Iterator[bool] = iter([False, False, True])
    monkeypatch.setattr("articles.database_line._LOOKS_EVERY_SECONDS", 0)
    monkeypatch.setattr("articles.database_line._answers", lambda: next(answers))

    wait_for_line()

    assert list(answers) == []

"""Databases side by side: copies of the newsroom's own, each behind a connection of its own, of which one is in use."""

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper


def copied(name: str) -> BaseDatabaseWrapper:
    """The connection to a new database of that name, with all the rows of the one in use."""
    copy, here = connection.copy(), str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        copy.settings_dict["NAME"] = f"{here}-{name}"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [copy.settings_dict["NAME"]])
        return copy
    copy.settings_dict["NAME"] = f"{here}_{name}"
    maintenance = connection.copy()
    maintenance.settings_dict["NAME"] = "template1"
    connection.close()  # nobody else may be in what is copied
    with maintenance.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{here}_{name}" TEMPLATE "{here}"')
    maintenance.close()
    return copy


def use(copy: BaseDatabaseWrapper) -> None:
    """From here on, all rows are those of this database."""
    connections["default"] = copy


def server_of(copy: BaseDatabaseWrapper) -> int | None:
    """The process of PostgreSQL that answers it, without helpers; none for SQLite, which works in our own."""
    if copy.vendor == "sqlite":
        return None
    with copy.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")  # their time would be seen nowhere
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    return int(process)

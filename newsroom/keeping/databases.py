"""The database in one file and back: by its own means where there are any, else as rows by Django's."""

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from newsroom.keeping.proof import Counts, ask_database, counts, kept_models

# Tables newer than the backup refer to those in it, which could not go without them.
_DROP_EVERY_TABLE = """
SET client_min_messages = warning;
DO $$ DECLARE found text; BEGIN
FOR found IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = current_schema() LOOP
EXECUTE 'DROP TABLE IF EXISTS ' || found || ' CASCADE'; END LOOP; END $$;
"""


class Kind(StrEnum):
    """How the database was written down, which says how it is read again."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"
    ROWS = "rows"


class CannotRestore(Exception):
    """Why this backup cannot come into this database, in the operator's words."""


def kind_here() -> Kind:
    """PostgreSQL's own program is used where it is no older than the server: an older one refuses."""
    if connection.vendor == "sqlite":
        return Kind.SQLITE
    return Kind.POSTGRESQL if _has_fitting_program() else Kind.ROWS


def dump(kind: Kind, to: Path) -> Counts:
    """Write all rows as they stand at one moment, while people go on working. How many there are of each kind."""
    if kind == Kind.SQLITE:
        return _copy_sqlite(to)
    with _one_moment() as snapshot:
        if kind == Kind.POSTGRESQL:
            _run_postgresql("pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={to}")
        else:
            labels = [model._meta.label for model in kept_models()]
            call_command("dumpdata", *labels, format="rows", output=str(to), verbosity=0)
        return counts(ask_database)


def _copy_sqlite(to: Path) -> Counts:
    connection.ensure_connection()
    with closing(sqlite3.connect(to)) as copy:
        connection.connection.backup(copy)
        return counts(lambda statement: int(copy.execute(statement).fetchone()[0]))


def load(kind: Kind, source: Path) -> None:
    """Put these rows in the place of all that are there, and bring the tables up to date."""
    match kind:
        case Kind.SQLITE:
            _check_vendor("sqlite", "an SQLite newsroom")
            connection.ensure_connection()
            with closing(sqlite3.connect(source)) as copy:
                copy.backup(connection.connection)
        case Kind.POSTGRESQL:
            _check_vendor("postgresql", "a newsroom on PostgreSQL")
            connection.close()
            _replace_tables(source)
        case Kind.ROWS:
            call_command("migrate", verbosity=0, interactive=False)
            _replace_rows(source)
    call_command("migrate", verbosity=0, interactive=False)
    Session.objects.all().delete()  # who was logged in then may not be let in today


def migrations() -> list[str]:
    """Those that made the tables what they are."""
    return sorted(map(".".join, MigrationRecorder(connection).applied_migrations()))


def check_are_known(told: Iterable[str]) -> None:
    """Rows of tables that this version does not know would come into it by halves."""
    known = set(map(".".join, MigrationLoader(connection).disk_migrations))
    if unknown := sorted(set(told) - known):
        raise CannotRestore(f"The backup is of a newer version of Backread: {unknown[0]} is not known here.")


def _replace_tables(source: Path) -> None:
    """In one transaction: what is here stays where the backup cannot come in."""
    drops, tables = source.with_suffix(".drops.sql"), source.with_suffix(".tables.sql")
    drops.write_text(_DROP_EVERY_TABLE)
    _run_postgresql("pg_restore", "--clean", "--if-exists", "--no-owner", f"--file={tables}", str(source))
    once = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
    _run_postgresql("psql", *once, f"--file={drops}", f"--file={tables}")


@transaction.atomic
def _replace_rows(source: Path) -> None:
    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    call_command("loaddata", str(source), verbosity=0)


@contextmanager
def _one_moment() -> Iterator[str]:
    """All that is read in the block is as it stood at its beginning; PostgreSQL gives the moment a name."""
    with transaction.atomic():
        if connection.vendor == "sqlite":  # nobody writes during a transaction of SQLite's
            yield ""
            return
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            yield cursor.fetchone()[0]


def _run_postgresql(program: str, *options: str) -> None:
    """The password goes by the environment: a command line can be read by everybody on the machine."""
    told: dict[str, Any] = connection.get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    account = {name: str(told[key]) for key, name in names.items() if told.get(key)}
    done = subprocess.run([program, *options], env=os.environ | account, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotRestore(f"{program} failed: {done.stderr.strip()[-500:]}")


def _has_fitting_program() -> bool:
    program = shutil.which("pg_dump")
    if program is None:
        return False
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.search(r"(\d+)(?:\.\d+)*", told)
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        server = int(cursor.fetchone()[0]) // 10_000
    return version is not None and int(version[1]) >= server


def _check_vendor(vendor: str, home: str) -> None:
    if connection.vendor != vendor:
        raise CannotRestore(f"This backup is of {home}, and DATABASE_URL names another kind of database.")

"""Rows that the database itself lets nobody change: what was handed in, decided and recorded."""

from collections.abc import Sequence

from django.apps.registry import Apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

_SQLITE = """
CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OF {columns} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""

# The error is of the class that Django tells as an IntegrityError.
_POSTGRESQL = """
CREATE OR REPLACE FUNCTION refuse_to_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OF {columns} ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_to_change()"""


def guarded(model: str, *, may_change: Sequence[str] = ()) -> RunPython:
    """The migration that refuses every change to a row of `model`, "app.Name", but in the fields that may change.

    SQLite makes a table anew when a later migration alters it, and drops its guard: that migration guards it again.
    """

    def guard(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        meta = apps.get_model(model)._meta
        columns = ", ".join(field.column for field in meta.local_concrete_fields if field.name not in may_change)
        statement = _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRESQL
        unguard(meta.db_table, editor.connection)
        editor.execute(statement.format(table=meta.db_table, columns=columns), params=None)

    return RunPython(guard, lambda apps, editor: unguard(apps.get_model(model)._meta.db_table, editor.connection))


def unguard(table: str, connection: BaseDatabaseWrapper) -> None:
    """Let rows of the table be changed again."""
    where = "" if connection.vendor == "sqlite" else f" ON {table}"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER IF EXISTS {table}_is_append_only{where}")

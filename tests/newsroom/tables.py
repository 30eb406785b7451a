"""PostgreSQL's tables as they really are, and what in newer ones stops a program that knows the older."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from django.db import connection

# What older code writes still fits, and reads as before.
WIDER = {("smallint", "integer"), ("smallint", "bigint"), ("integer", "bigint")}

COLUMNS = """
SELECT relname, attname, format_type(atttypid, atttypmod), NOT attnotnull, atthasdef OR attidentity <> ''
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped"""

# What refuses a row: constraints, unique indexes, triggers. That a column must be filled is told with the column.
RULES = """
WITH rule (held, named, says, columns) AS (
  SELECT conrelid, conname, pg_get_constraintdef(oid), conkey FROM pg_constraint WHERE contype <> 'n'
  UNION ALL
  SELECT indrelid, relname, pg_get_indexdef(indexrelid), indkey::int2[]
  FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
  WHERE indisunique AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
  UNION ALL
  SELECT tgrelid, tgname, pg_get_triggerdef(oid), NULL FROM pg_trigger WHERE NOT tgisinternal
)
SELECT relname, named, says, ARRAY(
  SELECT attname::text FROM pg_attribute WHERE attrelid = held AND attnum = ANY(columns)
) FROM rule JOIN pg_class ON pg_class.oid = held WHERE relnamespace = current_schema()::regnamespace"""


@dataclass(frozen=True, slots=True)
class Column:
    kind: str
    may_be_empty: bool
    fills_itself: bool


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    says: str
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Table:
    columns: Mapping[str, Column]
    rules: frozenset[Rule]


Tables: TypeAlias = Mapping[str, Table]


def tables() -> dict[str, Table]:
    """All tables of the schema that the connection works in."""
    columns: dict[str, dict[str, Column]] = {}
    rules: dict[str, set[Rule]] = {}
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        for table, name, kind, may_be_empty, fills_itself in cursor.fetchall():
            columns.setdefault(table, {})[name] = Column(kind, may_be_empty, fills_itself)
        cursor.execute(RULES)
        for table, name, says, concerned in cursor.fetchall():
            rules.setdefault(table, set()).add(Rule(name, says, frozenset(concerned)))
    return {name: Table(known, frozenset(rules.get(name, ()))) for name, known in columns.items()}


def obstacles(known: Tables, there: Tables) -> Iterator[str]:
    """What keeps a program that knows the first tables from working on the second, in words."""
    for name, table in known.items():
        if name not in there:
            yield f"{name} is gone"
        else:
            yield from (f"{name}.{told}" for told in _lost_or_changed(table, there[name]))
            yield from (f"{name}.{told}" for told in _asked_for(table, there[name]))
            yield from (f"{name} refuses more: {rule.name}" for rule in _stricter(table, there[name]))


def _lost_or_changed(known: Table, there: Table) -> Iterator[str]:
    for name, column in known.columns.items():
        if name not in there.columns:
            yield f"{name} is gone"
            continue
        now = there.columns[name]
        if not _fits(column.kind, now.kind):
            yield f"{name} is {now.kind} and was {column.kind}"
        if column.may_be_empty and not now.may_be_empty:
            yield f"{name} may be empty no more"
        if now.may_be_empty and not column.may_be_empty:
            yield f"{name} may be empty, which older code does not expect of what it reads"
        if column.fills_itself and not now.fills_itself:
            yield f"{name} has no database default any more"


def _asked_for(known: Table, there: Table) -> Iterator[str]:
    for name, column in there.columns.items():
        if name not in known.columns and not (column.may_be_empty or column.fills_itself):
            yield f"{name} is new, and refuses the rows of whoever does not fill it"


def _stricter(known: Table, there: Table) -> Iterator[Rule]:
    """New rules, but for those on new columns alone that older code leaves empty: they hold for what is empty."""
    left_empty = {
        name
        for name, column in there.columns.items()
        if name not in known.columns and column.may_be_empty and not column.fills_itself
    }
    said = {rule.says for rule in known.rules}
    for rule in there.rules:
        if rule.says not in said and not (rule.columns and rule.columns <= left_empty):
            yield rule


def _fits(was: str, now: str) -> bool:
    if was == now or (was, now) in WIDER:
        return True
    text = "character varying"
    if not was.startswith(text) or not now.startswith((text, "text")):
        return False
    return now in {text, "text"} or (was != text and _length(was) <= _length(now))


def _length(kind: str) -> int:
    return int(kind.partition("(")[2].rstrip(")"))

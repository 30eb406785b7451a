"""What shows that a restored newsroom is the one that was kept: its rows, its texts, its records."""

from collections.abc import Callable, Iterator

from django.apps import apps
from django.db import connection, models

from articles.audit import every_chain, first_broken
from articles.canonical import sha256_of
from articles.models import Draft

_NOT_KEPT = {"sessions.Session"}  # who was logged in then logs in again
_MAY_GROW = {"contenttypes.ContentType", "auth.Permission"}  # migrating adds theirs for models newer than the backup
Counts = dict[str, int]


def counts(ask: Callable[[str], int]) -> Counts:
    """How many rows each of the newsroom's tables has; `ask` answers a statement with its one number."""
    return {model._meta.label: ask(f'SELECT count(*) FROM "{model._meta.db_table}"') for model in kept_models()}  # noqa: S608 # nosec B608


def kept_models() -> Iterator[type[models.Model]]:
    every = apps.get_models(include_auto_created=True)
    return (model for model in every if model._meta.managed and model._meta.label not in _NOT_KEPT)


def ask_database(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return int(cursor.fetchone()[0])


def faults(expected: Counts) -> Iterator[str]:
    """A sentence for whatever is not as it was; tables that are newer than the backup are no fault."""
    found = counts(ask_database)
    for label, number in expected.items():
        here = found.get(label)
        if here != number and not (label in _MAY_GROW and here is not None and here > number):
            yield f"{label} has {'no' if here is None else here} rows instead of {number}."
    for draft in Draft.objects.select_related("story").iterator():
        if sha256_of(draft.text) != draft.sha256:
            yield f"The text of draft {draft.pk} is not the one that was handed in."
    for chain in every_chain():
        if broken := first_broken(chain):
            yield f"Row {broken} of the record of “{chain}” is missing or not as it was written."

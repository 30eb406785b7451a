"""Workers of an older release go on while the tables are already those of the newer one."""

import pytest
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    CreateModel,
    DeleteModel,
    RemoveField,
    RenameField,
    RenameModel,
)
from django.db.migrations.operations.base import Operation
from django.db.models import (
    SET_NULL,
    BigAutoField,
    CharField,
    CheckConstraint,
    DateTimeField,
    ForeignKey,
    Index,
    PositiveSmallIntegerField,
    Q,
    TextField,
    UniqueConstraint,
)

from articles.append_only import guarded
from tests.newsroom.tables import Tables, obstacles, tables

# The oldest release whose programs may still run beside this one: its last migrations. Whoever releases raises them.
BASELINE = {
    "articles": "0014_files_bring_files_and_embargoes",
    "review": "0014_tokens_and_webhooks",
}

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db, pytest.mark.long]

REFUSED: list[tuple[Operation, str]] = [
    (RemoveField("Story", "slug"), "articles_story.slug is gone"),
    (RenameField("Story", "slug", "line"), "articles_story.slug is gone"),
    (DeleteModel("Story"), "articles_story is gone"),
    (RenameModel("Story", "Tale"), "articles_story is gone"),
    (
        AddField("Story", "tone", CharField(max_length=9, default="calm")),
        "articles_story.tone is new, and refuses the rows of whoever does not fill it",
    ),
    (
        AlterField("Story", "slug", CharField(max_length=40)),
        "articles_story.slug is character varying(40) and was character varying(80)",
    ),
    (AlterField("Story", "slug", PositiveSmallIntegerField()), "articles_story.slug is smallint"),
    (AlterField("Story", "deadline_at", DateTimeField()), "articles_story.deadline_at may be empty no more"),
    (
        AlterField("Story", "slug", CharField(max_length=80, null=True)),
        "articles_story.slug may be empty, which older code does not expect of what it reads",
    ),
    (
        AddConstraint("Story", CheckConstraint(condition=~Q(slug=""), name="slug_is_said")),
        "articles_story refuses more: slug_is_said",
    ),
    (
        AddConstraint("Story", UniqueConstraint(fields=["slug"], condition=Q(state="filed"), name="one_filed")),
        "articles_story refuses more: one_filed",
    ),
    (
        AddField("Story", "tone", CharField(max_length=9, db_default="calm", unique=True)),
        "articles_story refuses more: articles_story_tone",
    ),
    (guarded("articles.Story", may_change=["state"]), "articles_story refuses more: articles_story_is_append_only"),
]

BORNE: list[Operation] = [
    AddField("Story", "remark", TextField(null=True)),
    AddField("Story", "tone", CharField(max_length=9, db_default="calm")),
    AddField("Story", "mark", CharField(max_length=9, null=True, unique=True)),
    AddField("Story", "read_by", ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=SET_NULL, related_name="+")),
    AlterField("Story", "slug", CharField(max_length=120)),
    AlterField("Story", "slug", TextField()),
    AddIndex("Story", Index(fields=["slug"], name="by_slug")),
    CreateModel("Remark", [("id", BigAutoField(primary_key=True)), ("said", TextField(unique=True))]),
]


def test_the_tables_of_today_serve_every_release_since_the_baseline() -> None:
    each = _tables_of_each_state_since(BASELINE)

    newest = each[-1]
    assert [told for known in each for told in obstacles(known, newest)] == []


@pytest.mark.parametrize(("change", "told"), REFUSED, ids=lambda given: getattr(given, "migration_name_fragment", None))
def test_a_change_that_stops_older_workers_is_told(change: Operation, told: str) -> None:
    before = tables()

    _make(change)

    found = list(obstacles(before, tables()))
    assert [obstacle for obstacle in found if obstacle.startswith(told)], found


@pytest.mark.parametrize("change", BORNE, ids=lambda change: change.migration_name_fragment)
def test_a_change_that_older_workers_bear_is_not_told(change: Operation) -> None:
    before = tables()

    _make(change)

    assert before != tables() or isinstance(change, AddIndex)
    assert list(obstacles(before, tables())) == []


def test_a_default_of_the_database_is_not_taken_away() -> None:
    _make(AddField("Story", "tone", CharField(max_length=9, db_default="calm")))
    before = tables()

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE articles_story ALTER tone DROP DEFAULT")

    assert list(obstacles(before, tables())) == ["articles_story.tone has no database default any more"]


def _make(change: Operation) -> None:
    """One operation on the app `articles`, as a migration of tomorrow would make it; the test's end takes it back."""
    before = MigrationLoader(connection).project_state()
    after = before.clone()
    change.state_forwards("articles", after)
    with connection.schema_editor() as editor:
        change.database_forwards("articles", editor, before, after)


def _tables_of_each_state_since(baseline: dict[str, str]) -> list[Tables]:
    """Built from nothing in a schema of their own, which goes with the test's transaction; the newest come last."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA older; SET LOCAL search_path TO older")
    leaves = MigrationExecutor(connection).loader.graph.leaf_nodes()
    _migrate([*baseline.items(), *(leaf for leaf in leaves if leaf[0] not in baseline)])
    each: list[Tables] = [tables()]
    for migration, _ in MigrationExecutor(connection).migration_plan(leaves):
        _migrate([(migration.app_label, migration.name)])
        each.append(tables())
    return each


def _migrate(targets: list[tuple[str, str]]) -> None:
    MigrationExecutor(connection).migrate(targets)

"""An index of all words of all drafts, kept by the database itself: for the search on the board."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# A migration that makes the drafts' table anew on SQLite drops both triggers with it, and has to make them again.
_SQLITE = (
    "CREATE VIRTUAL TABLE articles_draft_words USING fts5("
    "text, content='articles_draft', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    "INSERT INTO articles_draft_words(articles_draft_words) VALUES ('rebuild')",
    """CREATE TRIGGER articles_draft_is_indexed AFTER INSERT ON articles_draft BEGIN
    INSERT INTO articles_draft_words(rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER articles_draft_is_forgotten AFTER DELETE ON articles_draft BEGIN
    INSERT INTO articles_draft_words(articles_draft_words, rowid, text) VALUES ('delete', old.id, old.text); END""",
)
# As articles/wording.py asks, letter for letter: PostgreSQL uses the index for no other expression.
_POSTGRESQL = (
    "CREATE INDEX articles_draft_words ON articles_draft USING gin (to_tsvector('simple', left(text, 200000)))",
)
_SQLITE_BACK = (
    "DROP TRIGGER articles_draft_is_indexed",
    "DROP TRIGGER articles_draft_is_forgotten",
    "DROP TABLE articles_draft_words",
)
_POSTGRESQL_BACK = ("DROP INDEX articles_draft_words",)


def index(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRESQL:
        editor.execute(statement, params=None)


def forget(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _SQLITE_BACK if editor.connection.vendor == "sqlite" else _POSTGRESQL_BACK:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_drafts_can_be_withdrawn")]
    operations = [migrations.RunPython(index, forget)]

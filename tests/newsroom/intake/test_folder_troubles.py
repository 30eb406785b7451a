"""One file that makes trouble stops nobody else's: it ends with a reason, and what it says is logged nowhere."""

import json
import logging
import os
from pathlib import Path
from threading import Event
from unittest.mock import Mock, patch

import pytest
from django.core.management import CommandError, call_command
from django.db import DataError, OperationalError
from pytest_django import Settings

from analysis.readers import ReaderError
from articles.models import Desk, Draft, Role, Story, Upload, UploadState
from newsroom.intake import folder as intake
from newsroom.intake import handing_in
from newsroom.intake.folder import Watch, look, watching
from newsroom.intake.handing_in import HandedIn, Order
from newsroom.journal.lines import Line
from newsroom.management.commands import watch_folder
from review.actions.uploads import receive_upload
from tests.factories import StoryFactory, member
from tests.newsroom.intake.folders import LONG_AGO, WALL, put, reasons, taken

pytestmark = pytest.mark.django_db


def test_a_name_that_is_no_utf_8_is_read_as_windows_wrote_it(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path / "city" / os.fsdecode("wall für all.txt".encode("cp1252")))

    assert taken(tmp_path) == 1

    assert Story.objects.get().slug == "wall für all"
    assert reasons(tmp_path / "done")[0].startswith("draft A1 of “wall für all”")


@pytest.mark.parametrize("stem", ["w" * 251, "ü" * 125])
def test_a_name_as_long_as_a_folder_takes_is_cut_on_its_way_to_done(desk: Desk, tmp_path: Path, stem: str) -> None:
    put(tmp_path / "city" / f"{stem}.txt")

    assert taken(tmp_path) == 1

    (ended,) = (path for path in (tmp_path / "done" / "city").iterdir() if "reason" not in path.name)
    assert (ended.suffix, ended.read_text()) == (".txt", WALL)
    assert reasons(tmp_path / "done")[0].startswith("draft A1 of")


def test_control_characters_in_what_a_wire_states_are_left_out(desk: Desk, tmp_path: Path) -> None:
    item = {"uri": "urn:wall", "type": "text", "headline": "Harbour\0 wall", "byline": "Rhea\0 Reporter"}
    stated = item | {
        "slugline": "harbour\0-wall",
        "body_text": "The wall is 40 metres long.",
        "copyrightholder": "A\0P",
    }
    put(tmp_path / "city" / "wall.json", json.dumps(stated))

    taken(tmp_path)

    draft = Draft.objects.get()
    assert (draft.headline, draft.byline, draft.story.slug) == ("Harbour wall", "Rhea Reporter", "harbour-wall")


def test_a_file_that_is_too_large_is_refused_before_a_byte_of_it_is_read(
    desk: Desk, tmp_path: Path, settings: Settings
) -> None:
    settings.UPLOAD_MAX_BYTES = 2**20
    file = put(tmp_path / "city" / "wall.txt")
    os.truncate(file, 4 * 2**30)
    os.utime(file, (LONG_AGO, LONG_AGO))

    taken(tmp_path)

    assert reasons(tmp_path / "failed") == ["“wall.txt” is larger than 1 MB."]


@pytest.mark.parametrize("error", [DataError("The wall is 40"), ValueError("The wall is 40")])
def test_an_error_over_one_file_is_its_reason_without_its_words_and_the_next_goes_on(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
) -> None:
    put(tmp_path / "city" / "first.txt")
    put(tmp_path / "city" / "second.txt", WALL.replace("40", "44"), at=LONG_AGO + 1)
    hand_in = handing_in.hand_in

    def stumbles(content: bytes, name: str, order: Order) -> HandedIn:
        if name == "first.txt":
            raise error
        return hand_in(content, name, order)

    monkeypatch.setattr(intake, "hand_in", stumbles)
    assert taken(tmp_path) == 2

    assert reasons(tmp_path / "failed") == ["Something went wrong on our side; it has been logged."]
    assert Draft.objects.get().story.slug == "second"
    lines = [Line().format(record) for record in caplog.records if record.levelno >= logging.ERROR]
    assert type(error).__name__ in lines[0]
    assert "The wall is 40" not in lines[0]


def test_a_file_that_cannot_be_moved_is_left_alone_and_the_next_goes_on(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = put(tmp_path / "city" / "first.txt")
    put(tmp_path / "city" / "second.txt", at=LONG_AGO + 1)
    move = Path.rename

    def may_not(path: Path, to: Path) -> Path:
        if path == stuck:
            raise PermissionError
        return move(path, to)

    monkeypatch.setattr(Path, "rename", may_not)
    with watching(tmp_path) as watch:
        assert [look(watch), look(watch), look(watch)] == [0, 2, 0]

    assert Draft.objects.get().story.slug == "second"


def test_a_file_with_the_name_of_a_desk_fails_and_stops_nobody(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path / "city")

    taken(tmp_path)

    assert reasons(tmp_path / "failed") == ["Put it into the folder of a desk, or into a story's folder in there."]


def test_a_database_that_is_away_is_told_without_its_words(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: Watch) -> None:
        raise OperationalError("DETAIL: The wall is 40")

    monkeypatch.setattr(watch_folder, "look", away)

    with pytest.raises(CommandError, match=r"^The database does not answer: django.db.utils.OperationalError$"):
        call_command("watch_folder", str(tmp_path), once=True)


def test_a_file_over_which_the_reader_failed_waits_where_it_was_and_is_taken_up_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put(tmp_path / "city" / "wall.txt")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("review.runs.reading.read_under_limits", Mock(side_effect=ReaderError))
        with pytest.raises(CommandError, match=r"^A file could not be read just now: it waits where it was\.$"):
            call_command("watch_folder", str(tmp_path), once=True)
    assert file.exists()
    assert Upload.objects.get().state == UploadState.WAITING

    assert taken(tmp_path) == 1

    assert Draft.objects.get().upload == Upload.objects.get()


def test_a_link_is_left_alone_wherever_it_leads(desk: Desk, tmp_path: Path) -> None:
    secret = put(tmp_path / "elsewhere" / "secret.txt")
    link = tmp_path / "in" / "city" / "wall.txt"
    link.parent.mkdir(parents=True)
    link.symlink_to(secret)

    assert taken(tmp_path / "in") == 0

    assert link.is_symlink()
    assert not Draft.objects.exists()


def test_a_file_that_becomes_a_link_after_it_was_seen_is_not_followed(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = put(tmp_path / "elsewhere" / "secret.txt")
    put(tmp_path / "in" / "city" / "wall.txt")
    move = Path.rename

    def exchanged(path: Path, to: Path) -> Path:
        if path.name == "wall.txt" and not path.is_symlink():
            path.unlink()
            path.symlink_to(secret)
        return move(path, to)

    monkeypatch.setattr(Path, "rename", exchanged)
    assert taken(tmp_path / "in") == 1

    assert reasons(tmp_path / "in" / "failed")[0].startswith("“wall.txt” can’t be opened")
    assert not Draft.objects.exists()


@pytest.mark.parametrize("breaks_off_at", ["reading.read", "confirm_upload"])
def test_a_try_that_broke_off_is_taken_up_where_it_ended(desk: Desk, tmp_path: Path, breaks_off_at: str) -> None:
    put(tmp_path / "city" / "wall.txt")
    with pytest.raises(SystemExit), patch(f"newsroom.intake.handing_in.{breaks_off_at}", side_effect=SystemExit):
        taken(tmp_path)

    assert taken(tmp_path) == 1

    assert reasons(tmp_path / "done")[0].startswith("draft A1 of “wall”")
    assert Draft.objects.get().upload == Upload.objects.get()


def test_the_same_bytes_that_a_person_has_handed_in_are_left_to_that_person(desk: Desk, tmp_path: Path) -> None:
    story = StoryFactory.create(desk=desk, slug="wall")
    by = member(desk, Role.REPORTER, username="rhea")
    upload = receive_upload(by=by, story=story, filename="mine.txt", content=WALL.encode())
    put(tmp_path / "city" / "wall.txt")

    taken(tmp_path)

    upload.refresh_from_db()
    assert upload.state == UploadState.WAITING
    assert reasons(tmp_path / "done") == ["“wall.txt” is identical to “mine.txt”, handed in before."]


def test_a_watcher_without_a_folder_waits_until_it_is_stopped(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    stopped = Event()
    stopped.set()
    settings.WATCHED_FOLDER = ""
    monkeypatch.setattr(watch_folder, "_stopping", lambda: stopped)

    call_command("watch_folder", idle=True)

    assert capsys.readouterr().out == "No folder is watched: BACKREAD_WATCHED_FOLDER is not set.\n"

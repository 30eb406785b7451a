"""The watched folder: what is written is taken once, what is still written is left alone, and each end has a reason."""

import os
from pathlib import Path

import pytest
from django.db import OperationalError

from articles.models import Desk, Draft, Story
from newsroom.intake import folder as intake
from newsroom.intake.folder import FolderTaken, Watch, look, watching
from tests.newsroom.intake.folders import LONG_AGO, WALL, put, reasons, taken

pytestmark = pytest.mark.django_db


def test_a_file_is_handed_in_and_ends_in_done_with_what_became_of_it(desk: Desk, tmp_path: Path) -> None:
    file = put(tmp_path / "city" / "wall.txt")

    assert taken(tmp_path) == 1

    (ended,) = (tmp_path / "done" / "city").glob("*-wall.txt")
    assert (ended.read_text(), file.exists()) == (WALL, False)
    assert reasons(tmp_path / "done")[0].startswith("draft A1 of “wall”, http")
    assert Draft.objects.get().headline == "Harbour wall to rise"


def test_a_folder_inside_that_of_the_desk_is_a_story(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path / "city" / "harbour wall" / "first.txt")
    put(tmp_path / "city" / "harbour wall" / "second.txt", WALL.replace("40", "44"), at=LONG_AGO + 1)

    taken(tmp_path)

    assert [story.slug for story in Story.objects.all()] == ["harbour wall"]
    assert [draft.label for draft in Draft.objects.order_by("number")] == ["A1", "A2"]


def test_what_cannot_be_read_ends_in_failed_with_the_reason_beside(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path / "city" / "wall.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64))
    put(tmp_path / "city" / "wall.txt")

    assert taken(tmp_path) == 2

    assert reasons(tmp_path / "failed")[0].startswith("“wall.png” can’t be read: it is a picture.")
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("place", ["wall.txt", "sport/wall.txt", "city/wall/notes/wall.txt"])
def test_what_lies_in_no_desks_folder_fails(desk: Desk, tmp_path: Path, place: str) -> None:
    put(tmp_path / place)

    taken(tmp_path)

    assert reasons(tmp_path / "failed") == ["Put it into the folder of a desk, or into a story's folder in there."]


def test_a_file_that_grows_is_left_alone_until_it_has_been_quiet(desk: Desk, tmp_path: Path) -> None:
    file = put(tmp_path / "city" / "wall.txt", WALL[:30])

    with watching(tmp_path) as watch:
        assert look(watch) == 0
        put(file, WALL, at=LONG_AGO + 5)
        assert look(watch) == 0
        assert look(watch) == 1

    assert Draft.objects.get().text.endswith("40 metres long.")


def test_a_file_that_was_changed_a_moment_ago_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    file = put(tmp_path / "city" / "wall.txt")
    os.utime(file)

    assert taken(tmp_path) == 0
    assert file.exists()


@pytest.mark.parametrize("name", [".wall.txt", "~$wall.docx", "wall.txt.part", "wall.docx.tmp", "wall.txt~"])
def test_what_programs_write_on_the_way_is_left_alone(desk: Desk, tmp_path: Path, name: str) -> None:
    file = put(tmp_path / "city" / name)

    assert taken(tmp_path) == 0
    assert file.exists()


def test_a_file_that_was_handed_in_before_is_done_and_not_failed(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path / "city" / "wall.txt")
    taken(tmp_path)
    put(tmp_path / "city" / "wall.txt")

    taken(tmp_path)

    assert Draft.objects.count() == 1
    assert any("identical to “wall.txt”" in reason for reason in reasons(tmp_path / "done"))


def test_two_files_of_one_name_both_stay(desk: Desk, tmp_path: Path) -> None:
    for content in (WALL, WALL.replace("40", "44")):
        put(tmp_path / "city" / "wall.txt", content)
        taken(tmp_path)

    texts = [path.read_text() for path in (tmp_path / "done" / "city").iterdir() if "reason" not in path.name]
    assert sorted("44" in text for text in texts) == [False, True]


def test_a_folder_has_one_watcher(tmp_path: Path) -> None:
    with watching(tmp_path), pytest.raises(FolderTaken), watching(tmp_path):
        pass


def test_what_a_watcher_that_died_was_at_is_taken_up_again(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path / ".at-work" / "city" / "wall.txt")

    assert taken(tmp_path) == 1
    assert Draft.objects.count() == 1


def test_a_file_waits_where_it_was_while_the_database_is_away(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put(tmp_path / "city" / "wall.txt")

    def away(*_: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(intake, "hand_in", away)
    with watching(tmp_path) as watch, pytest.raises(OperationalError):
        _looks_twice(watch)

    assert file.read_text() == WALL


def _looks_twice(watch: Watch) -> None:
    look(watch)
    look(watch)

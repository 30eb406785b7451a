"""The newsroom's one command watches a folder, and the watcher ends with it."""

from pathlib import Path

import pytest

from tests.processes.newsrooms import lives, newsroom_in
from tests.services import wait_until

pytestmark = pytest.mark.long
WALL = "Harbour wall to rise\n\nBy Rhea Reporter\n\nThe wall is 40 metres long."


def test_a_file_that_is_renamed_into_the_folder_becomes_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "copy-in"
    monkeypatch.setenv("BACKREAD_WATCHED_FOLDER", str(folder))
    with newsroom_in(tmp_path / "var") as newsroom:
        newsroom.wait_until_it_says(f"Watching {folder}.")
        wait_until((folder / "city-desk").is_dir, "The desk's folder")
        (folder / ".wall").write_text(WALL)

        (folder / ".wall").rename(folder / "city-desk" / "wall.txt")

        wait_until(lambda: any((folder / "done").rglob("*.reason.txt")), "The file's end in done")
        (reason,) = (folder / "done").rglob("*.reason.txt")
        assert reason.read_text().startswith("draft A1 of “wall”, http")
        watchers = newsroom.processes("watch_folder")
        assert newsroom.stop() == 0
        assert watchers
        assert not any(lives(watcher) for watcher in watchers)

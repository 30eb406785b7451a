"""The watched folder: one folder a desk, in it files or a folder a story; what was taken goes to done or failed.

<folder>/<desk>/<file>               a draft of the story that the file names
<folder>/<desk>/<slug line>/<file>   a draft of that story
<folder>/done/…, <folder>/failed/…   where it went, with a text beside it that says why
"""

import fcntl
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError
from django.utils.timezone import now

from analysis.readers import ReaderError
from analysis.readers import Refused as Unreadable
from articles.models import Desk
from newsroom.intake.handing_in import Order, hand_in
from newsroom.intake.telling import told
from review.actions.uploads import AlreadyHandedIn
from review.policies import Refused

DONE, FAILED, AT_WORK = "done", "failed", ".at-work"
SETTLED_SECONDS = 2  # without a change, before a file counts as written
_STILL_WRITTEN = (".part", ".tmp", ".temp", ".partial", ".filepart", ".crdownload", ".swp", "~")
_HIDDEN = (".", "~$")
_DEEPEST = 3  # desk, story, file
_OUR_MISTAKE = "Reading it went wrong on our side. Put it into the folder again later."

log = logging.getLogger(__name__)


class FolderTaken(Exception):
    """Another process watches the folder."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A folder under watch; `seen` is how each file looked the last time, size and time of its last change."""

    folder: Path
    seen: dict[Path, tuple[int, int]] = field(default_factory=dict)


@contextmanager
def watching(folder: Path) -> Iterator[Watch]:
    """One process a folder; what one that died was at is put back. Raises FolderTaken."""
    for place in (DONE, FAILED, AT_WORK):
        (folder / place).mkdir(parents=True, exist_ok=True)
    with (folder / f"{AT_WORK}.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise FolderTaken(f"Another process watches {folder} already.") from taken
        for path in _files(folder / AT_WORK):
            _move(path, folder / path.relative_to(folder / AT_WORK))
        yield Watch(folder)


def look(watch: Watch) -> int:
    """Hand in what has been written, and return how many files were taken. What is still written is left alone."""
    for desk in Desk.objects.values_list("slug", flat=True):
        (watch.folder / desk).mkdir(exist_ok=True)
    waiting = [path for path in _files(watch.folder) if _is_copy(path, watch.folder)]
    settled = [path for path in waiting if _has_settled(path, watch)]
    for path in settled:
        _take(path, watch.folder)
    watch.seen.clear()
    watch.seen.update({path: seen for path in waiting if (seen := _looks(path))})
    return len(settled)


def _files(folder: Path) -> list[Path]:
    """Oldest first, so that a revision never comes before what it revises."""
    found = [(looks[1], path) for path in folder.rglob("*") if path.is_file() and (looks := _looks(path))]
    return [path for _, path in sorted(found)]


def _is_copy(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    hidden = any(part.startswith(_HIDDEN) for part in parts)
    return parts[0] not in (DONE, FAILED) and not hidden and not path.name.endswith(_STILL_WRITTEN)


def _looks(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except FileNotFoundError:  # taken away since it was listed
        return None
    return state.st_size, state.st_mtime_ns


def _has_settled(path: Path, watch: Watch) -> bool:
    looks = _looks(path)
    quiet_ns = time.time_ns() - (looks[1] if looks else 0)
    return looks is not None and watch.seen.get(path) == looks and quiet_ns >= SETTLED_SECONDS * 1_000_000_000


def _take(path: Path, folder: Path) -> None:
    """Claim the file by renaming it, hand it in, and put it where it belongs with the reason beside it."""
    place = path.relative_to(folder)
    claimed = _move(path, folder / AT_WORK / place)
    if claimed is None:
        return
    try:
        outcome, words = _handed_in(claimed, place)
    except DatabaseError:  # the newsroom is down, not the file: it waits where it was
        _move(claimed, path)
        raise
    log.info("%s: %s", place, outcome)
    ended = _move(claimed, folder / outcome / place.parent / f"{now():%Y%m%d-%H%M%S}-{place.name}")
    if ended:
        ended.with_name(f"{ended.name}.reason.txt").write_text(f"{words}\n", encoding="utf-8")


def _handed_in(claimed: Path, place: Path) -> tuple[str, str]:
    """Whether it is done or failed, and why."""
    desk = Desk.objects.filter(slug=place.parts[0]).first()
    if desk is None or not 1 < len(place.parts) <= _DEEPEST:
        return FAILED, "Put it into the folder of a desk, or into a story's folder in there."
    order = Order(desk, slug=place.parts[1] if len(place.parts) == _DEEPEST else "")
    try:
        return DONE, told(hand_in(claimed.read_bytes(), place.name, order))
    except AlreadyHandedIn as known:
        return DONE, str(known)
    except (Unreadable, Refused, OSError) as refusal:
        return FAILED, str(refusal)
    except ReaderError:
        log.exception("reading %s failed", place)
        return FAILED, _OUR_MISTAKE


def _move(path: Path, to: Path) -> Path | None:
    """Rename, never over another file; None where somebody took the file away meanwhile."""
    to.parent.mkdir(parents=True, exist_ok=True)
    number, free = 1, to
    while free.exists():
        number += 1
        free = to.with_name(f"{to.stem}-{number}{to.suffix}")
    try:
        return path.rename(free)
    except FileNotFoundError:
        return None

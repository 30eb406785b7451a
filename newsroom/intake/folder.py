"""The watched folder: one folder a desk, in it files or a folder a story; what was taken goes to done or failed.

<folder>/<desk>/<file>               a draft of the story that the file names
<folder>/<desk>/<slug line>/<file>   a draft of that story
<folder>/done/…, <folder>/failed/…   where it went, with a text beside it that says why
"""

import fcntl
import logging
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils.timezone import now

from analysis.readers import Refused as Unreadable
from articles.models import Desk
from newsroom.intake.handing_in import NotReadYet, Order, hand_in
from newsroom.intake.telling import told
from review.actions.uploads import AlreadyHandedIn
from review.policies import Refused
from review.runs.running import WENT_WRONG

DONE, FAILED, AT_WORK = "done", "failed", ".at-work"
SETTLED_SECONDS = 2  # without a change, before a file counts as written
_STILL_WRITTEN = (".part", ".tmp", ".temp", ".partial", ".filepart", ".crdownload", ".swp", "~")
_HIDDEN = (".", "~$")
_DEEPEST = 3  # desk, story, file
_AWAY = (OperationalError, InterfaceError, NotReadYet)  # any other error of the database is about the file
_LONGEST_NAME = 230  # bytes, of 255 that a folder takes: below it are a number and `.reason.txt`

log = logging.getLogger(__name__)


class FolderTaken(Exception):
    """Another process watches the folder."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A folder under watch; `seen` is how each file looked the last time, size and time of its last change.

    What could not even be moved is `stuck`: it is left alone until it changes.
    """

    folder: Path
    seen: dict[Path, tuple[int, int]] = field(default_factory=dict)
    stuck: dict[Path, tuple[int, int]] = field(default_factory=dict)


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
            _put_back(path, folder)
        yield Watch(folder)


def look(watch: Watch) -> int:
    """Hand in what has been written, and return how many files were taken. What is still written is left alone."""
    for desk in Desk.objects.values_list("slug", flat=True):
        with suppress(FileExistsError):  # a file of that name, which fails like any that is in no desk's folder
            (watch.folder / desk).mkdir(exist_ok=True)
    waiting = [path for path in _files(watch.folder) if _is_copy(path, watch.folder)]
    settled = [path for path in waiting if _has_settled(path, watch)]
    for path in settled:
        _take_whatever_happens(path, watch)
    watch.seen.clear()
    watch.seen.update({path: seen for path in waiting if (seen := _looks(path))})
    return len(settled)


def _files(folder: Path) -> list[Path]:
    """Oldest first, so that a revision never comes before what it revises."""
    found = [(looks[1], path) for path in folder.rglob("*") if (looks := _looks(path))]
    return [path for _, path in sorted(found)]


def _is_copy(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    hidden = any(part.startswith(_HIDDEN) for part in parts)
    return parts[0] not in (DONE, FAILED) and not hidden and not path.name.endswith(_STILL_WRITTEN)


def _looks(path: Path) -> tuple[int, int] | None:
    """None for what is no file, and for a link: it may lead to anything that this account may read."""
    try:
        state = path.lstat()
    except OSError:  # taken away since it was listed
        return None
    return (state.st_size, state.st_mtime_ns) if stat.S_ISREG(state.st_mode) else None


def _has_settled(path: Path, watch: Watch) -> bool:
    looks = _looks(path)
    quiet_ns = time.time_ns() - (looks[1] if looks else 0)
    unchanged = looks is not None and watch.seen.get(path) == looks != watch.stuck.get(path)
    return unchanged and quiet_ns >= SETTLED_SECONDS * 1_000_000_000


def _take_whatever_happens(path: Path, watch: Watch) -> None:
    """One file that can't be moved must not keep the others waiting."""
    looks = _looks(path)
    try:
        _take(path, watch.folder)
    except _AWAY:
        raise
    except Exception:  # whatever it is, the next file goes on
        log.exception("a file in the watched folder could not be moved")
        watch.stuck.update({path: looks} if looks else {})


def _take(path: Path, folder: Path) -> None:
    """Claim the file by renaming it, hand it in, and put it where it belongs with the reason beside it."""
    place = path.relative_to(folder)
    claimed = _move(path, folder / AT_WORK / place)
    if claimed is None:
        return
    try:
        outcome, words = _handed_in(claimed, tuple(map(_readable, place.parts)))
    except _AWAY:  # the newsroom is down, not the file: it waits where it was
        _move(claimed, path)
        raise
    except Exception:  # whatever it is, it must end as a reason that people can see
        log.exception("handing in a file of the watched folder failed")
        outcome, words = FAILED, WENT_WRONG
    log.info("%s: %s", place, outcome)
    ended = _move(claimed, folder / outcome / place.parent / f"{now():%Y%m%d-%H%M%S}-{place.name}")
    if ended:
        ended.with_name(f"{ended.name}.reason.txt").write_text(f"{words}\n", encoding="utf-8")


def _handed_in(claimed: Path, parts: tuple[str, ...]) -> tuple[str, str]:
    """Whether it is done or failed, and why; `parts` are desk, story and file as people read them."""
    desk = Desk.objects.filter(slug=parts[0]).first()
    if desk is None or not 1 < len(parts) <= _DEEPEST:
        return FAILED, "Put it into the folder of a desk, or into a story's folder in there."
    order = Order(desk, slug=parts[1] if len(parts) == _DEEPEST else "")
    try:
        return DONE, told(hand_in(_content(claimed, parts[-1]), parts[-1], order))
    except AlreadyHandedIn as known:
        return DONE, str(known)
    except (Unreadable, Refused) as refusal:
        return FAILED, str(refusal)


def _content(claimed: Path, name: str) -> bytes:
    """Never what a link leads to, and of a file that is too large not a byte. Raises Refused."""
    try:
        opened = os.open(claimed, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise Refused(f"“{name}” can’t be opened: {error.strerror}.") from error
    with os.fdopen(opened, "rb") as file:
        if os.fstat(opened).st_size > settings.UPLOAD_MAX_BYTES:
            raise Refused(f"“{name}” is larger than {settings.UPLOAD_MAX_BYTES // 2**20} MB.")
        return file.read(settings.UPLOAD_MAX_BYTES + 1)


def _readable(name: str) -> str:
    """A name that is no UTF-8 comes from an older system, and mostly from Windows."""
    written = os.fsencode(name)
    try:
        return written.decode()
    except UnicodeDecodeError:
        return written.decode("cp1252", "replace")


def _put_back(path: Path, folder: Path) -> None:
    try:
        _move(path, folder / path.relative_to(folder / AT_WORK))
    except OSError:
        log.exception("a file that a watcher was at could not be put back")


def _move(path: Path, to: Path) -> Path | None:
    """Rename, never over another file; None where somebody took the file away meanwhile."""
    to.parent.mkdir(parents=True, exist_ok=True)
    to = to.with_name(_short(to.name))
    number, free = 1, to
    while free.exists():
        number += 1
        free = to.with_name(f"{to.stem}-{number}{to.suffix}")
    try:
        return path.rename(free)
    except FileNotFoundError:
        return None


def _short(name: str) -> str:
    """Cut before its suffix, so that what is put behind it still fits."""
    if len(os.fsencode(name)) <= _LONGEST_NAME:
        return name
    stem, dot, suffix = name.rpartition(".")
    ending = os.fsencode(dot + suffix) if stem else b""
    ending = ending if len(ending) <= _LONGEST_NAME // 2 else b""
    return (os.fsencode(name)[: _LONGEST_NAME - len(ending)] + ending).decode(errors="ignore")

"""The one file of a backup: the database, the mails that are kept as files, and a manifest that vouches for both."""

import hashlib
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from django.conf import settings
from django.utils.timezone import now

from newsroom.keeping import databases
from newsroom.keeping.databases import CannotRestore, Kind
from newsroom.keeping.proof import Counts, faults

FORMAT = 1
MANIFEST = "manifest.json"
MAILS = "mail"
_DATABASES = {Kind.SQLITE: "database.sqlite3", Kind.POSTGRESQL: "database.pgdump", Kind.ROWS: "database.rows"}


@dataclass(frozen=True, slots=True)
class Manifest:
    """When it was made and how, of which tables, how many rows it holds, and the sha256 of every file in it."""

    format: int
    made_at: datetime
    kind: Kind
    migrations: list[str]
    counts: Counts
    files: dict[str, str]


def back_up(to: Path, *, portable: bool) -> Manifest:
    """Write the whole newsroom into a file that is there whole or not at all, readable by this account alone.

    A portable one holds rows, which a newsroom on another kind of database can take.
    """
    kind = Kind.ROWS if portable else databases.kind_here()
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".backup-") as place:
        rows = Path(place) / _DATABASES[kind]
        counts = databases.dump(kind, rows)
        files = {rows.name: rows} | {f"{MAILS}/{mail.name}": mail for mail in _mails()}
        digests = {name: _sha256(path) for name, path in files.items()}
        manifest = Manifest(FORMAT, now(), kind, databases.migrations(), counts, digests)
        (Path(place) / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest)))
        draft = Path(place) / "whole.tar.gz"
        with tarfile.open(draft, "x:gz") as tar:
            for name, path in ({MANIFEST: Path(place) / MANIFEST} | files).items():
                tar.add(path, arcname=name)
        draft.chmod(0o600)
        draft.replace(to)
    return manifest


def restore(source: Path) -> Manifest:
    """Put the backup in the place of all that this newsroom holds. Raises CannotRestore, before anything is touched
    where the file is not whole, and after it where what came out of it does not prove itself."""
    with opened(source) as (place, manifest):
        databases.check_are_known(manifest.migrations)
        databases.load(manifest.kind, place / _DATABASES[manifest.kind])
        _put_mails_back(place / MAILS)
        if found := list(faults(manifest.counts)):
            raise CannotRestore(f"It was restored, and is not what was kept: {' '.join(found[:10])}")
    return manifest


@contextmanager
def opened(source: Path) -> Iterator[tuple[Path, Manifest]]:
    """The files of a backup in a folder for as long as the block lasts, each proven by its hash."""
    with tempfile.TemporaryDirectory(prefix="backread-restore-") as folder:
        place = Path(folder)
        try:
            with tarfile.open(source) as tar:
                tar.extractall(place, filter="data")
        except (tarfile.TarError, EOFError, OSError) as broken:
            raise CannotRestore(f"{source} cannot be read as a backup: {broken}") from broken
        yield place, _proven(place)


def _proven(place: Path) -> Manifest:
    path = place / MANIFEST
    if not path.is_file():
        raise CannotRestore("The file holds no manifest: it is no backup of Backread.")
    manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    if manifest.format != FORMAT:
        raise CannotRestore(f"The backup is of format {manifest.format}, and this version reads format {FORMAT}.")
    there = {str(file.relative_to(place)): file for file in place.rglob("*") if file.is_file()}
    del there[MANIFEST]
    wrong = [name for name, digest in manifest.files.items() if name not in there or _sha256(there[name]) != digest]
    if wrong or there.keys() != manifest.files.keys():
        raise CannotRestore(f"The backup is damaged: {', '.join(wrong) or 'it holds files that it does not name'}.")
    return manifest


def _mails() -> list[Path]:
    folder = Path(settings.MAIL_DIR)
    return sorted(folder.glob("*.eml")) if folder.is_dir() else []


def _put_mails_back(kept: Path) -> None:
    folder = Path(settings.MAIL_DIR)
    folder.mkdir(mode=0o700, exist_ok=True, parents=True)
    for mail in _mails():
        mail.unlink()
    for mail in kept.glob("*.eml"):
        there = folder / mail.name
        there.write_bytes(mail.read_bytes())
        there.chmod(0o600)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

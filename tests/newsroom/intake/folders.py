"""Files in a watched folder, and what became of them."""

import os
from pathlib import Path

from newsroom.intake.folder import look, watching

WALL = "Harbour wall to rise\n\nBy Rhea Reporter\n\nThe wall is 40 metres long."
LONG_AGO = 1_750_000_000


def put(path: Path, content: str | bytes = WALL, *, at: int = LONG_AGO) -> Path:
    """A file that was written a while ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    os.utime(path, (at, at))
    return path


def taken(folder: Path) -> int:
    """As many files as two looks take: the second finds unchanged what the first saw."""
    with watching(folder) as watch:
        return look(watch) + look(watch)


def reasons(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8").strip() for path in sorted(folder.rglob("*.reason.txt"))]

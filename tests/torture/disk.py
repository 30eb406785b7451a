"""A small disk for files on their way in, which can be full."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

SIZE_MB = 16
_FULL = "full"


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """Where web server and workers put what is too large for their memory."""

    folder: Path

    def fill(self) -> None:
        with (self.folder / _FULL).open("wb", buffering=0) as ballast, suppress(OSError):
            while True:
                ballast.write(bytes(2**16))

    def empty(self) -> None:
        (self.folder / _FULL).unlink(missing_ok=True)

    def left_behind(self) -> list[str]:
        """But for the number that onnxruntime gives itself."""
        files = (path for path in self.folder.rglob("*") if path.is_file() and path.name != ".ses")
        return sorted(str(path.relative_to(self.folder)) for path in files)


def can_mount() -> bool:
    """Root may; where root may not either, as in a container without that right, the run fails and says so."""
    return os.geteuid() == 0


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    folder.mkdir()
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", f"size={SIZE_MB}m", "tmpfs", folder], check=True)
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["/bin/umount", "--lazy", folder], check=True)

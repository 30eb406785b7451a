"""A clock that jumps for the newsroom's own processes, while the machine's own stands where it is."""

import platform
import sys
from dataclasses import dataclass
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path


@dataclass(slots=True)
class Clock:
    """libfaketime laid under every process; the file says how far its time of day is off.

    Only the time of day jumps, as on a machine whose clock is set: what is waited for is measured by a clock that
    never does. Debian's own libfaketime 0.9.10 cannot be had that way with Python 3.11, whose `sleep` then fails.
    """

    file: Path

    def environment(self) -> dict[str, str]:
        library = _library()
        if library is None:
            return {}
        self.set(timedelta())
        return {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_FORCE_MONOTONIC_FIX": "0",  # it would have threads that wait for their turn run hot
            "FAKETIME_DISABLE_SHM": "1",  # a killed process would keep its lock on it for ever
            "NO_FAKE_STAT": "1",  # gunicorn keeps its pulse in the age of a file
        }

    def set(self, ahead: timedelta) -> None:
        """Let all of them be so far ahead of the machine, or behind it, within a second."""
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{ahead.total_seconds():+.0f}\n")
        fresh.replace(self.file)  # at once, since others read it meanwhile


def can_jump() -> bool:
    return _library() is not None


def _library() -> Path | None:
    """Its package carries what was built for one kind of machine."""
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        return None
    spec = find_spec("libfaketime")
    if spec is None or spec.origin is None:
        return None
    library = Path(spec.origin).parent / "vendor" / "libfaketime" / "src" / "libfaketime.so.1"
    return library if library.exists() else None

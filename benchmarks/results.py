"""What was measured, kept beside the machine, the day and the commit: the figures that docs/load.md tells."""

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from psutil import cpu_count, virtual_memory

from benchmarks import extent

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "docs" / "load.json"
KEPT_IN_LITTLE = ROOT / "var" / "load.json"


def keep(name: str, measured: Mapping[str, Any]) -> None:
    """Write it down in place of what the part of this name measured before, and tell the page anew."""
    from benchmarks.telling import tell

    where = extent.of(KEPT, short=KEPT_IN_LITTLE)
    where.parent.mkdir(exist_ok=True)
    told = kept(where) | {name: {"circumstances": _circumstances(), **measured}}
    where.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    tell(told, folder=where.parent)


def kept(where: Path = KEPT) -> dict[str, Any]:
    """What the parts measured last, by their names."""
    return json.loads(where.read_text()) if where.exists() else {}


def _circumstances() -> dict[str, str]:
    asked = [shutil.which("git") or "git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True)
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "commit": commit.stdout.strip() or "unknown",
        "machine": f"{cpu_count()} processors ({_processor()}), {virtual_memory().total / 2**30:.0f} GB, "
        f"{platform.system()}, Python {platform.python_version()}",
        "others": f"load {os.getloadavg()[2]:.1f} over the quarter of an hour before",
    }


def _processor() -> str:
    """Its name on Linux; else what kind it is."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text().splitlines() if about.exists() else []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())

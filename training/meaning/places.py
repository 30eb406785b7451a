"""Where training keeps its pairs and checkpoints, and where the sets lie that it reads and is measured on."""

import os
from pathlib import Path

SHARED = Path(os.environ.get("BACKREAD_SHARED", "../shared"))
SOURCES = SHARED / "train"
MEASURED = SHARED / "eval" / "data"
WORK = Path(os.environ.get("BACKREAD_TRAINING", "var/meaning"))
PAIRS = WORK / "pairs.jsonl"


def checkpoint(run: int) -> Path:
    """Where a run of training keeps its last weights."""
    return WORK / f"checkpoint-{run}.pt"

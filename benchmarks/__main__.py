"""`python -m benchmarks [--short] [NAME...]` prints what the parts of that name measure, and all of them without names.

Each part has a process and a newsroom of its own, which it throws away. `--short` is for whoever works on a part: it
does everything in little, and leaves the figures in docs/ as they are.
"""

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from benchmarks.extent import SHORT_VARIABLE
from benchmarks.scratch import Database, scratch_newsroom

Newsroom = Callable[[], AbstractContextManager[None]]

_SQLITE: Newsroom = scratch_newsroom
_POSTGRESQL: Newsroom = partial(scratch_newsroom, on=Database.POSTGRESQL)


@dataclass(frozen=True, slots=True)
class Part:
    """Files of this folder by the title of what their `lines()` tell, and the newsroom that they all work in."""

    files: Mapping[str, str]
    newsroom: Newsroom = nullcontext


PARTS = {
    "hostile": Part({"Files made to hurt": "hostile"}),
    "reading": Part({"Reading": "reading"}),
    "comparing": Part({"Comparing": "comparing"}),
    "judging": Part({"Judging": "judging"}),
    "pages": Part({"Pages": "pages", "In the browser, the longest review page": "browsing"}, _SQLITE),
    "memory": Part({"Memory": "memory"}, _SQLITE),
    "growth-postgresql": Part({"Growth of the history, PostgreSQL": "growth"}, _POSTGRESQL),
    "growth-sqlite": Part({"Growth of the history, SQLite": "growth"}, _SQLITE),
    "workers": Part({"One worker and two": "workers"}, _POSTGRESQL),
    "load": Part({"Load": "load"}, _POSTGRESQL),
    "machines": Part({"Workers on two machines": "machines"}),
}


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # so that all that was started ends as well
    asked = _asked()
    wanted = [name for name in PARTS if not asked.parts or any(_is_part_of(one, name) for one in asked.parts)]
    if not wanted:
        sys.exit(f"There is no such part. There are: {', '.join(PARTS)}.")
    if asked.short:
        os.environ[SHORT_VARIABLE] = "1"
    if len(wanted) == 1:
        _measure(PARTS[wanted[0]])
        return
    failed = [name for name in wanted if subprocess.run([sys.executable, "-m", "benchmarks", name]).returncode]
    if failed:
        sys.exit(f"These did not come to an end: {', '.join(failed)}.")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure; all parts where none is named.")
    parser.add_argument("parts", nargs="*", metavar="NAME", help=f"{', '.join(PARTS)}; 'growth' is both of them")
    parser.add_argument("--short", action="store_true", help="in little, and nothing is written into docs/")
    return parser.parse_args()


def _is_part_of(asked: str, name: str) -> bool:
    return name == asked or name.startswith(f"{asked}-")


def _measure(part: Part) -> None:
    with part.newsroom():
        for title, file in part.files.items():
            _print(title, import_module(f"benchmarks.{file}").lines())


def _print(title: str, lines: Iterable[str]) -> None:
    print(f"\n{title}", flush=True)
    for line in lines:
        print(f"  {line}", flush=True)


if __name__ == "__main__":
    main()

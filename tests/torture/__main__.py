"""`make torture`: a newsroom at work under faults, and one table of what was done to it and what held."""

import argparse
import secrets
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from tests.torture.forms import LONG, SHORT, Form
from tests.torture.house import House, house


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    options.add_argument("--short", action="store_true", help="about a minute, as in the suite")
    options.add_argument("--seed", type=int, default=secrets.randbelow(10**6), help="the same faults in the same order")
    options.add_argument("--keep", type=Path, help="a folder for the logs of all programs")
    chosen = options.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # and leave nothing running
    print(f"seed {chosen.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="torture-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        try:
            with house(Path(folder)) as tortured:
                return _run(tortured, SHORT if chosen.short else LONG, chosen.seed)
        finally:
            if chosen.keep and not chosen.keep.exists():
                shutil.copytree(folder, chosen.keep, ignore=shutil.ignore_patterns("var", "incoming"))


def _run(tortured: House, form: Form, seed: int) -> int:
    from tests.torture.torment import torment  # here: what it loads reads the settings, which name this house

    report = torment(tortured, form, seed)
    print(report.table, flush=True)
    return 0 if report.all_held else 1


if __name__ == "__main__":
    sys.exit(main())

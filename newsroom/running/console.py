"""What the one command shows: its own words, and every process's under the name of the process."""

import sys
from contextlib import suppress


def say(words: str, *, who: str = "backread") -> None:
    with suppress(OSError):  # the terminal may be gone: that must not keep the newsroom from stopping
        sys.stdout.write(f"{who:>8} | {words}\n")
        sys.stdout.flush()

"""What the one command shows: its own words, and every process's under the name of the process."""

import sys
from contextlib import suppress
from threading import Event, RLock

_speaking, _over = RLock(), Event()


def say(words: str, *, who: str = "backread") -> None:
    """Show a line; nothing after the farewell."""
    with _speaking, suppress(OSError):  # the terminal may be gone: that must not keep the newsroom from stopping
        if not _over.is_set():
            sys.stdout.write(f"{who:>9} | {words}\n")
            sys.stdout.flush()


def say_farewell(words: str) -> None:
    """Show the last line: what the processes say at their end is of no use to whoever stops them."""
    with _speaking:
        say(words)
        _over.set()

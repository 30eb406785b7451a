"""What was answered to those who work in the newsroom: only what was acknowledged has to be there afterwards."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock


@dataclass(slots=True)
class Ledger:
    """Kept outside the newsroom, by the clock of the machine."""

    hand_ins: dict[int, str] = field(default_factory=dict)  # each acknowledged one with its slug line
    refused: list[str] = field(default_factory=list)  # slug lines under which nothing may be found
    resolved: dict[int, str] = field(default_factory=dict)  # findings that an editor decided on
    approved: dict[int, int] = field(default_factory=dict)  # stories that a chief signed, with the draft
    not_begun: int = 0  # stories for which a slow machine left no time
    asked: int = 0  # requests, each counted once however often it was sent
    retries: int = 0
    answers: Counter[str] = field(default_factory=Counter)  # what came instead of an acknowledgement
    longest_wait_seconds: float = 0
    troubles: list[str] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Measures how long somebody waited for one acknowledgement."""
        began = time.monotonic()
        yield
        with self._lock:
            self.asked += 1
            self.longest_wait_seconds = max(self.longest_wait_seconds, time.monotonic() - began)

    def note_retry(self, instead: str) -> None:
        with self._lock:
            self.retries += 1
            self.answers[instead] += 1

    def note_trouble(self, words: str) -> None:
        """Told at once as well, since whoever watches need not wait for the table."""
        with self._lock:
            self.troubles.append(words)
        print(words, flush=True)  # noqa: T201 - a command's own words

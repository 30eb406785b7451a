"""The room where files are read: a process that has every reader loaded, and reads each file in a fork of its own.

To load the readers takes longer than to read most files. The room knows nothing of whoever asks: it is started anew,
with no environment, and not forked from a worker.
"""

import atexit
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock

import msgspec

_CODE_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Request:
    """What the room is told before the file's bytes."""

    filename: str
    length: int
    memory_bytes: int
    processor_seconds: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Heading:
    """What the room says before an answer's bytes; `status` is the fork's, below 0 where a signal ended it."""

    status: int
    length: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the fork ended, and all that it said: an answer where the status is 0."""

    status: int
    said: bytes


class RoomClosed(OSError):
    """The room ended before it answered."""


@dataclass(slots=True)
class _Room:
    """One process, which reads one file at a time, and what is started in its place when it ended."""

    turn: Lock = field(default_factory=Lock)
    process: "subprocess.Popen[bytes] | None" = None

    def ask(self, request: Request, content: bytes) -> Outcome:
        with self.turn:
            try:
                return _answer(self._opened(), request, content)
            except BaseException:  # also a time limit of the worker's own: half an answer may be left in the pipe
                self.close()
                raise

    def close(self) -> None:
        """With whatever is being read in it."""
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        with suppress(BrokenPipeError), self.process:  # half a request was left in it
            self.process = None

    def _opened(self) -> "subprocess.Popen[bytes]":
        if self.process is None or self.process.poll() is not None:
            self.close()
            self.process = _started()
        return self.process


def ask(request: Request, content: bytes) -> Outcome:
    """Have the file read. Raises OSError where the room itself broke down; the next file finds another one."""
    return _room(os.getpid()).ask(request, content)


@cache
def _room(_process_id: int) -> _Room:
    """Of this process alone: a fork of it would talk into its pipes."""
    room = _Room()
    atexit.register(room.close)
    return room


def _started() -> "subprocess.Popen[bytes]":
    """In a group of its own, so that it can be ended together with its fork; it ends by itself with its input."""
    command, pipe = [sys.executable, "-m", "analysis.readers"], subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=_CODE_ROOT, env={}, process_group=0)


def _answer(process: "subprocess.Popen[bytes]", request: Request, content: bytes) -> Outcome:
    if not process.stdin or not process.stdout:
        raise RoomClosed("The room was started without pipes.")
    process.stdin.write(msgspec.json.encode(request) + b"\n")
    process.stdin.write(content)
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        raise RoomClosed("The room ended before it answered.")
    heading = msgspec.json.decode(line, type=Heading)
    return Outcome(heading.status, process.stdout.read(heading.length))

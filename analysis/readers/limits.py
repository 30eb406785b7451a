"""Reading a file from outside in a child process, so that a hostile one costs a refusal and no worker."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from analysis.readers.pace import slowness
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import TooDemanding, refusals

_CODE_ROOT = Path(__file__).parents[2]
_SECONDS = 30  # on the clock: a busy machine takes its time, whatever the file
_PROCESSOR_SECONDS = 1.7  # the longest draft there may be takes 1.4, as a PDF or full of links; a bomb goes on and on
_MEMORY_BYTES = 205_000_000


class ReaderError(RuntimeError):
    """The reader itself failed: our mistake and not the file's, so it is no refusal."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the child is told before the file's bytes."""

    filename: str
    memory_bytes: int
    processor_seconds: float = _PROCESSOR_SECONDS


@dataclass(frozen=True, slots=True)
class Answer:
    """What the child says: a text, or the name of a refusal with its details."""

    text: ReadText | None = None
    refusal: str = ""
    details: dict[str, str] = field(default_factory=dict)


def read_under_limits(
    content: bytes,
    filename: str,
    *,
    seconds: float = _SECONDS,
    processor_seconds: float = _PROCESSOR_SECONDS,
    memory_bytes: int = _MEMORY_BYTES,
) -> ReadText:
    """Like `read`, at most this long and this large; raises Refused, or ReaderError. A slow machine has more
    `processor_seconds`.

    A plain subprocess, because a Celery worker is daemonic and may have no multiprocessing children. It gets
    an empty environment: a parser that is tricked finds no secrets there.
    """
    request = Request(filename, memory_bytes, processor_seconds * slowness())
    try:
        child = _child(msgspec.json.encode(request) + b"\n" + content, seconds)
    except subprocess.TimeoutExpired as error:
        raise TooDemanding(filename) from error
    if child.returncode < 0 or b"MemoryError" in child.stderr:  # ended by a signal, or had no memory to say so
        raise TooDemanding(filename)
    if child.returncode:
        raise ReaderError(child.stderr.decode(errors="replace"))
    return _text(msgspec.json.decode(child.stdout, type=Answer), filename)


def _child(told: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "analysis.readers"]
    return subprocess.run(
        command, input=told, capture_output=True, timeout=seconds, cwd=_CODE_ROOT, env={}, check=False
    )


def _text(answer: Answer, filename: str) -> ReadText:
    if answer.text is None:
        raise refusals()[answer.refusal](filename, **answer.details)
    return answer.text

"""The room's own end: it reads each file on standard input in a fork, under limits, and says how that ended."""

import os
import signal
import sys
import traceback
from typing import NoReturn

import msgspec

from analysis.readers.formats import formats
from analysis.readers.limits import Answer
from analysis.readers.reading import read
from analysis.readers.refusals import Refused, TooDemanding
from analysis.readers.room import Heading, Outcome, Request


def main() -> None:
    formats()  # loads them all: no fork needs to
    while line := sys.stdin.buffer.readline():
        _answer_to(msgspec.json.decode(line, type=Request))


def _answer_to(request: Request) -> None:
    """A function of its own, so that the next fork is not born with this file and what was read in it."""
    outcome = _read_in_a_fork(request, sys.stdin.buffer.read(request.length))
    heading = Heading(outcome.status, len(outcome.said))
    sys.stdout.buffer.write(msgspec.json.encode(heading) + b"\n" + outcome.said)
    sys.stdout.buffer.flush()


def _read_in_a_fork(request: Request, content: bytes) -> Outcome:
    hears, says = os.pipe()
    fork = os.fork()
    if not fork:
        _read(request, content, says)
    os.close(says)
    with os.fdopen(hears, "rb") as answer:
        said = answer.read()
    _, status = os.waitpid(fork, 0)
    return Outcome(os.waitstatus_to_exitcode(status), said)


def _read(request: Request, content: bytes, says: int) -> NoReturn:
    """In the fork, which never returns; what a library complains of goes before the answer."""
    status = 1
    try:
        for stream, instead in ((0, os.open(os.devnull, os.O_RDONLY)), (1, says), (2, says)):
            os.dup2(instead, stream)
        _limit_memory(request.memory_bytes)
        signal.setitimer(signal.ITIMER_REAL, request.seconds)  # their signals end the process
        signal.setitimer(signal.ITIMER_PROF, request.processor_seconds)
        with os.fdopen(says, "wb") as answer:
            answer.write(b"\n" + msgspec.json.encode(_answer(content, request.filename)))
        status = 0
    except BaseException:  # whatever it is, this process must not go on as the room
        traceback.print_exc()
    finally:
        os._exit(status)


def _answer(content: bytes, filename: str) -> Answer:
    try:
        return Answer(text=read(content, filename))
    except Refused as refused:
        return Answer(refusal=type(refused).__name__, details=refused.details)
    except MemoryError:
        return Answer(refusal=TooDemanding.__name__)


def _limit_memory(most_bytes: int) -> None:
    if sys.platform != "linux":  # macOS has the limit and ignores it, or refuses to set it
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))


if __name__ == "__main__":
    main()

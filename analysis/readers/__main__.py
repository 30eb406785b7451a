"""The child that reads one file under limits: request and bytes on standard input, an answer in JSON out."""

import signal
import sys

import msgspec

from analysis.readers.limits import Answer, Request
from analysis.readers.reading import read
from analysis.readers.refusals import Refused, TooDemanding


def main() -> None:
    request = msgspec.json.decode(sys.stdin.buffer.readline(), type=Request)
    _limit_memory(request.memory_bytes)
    signal.setitimer(signal.ITIMER_PROF, request.processor_seconds)  # its signal ends the process
    sys.stdout.buffer.write(msgspec.json.encode(_answer(sys.stdin.buffer.read(), request.filename)))


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

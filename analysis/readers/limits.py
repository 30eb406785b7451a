"""Reading a file from outside in a process of its own, so that a hostile one costs a refusal and no worker."""

from dataclasses import dataclass, field

import msgspec

from analysis.readers.pace import slowness
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import TooDemanding, refusals
from analysis.readers.room import Request, ask

_SECONDS = 30  # on the clock: a busy machine takes its time, whatever the file
_PROCESSOR_SECONDS = 1.7  # the longest draft there may be takes 1.4, as a PDF or full of links; a bomb goes on and on
_MEMORY_BYTES = 205_000_000


class ReaderError(RuntimeError):
    """The reader itself failed: our mistake and not the file's, so it is no refusal."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader says: a text, or the name of a refusal with its details."""

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

    Its process has an empty environment: a parser that is tricked finds no secrets there.
    """
    request = Request(filename, len(content), memory_bytes, processor_seconds * slowness(), seconds)
    try:
        outcome = ask(request, content)
    except OSError as error:
        raise ReaderError("The room where files are read broke down.") from error
    if outcome.status < 0 or (outcome.status and b"MemoryError" in outcome.said):  # a signal, or no memory to say so
        raise TooDemanding(filename)
    if outcome.status:
        raise ReaderError(outcome.said.decode(errors="replace"))
    return _text(msgspec.json.decode(outcome.said.rpartition(b"\n")[2], type=Answer), filename)


def _text(answer: Answer, filename: str) -> ReadText:
    if answer.text is None:
        raise refusals()[answer.refusal](filename, **answer.details)
    return answer.text

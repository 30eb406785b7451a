"""The two queues of work: drafts are read by one model, and compared with the help of others."""

from enum import StrEnum

from kombu import Exchange, Queue


class WorkQueue(StrEnum):
    """A worker that serves one of them never loads the other's models; one that is told nothing serves both."""

    READING = "reading"
    COMPARING = "comparing"


def queues() -> list[Queue]:
    """Both, each with an exchange of its own: in one exchange either would get the other's messages too."""
    return [Queue(name, Exchange(name), routing_key=name) for name in map(str, WorkQueue)]

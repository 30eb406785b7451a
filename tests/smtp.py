"""A real SMTP server that keeps what it receives, and that can refuse, hang and die."""

from asyncio import Event, Transport
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import StrEnum, auto

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.services import PATIENCE_SECONDS, free_port


class Mood(StrEnum):
    """What the server does with the next message; one that it takes is kept, whatever it answers."""

    TAKES = auto()
    REFUSES = auto()  # for now, as a server that is too busy does
    HANGS = auto()  # takes it and never answers
    DIES_BEFORE = auto()  # the line is cut before it has the message
    DIES_AFTER = auto()  # it has the message, and the line is cut before its answer
    DIES_AT_GOODBYE = auto()  # it answers, and the line is cut then


@dataclass(slots=True)
class SmtpServer:
    """What it received, oldest first; `url` is an EMAIL_URL. `moods` are for the next messages, then it takes all."""

    port: int
    received: list[EmailMessage] = field(default_factory=list)
    moods: list[Mood] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str | None:  # noqa: N802, ARG002 - aiosmtpd's
        mood = self.moods.pop(0) if self.moods else Mood.TAKES
        transport = server.transport
        assert isinstance(transport, Transport)
        if mood == Mood.REFUSES:
            return "451 Too busy"
        if mood == Mood.DIES_BEFORE:
            transport.abort()
            return None
        self._keep(envelope)
        match mood:
            case Mood.HANGS:
                await Event().wait()
            case Mood.DIES_AFTER:
                transport.abort()
            case Mood.DIES_AT_GOODBYE:
                await server.push("250 OK")
                transport.abort()
        return "250 OK"

    def _keep(self, envelope: Envelope) -> None:
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.received.append(message)


@contextmanager
def smtp() -> Iterator[SmtpServer]:
    server = SmtpServer(free_port())
    controller = Controller(server, hostname="127.0.0.1", port=server.port, ready_timeout=PATIENCE_SECONDS)
    controller.start()
    yield server
    controller.stop()

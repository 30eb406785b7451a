"""A real system on a real port, that answers as a test tells it to and keeps what it was told."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pytest_django import Settings

from tests.review.conftest import Newsroom, newsroom

__all__ = ["newsroom"]


@dataclass(frozen=True, slots=True)
class Heard:
    """One call: where it went, its headers by their names in small letters, and the very bytes."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Listener:
    """`answers` are the next statuses; then it is 204 for good."""

    port: int = 0
    answers: list[int] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    asked_for: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/backread?from=desk"


@pytest.fixture
def listener(settings: Settings) -> Iterator[Listener]:
    """Inside the network, and named as a host that may be called."""
    settings.WEBHOOK_INTERNAL_HOSTS = {"localhost"}
    listening = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            listening.heard.append(Heard(self.path, headers, body))
            self.send_response(listening.answers.pop(0) if listening.answers else 204)
            self.send_header("Location", f"http://127.0.0.1:{listening.port}/elsewhere")
            self.end_headers()

        def do_GET(self) -> None:
            listening.asked_for.append(self.path)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("localhost", 0), Handler) as server:
        listening.port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield listening
        server.shutdown()


@pytest.fixture
def room(newsroom: Newsroom) -> Newsroom:
    return newsroom

"""Who is told from outside: a mail server, and a system with a webhook; both can be down."""

from collections import Counter
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from aiosmtpd.controller import Controller

from tests.services import PATIENCE_SECONDS, free_port
from tests.smtp import SmtpServer


class MailServer:
    """The real aiosmtpd on one port, stopped and started."""

    def __init__(self) -> None:
        self.kept = SmtpServer(free_port())
        self._controller: Controller | None = None
        self.start()

    def start(self) -> None:
        self._controller = Controller(
            self.kept, hostname="127.0.0.1", port=self.kept.port, ready_timeout=PATIENCE_SECONDS
        )
        self._controller.start()

    def stop(self) -> None:
        if self._controller:
            with suppress(AssertionError):
                self._controller.stop(no_assert=True)
            self._controller = None

    def received(self) -> Counter[str]:
        """How often each message came, by its Message-ID."""
        return Counter(str(message["Message-ID"]) for message in self.kept.received)


class Receiver:
    """A web server that takes calls; those that come twice have the same id."""

    def __init__(self) -> None:
        self.port = free_port()
        self.calls: Counter[str] = Counter()
        self._server: ThreadingHTTPServer | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    def start(self) -> None:
        calls = self.calls

        class Hook(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                calls[self.headers["webhook-id"]] += 1
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Hook)
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

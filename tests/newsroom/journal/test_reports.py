"""A report to the service for errors tells where and what kind, and none of the copy."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

from django.conf import settings

MARKER = "Quillfeather"
FAILS_OVER_COPY = """
import logging
from celery import shared_task

def read(text):
    words = text + "was bribed"
    raise ValueError(f"cannot read {words!r}")

shared_task(read, name="read").apply(args=["Quillfeather "])
try:
    read("Quillfeather ")
except ValueError:
    logging.getLogger("review").exception("%s failed", "Analysis 3")
"""


@contextmanager
def service() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """An address to report to, and the reports that came."""
    events: list[dict[str, Any]] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told = gzip.decompress(body) if self.headers["Content-Encoding"] == "gzip" else body
            events.append({"whole": told.decode()} | json.loads(told.splitlines()[2]))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing: its lines are of no use to a test."""

    server = HTTPServer(("127.0.0.1", 0), Receiver)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://key@127.0.0.1:{server.server_port}/1", events
    server.shutdown()
    server.server_close()


def test_an_error_is_reported_without_a_word_of_copy() -> None:
    with service() as (address, events):
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", FAILS_OVER_COPY]
        subprocess.run(command, env=os.environ | {"SENTRY_DSN": address}, cwd=settings.BASE_DIR, check=True)

    errors = [value for event in events for value in event["exception"]["values"]]
    assert {error["type"] for error in errors} == {"ValueError"}
    assert "read" in [frame["function"] for frame in errors[0]["stacktrace"]["frames"]]
    assert "Analysis 3 failed" in [event.get("message") for event in events]
    assert not [event for event in events if MARKER in event["whole"]]


def test_nothing_is_reported_where_nobody_asked() -> None:
    code = "import sys, newsroom.wsgi; print('sentry_sdk' in sys.modules)"

    answer = subprocess.run([sys.executable, "-c", code], cwd=settings.BASE_DIR, capture_output=True, check=True)

    assert answer.stdout == b"False\n"

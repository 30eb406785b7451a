"""Lines into the newsroom: as another system by its token, and as a person by a browser's forms."""

import json
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from tests.torture.ledger import Ledger

TIMEOUT_SECONDS = 30
PAUSE_SECONDS = 0.5
PATIENCE_SECONDS = 300  # a message that is lost twice is sent a third time after two minutes
_KEPT = ("sessionid", "csrftoken")
AGAIN = frozenset({403, 408, 425, 429})  # and whatever is the newsroom's own fault: 403 is a session that it forgot


class GaveUp(Exception):
    """Nothing was acknowledged within the time that people have."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    location: str = ""
    cookies: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> Any:  # noqa: ANN401 - whatever JSON can hold
        return json.loads(self.body)


def asked(
    port: int, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> Answer:
    """Raises OSError or HTTPException where no whole answer comes."""
    line = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_SECONDS)
    try:
        line.request(method, path, body=body, headers=dict(headers or {}))
        response = line.getresponse()
        kept: SimpleCookie = SimpleCookie()
        for cookie in response.headers.get_all("Set-Cookie") or ():
            kept.load(cookie)
        cookies = {name: morsel.value for name, morsel in kept.items()}
        return Answer(response.status, response.read(), response.headers.get("Location", ""), cookies)
    finally:
        line.close()


def form_of(fields: Mapping[str, str], file: tuple[str, bytes] | None, *, name: str) -> tuple[bytes, str]:
    """A form with a file in it as browsers send it, and its content type."""
    boundary = secrets.token_hex(16)
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    if file:
        about = f'Content-Disposition: form-data; name="{name}"; filename="{file[0]}"'
        head = f"--{boundary}\r\n{about}\r\nContent-Type: application/octet-stream\r\n\r\n".encode()
        parts += [head + file[1] + b"\r\n"]
    return b"".join([*parts, f"--{boundary}--\r\n".encode()]), f"multipart/form-data; boundary={boundary}"


@dataclass(slots=True)
class Line:
    """What both have in common: they ask again until something is acknowledged, and never what was."""

    port: int
    ledger: Ledger

    def until_answered(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        expected: HTTPStatus | None = None,
    ) -> Answer:
        """The first answer that is not a fault of the newsroom's, or that is the expected fault. Raises GaveUp."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        with self.ledger.waiting():
            while time.monotonic() < deadline:
                try:
                    answer = asked(self.port, method, path, body, headers)
                except (OSError, HTTPException) as fault:
                    self.ledger.note_retry(type(fault).__name__)
                else:
                    if answer.status == expected or (answer.status < 500 and answer.status not in AGAIN):
                        return answer
                    self.ledger.note_retry(str(answer.status))
                time.sleep(PAUSE_SECONDS)
        raise GaveUp(f"{method} {path} was not answered within {PATIENCE_SECONDS} seconds.")


@dataclass(slots=True)
class SystemLine(Line):
    """Another system, by its token."""

    token: str

    def get(self, path: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
        return self.until_answered("GET", f"/api/v1/{path}", headers=self._headers).told

    def hand_in(self, *, key: str, **about: object) -> Answer:
        headers = self._headers | {"Content-Type": "application/json", "Idempotency-Key": key}
        return self.until_answered("POST", "/api/v1/hand-ins", json.dumps(about).encode(), headers)

    def hand_in_file(
        self, *, key: str, file: tuple[str, bytes], expected: HTTPStatus | None = None, **about: str
    ) -> Answer:
        body, content_type = form_of(about, file, name="file")
        headers = self._headers | {"Content-Type": content_type, "Idempotency-Key": key}
        return self.until_answered("POST", "/api/v1/hand-ins/files", body, headers, expected=expected)

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@dataclass(slots=True)
class PersonLine(Line):
    """Somebody in a browser."""

    username: str
    password: str
    cookies: dict[str, str] = field(default_factory=dict)

    def log_in(self) -> None:
        self._take(self.until_answered("GET", "/accounts/login/"))
        told = {"username": self.username, "password": self.password}
        answer = self.post("/accounts/login/", told)
        if answer.status != 302:
            raise GaveUp(f"{self.username} was not let in: {answer.status}.")

    def page(self, path: str) -> str:
        return self.until_answered("GET", path, headers=self._headers).body.decode()

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        body = urlencode(self._with_token(fields)).encode()
        headers = self._headers | {"Content-Type": "application/x-www-form-urlencoded"}
        return self._take(self.until_answered("POST", path, body, headers))

    def post_file(self, path: str, fields: Mapping[str, str], file: tuple[str, bytes]) -> Answer:
        body, content_type = form_of(self._with_token(fields), file, name="versions")
        return self._take(self.until_answered("POST", path, body, self._headers | {"Content-Type": content_type}))

    def _with_token(self, fields: Mapping[str, str]) -> dict[str, str]:
        return {**fields, "csrfmiddlewaretoken": self.cookies["csrftoken"]}

    def _take(self, answer: Answer) -> Answer:
        self.cookies |= {name: value for name, value in answer.cookies.items() if name in _KEPT}
        return answer

    @property
    def _headers(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}


def numbers_in(page: str, pattern: str) -> list[int]:
    return [int(number) for number in re.findall(pattern, page)]

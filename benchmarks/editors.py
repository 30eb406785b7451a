"""Editors at their screens: pages are opened, and whatever on them polls is asked again as a browser would."""

import html
import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from random import Random

from django.conf import settings
from django.test import Client
from django.urls import reverse

from articles.models import User

TIMEOUT_SECONDS = 30
MOMENT_SECONDS = 0.1
SESSIONS_END = 286  # htmx polls no more at this status
STAYS = {  # seconds on each page in turn, in a round of about a minute
    "board": 17.0,
    "review": 16.0,
    "hand-in-to": 8.0,
    "claims": 4.0,
    "sign-off": 4.0,
    "history": 3.0,
    "mails": 3.0,
}
_POLLING = re.compile(r'<\w+([^>]*hx-trigger="every (\d+)s"[^>]*)>')
_ADDRESS, _ID = re.compile(r'hx-get="([^"]+)"'), re.compile(r'(?:^|\s)id="([^"]+)"')
_NUMBER = re.compile(r"-?\d+")


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: what was asked for, how many seconds it took, and the answer's status.

    The status is 0 where there was no answer; `fault` says then what there was instead.
    """

    page: str
    seconds: float
    status: int
    fault: str = ""

    def __str__(self) -> str:
        return f"{self.page}: {self.fault or f'answered {self.status}'} after {self.seconds:.1f} s"

    @property
    def is_good(self) -> bool:
        return self.status in {HTTPStatus.OK, HTTPStatus.NO_CONTENT, SESSIONS_END}


@dataclass(frozen=True, slots=True)
class Poll:
    """A part of a page that asks for itself, every so many seconds."""

    part: str
    address: str
    every_seconds: int


@dataclass
class Newsdesk:
    """What editors share: the stories that were handed in last, their visits, and whether they go home."""

    stories: list[int]
    visits: list[Visit] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class Editor:
    """One person in a browser of their own."""

    cookie: str
    chance: Random
    desk: Newsdesk

    def work(self, *, starting_after_seconds: float) -> None:
        """Until the desk closes."""
        self.desk.closing.wait(starting_after_seconds)
        while not self.desk.closing.is_set():
            story = self.chance.choice(self.desk.stories[-20:])
            for page, seconds in STAYS.items():
                if not self.desk.closing.is_set():
                    arguments = [] if page in {"board", "mails"} else [story]
                    self._stay(page, reverse(page, args=arguments), seconds)

    def _stay(self, page: str, address: str, seconds: float) -> None:
        ends = time.monotonic() + seconds
        polls = {poll: time.monotonic() + poll.every_seconds for poll in polls_in(self._ask(page, address))}
        while time.monotonic() < ends and not self.desk.closing.wait(MOMENT_SECONDS):
            for poll in [poll for poll, due in polls.items() if due <= time.monotonic()]:
                del polls[poll]
                name = f"{page}, polling “{_NUMBER.sub('', poll.part)}”"
                answer = self._ask(name, poll.address, part=poll.part, current=address)
                again = [poll] if answer == "" else polls_in(answer or "")
                polls |= {one: time.monotonic() + one.every_seconds for one in again}

    def _ask(self, name: str, address: str, *, part: str = "", current: str = "") -> str | None:
        """What came; empty where nothing has changed, None where nothing is to be asked again."""
        headers = {"Cookie": self.cookie}
        if part:
            headers |= {"HX-Request": "true", "HX-Target": part, "HX-Current-URL": f"{settings.SITE_URL}{current}"}
        began = time.perf_counter()
        status, text = asked("GET", address, headers)
        seconds = time.perf_counter() - began
        self.desk.visits.append(Visit(name, seconds, status, fault="" if status else text))
        if status == HTTPStatus.NO_CONTENT:
            return ""
        return text if status == HTTPStatus.OK else None


def asked(method: str, address: str, headers: dict[str, str], body: str | None = None) -> tuple[int, str]:
    """The answer's status and text; where there was none, 0 and the error."""
    connection = HTTPConnection(settings.HOST, settings.PORT, timeout=TIMEOUT_SECONDS)
    try:
        connection.request(method, address, body, {"Host": f"localhost:{settings.PORT}", **headers})
        response = connection.getresponse()
        return response.status, response.read().decode()
    except (OSError, HTTPException) as error:
        return 0, repr(error)
    finally:
        connection.close()


def polls_in(page: str | None) -> Iterator[Poll]:
    """What of it asks for itself."""
    for attributes, seconds in _POLLING.findall(page or ""):
        address, part = _ADDRESS.search(attributes), _ID.search(attributes)
        if address:
            yield Poll(part[1] if part else "part", html.unescape(address[1]), int(seconds))


def cookies_of(people: Sequence[User]) -> list[str]:
    """They are logged in, as their browsers tell."""
    clients = [Client() for _ in people]
    for client, person in zip(clients, people, strict=True):
        client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    return [f"{name}={client.cookies[name].value}" for client in clients]

"""A newsroom whose database and queue can be taken away: servers of its own, with a web server and a worker on them."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path

import psycopg
from django.conf import settings

from newsroom.celery import app
from newsroom.running import programs, valkey
from review.tasks import sweep
from tests.processes.newsrooms import NOT_ITS_OWN
from tests.services import PATIENCE_SECONDS, free_port, new_postgresql, postgresql_answers, wait_until
from tests.torture.house import ON_THIS_MACHINE
from tests.torture.kept import Kept

_PREPARED = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
from articles.models import Desk, Membership, Role, User
from review.actions.connections import make_token
from review.models import TokenScope
desk, chief = Desk.objects.create(name="City desk", slug="city"), User.objects.create_user("caro")
Membership.objects.create(user=chief, desk=desk, role=Role.CHIEF)
print(make_token(by=chief, desk=desk, name="Wire", scopes=list(TokenScope))[1])
"""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class LossyNewsroom:
    """Under the settings of the torture: rests are short, and one sentence is poison."""

    database: Kept
    queue: Kept
    web: Kept
    worker: Kept
    port: int
    rows: Path
    broker: str
    token: str

    def ask(self, path: str, *, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> Answer:
        """Without a token where other headers are given."""
        told = headers or {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)) as line:
            line.request("POST" if body else "GET", path, body=body, headers=dict(told))
            answer = line.getresponse()
            return Answer(answer.status, dict(answer.headers), answer.read().decode())

    def answers(self) -> bool:
        try:
            return self.ask("/api/v1/token").status == HTTPStatus.OK
        except ConnectionError:  # it has not begun yet
            return False

    def sweep(self) -> None:
        """As its clock asks the workers, which it has none for."""
        with app.connection_for_write(self.broker) as line:
            app.send_task(str(sweep.name), connection=line)

    def row(self, query: str) -> tuple[object, ...] | None:
        """The first that it has, without the help of anything that is tested here; none while the database starts."""
        try:
            line = psycopg.connect(host=str(self.rows), user="postgres", dbname="postgres", autocommit=True)
        except psycopg.OperationalError:
            return None
        with line:
            found = line.execute(query)
            return found.fetchone() if found.description else None

    def wait_until_logged(self, words: str, *, times: int) -> None:
        """By the worker, in all its lives."""
        wait_until(lambda: self.worker.log.read_text().count(words) >= times, words)


@contextmanager
def lossy_newsroom(place: Path) -> Iterator[LossyNewsroom]:
    with ExitStack() as stack:
        folder = tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp", ignore_cleanup_errors=True)
        rows = Path(stack.enter_context(folder))
        command, account = new_postgresql(rows)
        log = place / "postgresql.log"
        database = Kept("postgresql", [*command, *ON_THIS_MACHINE], log=log, environment=os.environ, **account)
        stack.callback(database.end)
        wait_until(lambda: postgresql_answers(rows), "PostgreSQL")
        port, queue_port = free_port(), free_port()
        broker = f"redis://127.0.0.1:{queue_port}"
        environment = _environment(place / "var", port, rows, broker)

        def kept(name: str, *command: str) -> Kept:
            log = place / f"{name}.log"
            started = Kept(name, command, log=log, environment=environment, cwd=settings.BASE_DIR)
            stack.callback(started.end)
            return started

        queue = kept("valkey", *valkey.command(keep_in=place, port=queue_port))
        web, worker = kept("web", *programs.web().command), kept("worker", *_worker())
        token = _token(environment)
        wait_until(lambda: b" ready." in worker.log.read_bytes(), "The worker")
        yield LossyNewsroom(database, queue, web, worker, port, rows, broker, token)


def _environment(var: Path, port: int, rows: Path, broker: str) -> dict[str, str]:
    inherited = {name: value for name, value in programs.environment().items() if name not in NOT_ITS_OWN}
    return inherited | {
        "DJANGO_SETTINGS_MODULE": "tests.torture.settings",
        "BACKREAD_VAR": str(var),
        "DATABASE_URL": f"postgres://postgres@/postgres?host={rows}",
        "REDIS_URL": broker,
        "PORT": str(port),
        "WORKER_CONCURRENCY": "1",
        "LOG_LEVEL": "INFO",
    }


def _worker() -> list[str]:
    """One for both queues, as in production but for that."""
    *command, _, _ = programs.workers()[0].command
    return command


def _token(environment: Mapping[str, str]) -> str:
    """Of a desk that is made for it, in tables that are."""
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", _PREPARED]
    answer = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, check=True)
    return answer.stdout.decode().strip()

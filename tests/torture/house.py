"""The whole newsroom on this machine: the programs of the Procfile with a database, a queue and whom they tell."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.services import free_port, new_postgresql, postgresql_answers, wait_until
from tests.torture.clock import Clock, can_jump
from tests.torture.disk import SmallDisk, can_mount, small_disk
from tests.torture.kept import Kept
from tests.torture.outside import MailServer, Receiver

# It never waits for the disk: what is committed outlives the death of every process, if not of the machine.
ON_THIS_MACHINE = ("-c", "listen_addresses=", "-c", "fsync=off")


@dataclass(slots=True)
class House:
    """What can be tortured. `disk` is None where this account may mount none, `clock` where none can be faked."""

    port: int
    database: Kept
    queue: Kept
    programs: dict[str, Kept]
    mail: MailServer
    receiver: Receiver
    disk: SmallDisk | None
    clock: Clock | None
    ahead: timedelta = timedelta()

    def set_clock(self, ahead: timedelta) -> None:
        if self.clock:
            self.clock.set(ahead)
            self.ahead = ahead


@contextmanager
def house(place: Path) -> Iterator[House]:
    """Settings are read in it for the first time: nothing of Django may be loaded before."""
    with ExitStack() as stack:
        port, mail, receiver = free_port(), MailServer(), Receiver()
        stack.callback(mail.stop)
        stack.callback(receiver.stop)
        rows = stack.enter_context(tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp", ignore_cleanup_errors=True))
        command, account = new_postgresql(Path(rows))
        command += ON_THIS_MACHINE
        database = Kept("postgresql", command, log=place / "postgresql.log", environment=os.environ, **account)
        stack.callback(database.end)
        wait_until(lambda: postgresql_answers(Path(rows)), "PostgreSQL")
        os.environ |= _told(place, port, rows, mail, receiver)
        disk = stack.enter_context(small_disk(place / "incoming")) if can_mount() else None
        clock = Clock(place / "clock") if can_jump() else None
        queue, programs = _start(place, stack, disk, clock)
        yield House(port, database, queue, programs, mail, receiver, disk, clock)


def _told(place: Path, port: int, rows: str, mail: MailServer, receiver: Receiver) -> dict[str, str]:
    """As an operator would in .env."""
    return {
        "DJANGO_SETTINGS_MODULE": "tests.torture.settings",
        "BACKREAD_ENV_FILE": os.devnull,
        "BACKREAD_VAR": str(place / "var"),
        "DATABASE_URL": f"postgres://postgres@/postgres?host={rows}",
        "PORT": str(port),
        "SITE_URL": f"http://localhost:{port}",
        "EMAIL_URL": mail.kept.url,
        "WEBHOOK_INTERNAL_HOSTS": "127.0.0.1",
        "API_REQUESTS_A_MINUTE": "100000",
        "LOG_LEVEL": "WARNING",  # of this process; the programs say more
    }


def _start(place: Path, stack: ExitStack, disk: SmallDisk | None, clock: Clock | None) -> tuple[Kept, dict[str, Kept]]:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from newsroom.running import programs
    from newsroom.running.programs import Program
    from newsroom.running.valkey import answers

    def kept(program: Program, more: Mapping[str, str]) -> Kept:
        environment = programs.environment() | dict(more) | {"LOG_LEVEL": "INFO"}
        log = place / f"{program.name}.log"
        started = Kept(program.name, program.command, log=log, environment=environment, cwd=settings.BASE_DIR)
        stack.callback(started.end)
        return started

    queue = kept(programs.queue(), {})
    more = (clock.environment() if clock else {}) | ({"TMPDIR": str(disk.folder)} if disk else {})
    started = {program.name: kept(program, more) for program in (programs.web(), *programs.workers())}
    call_command("migrate", verbosity=0, interactive=False)  # while they load what they need: nobody asks them yet
    wait_until(lambda: answers(settings.CACHES["default"]["LOCATION"]), "Valkey")
    return queue, started | {"beat": kept(programs.clock(), more)}

"""What is done to the newsroom while it works: each fault as it happens to newsrooms, drawn by lot from a seed."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path

from redis import Redis

from tests.torture.disk import SmallDisk
from tests.torture.house import House
from tests.torture.lines import Answer, GaveUp
from tests.torture.texts import as_page, told
from tests.torture.work import LARGE_BYTES, Staff

HOUR = timedelta(hours=1)
GONE_SECONDS = (2.0, 5.0)
DOWN_SECONDS = (4.0, 8.0)
MOST_FILES = 10  # tried on a full disk until one is refused


class Fault(StrEnum):
    READER_KILLED = "worker that reads killed"
    COMPARER_KILLED = "worker that compares killed"
    CHILD_KILLED = "one child of a worker or of the web server killed"
    WEB_KILLED = "web server killed"
    BEAT_KILLED = "beat killed"
    STOPPED = "a program asked to stop"
    QUEUE_KILLED = "Valkey killed"
    QUEUE_EMPTIED = "Valkey emptied"
    QUEUE_GONE = "Valkey gone for seconds, then empty"
    DATABASE_KILLED = "PostgreSQL killed"
    DATABASE_GONE = "PostgreSQL gone for seconds"
    OUTSIDE_DOWN = "mail server and webhook down"
    DISK_FULL = "disk for files full"
    CLOCK_AHEAD = "clock set an hour ahead"
    CLOCK_BACK = "clock set an hour back"


@dataclass(slots=True)
class Torturer:
    """`stopped_in_seconds` is how long programs took to end that were asked to."""

    house: House
    staff: Staff
    chance: random.Random
    done: Counter[Fault] = field(default_factory=Counter)
    stopped_in_seconds: list[float] = field(default_factory=list)
    not_refused: list[str] = field(default_factory=list)

    @property
    def kinds(self) -> list[Fault]:
        """Those that this machine permits."""
        return [fault for fault in Fault if self._can(fault)]

    def order(self, lots: random.Random) -> Iterator[Fault]:
        """All kinds, each time in another order, for ever."""
        while True:
            yield from lots.sample(self.kinds, len(self.kinds))

    def strike(self, fault: Fault) -> None:
        try:
            self._acts[fault]()
        except GaveUp as trouble:
            self.staff.ledger.note_trouble(f"{fault}: {trouble}")
        self.done[fault] += 1

    def relent(self) -> None:
        """Everything is as it should be again, but for what the faults left behind."""
        self.house.set_clock(timedelta())
        if self.house.disk:
            self.house.disk.empty()

    def _can(self, fault: Fault) -> bool:
        if fault == Fault.DISK_FULL:
            return self.house.disk is not None
        if fault in (Fault.CLOCK_AHEAD, Fault.CLOCK_BACK):
            return self.house.clock is not None
        return True

    @property
    def _acts(self) -> dict[Fault, Callable[[], None]]:
        house, programs = self.house, self.house.programs
        return {
            Fault.READER_KILLED: programs["reading"].kill,
            Fault.COMPARER_KILLED: programs["comparing"].kill,
            Fault.CHILD_KILLED: self._kill_child,
            Fault.WEB_KILLED: programs["web"].kill,
            Fault.BEAT_KILLED: programs["beat"].kill,
            Fault.STOPPED: self._stop,
            Fault.QUEUE_KILLED: house.queue.kill,
            Fault.QUEUE_EMPTIED: self._empty_queue,
            Fault.QUEUE_GONE: self._lose_queue,
            Fault.DATABASE_KILLED: house.database.kill,
            Fault.DATABASE_GONE: self._lose_database,
            Fault.OUTSIDE_DOWN: self._silence_outside,
            Fault.DISK_FULL: self._fill_disk,
            Fault.CLOCK_AHEAD: lambda: house.set_clock(min(house.ahead + HOUR, HOUR)),
            Fault.CLOCK_BACK: lambda: house.set_clock(max(house.ahead - HOUR, -HOUR)),
        }

    def _kill_child(self) -> None:
        name = self.chance.choice(["web", "reading", "comparing"])
        self.house.programs[name].kill_child(self.chance)

    def _stop(self) -> None:
        name = self.chance.choice(sorted(self.house.programs))
        self.stopped_in_seconds.append(self.house.programs[name].stop())

    def _empty_queue(self) -> None:
        from django.conf import settings

        Redis(unix_socket_path=settings.REDIS_SOCKET, socket_timeout=5).flushall()

    def _lose_queue(self) -> None:
        from django.conf import settings

        self.house.queue.keep_down()
        time.sleep(self.chance.uniform(*GONE_SECONDS))
        for kept in (Path(settings.VAR_DIR) / "valkey" / "appendonlydir").glob("*"):
            kept.unlink()
        self.house.queue.let_up()

    def _lose_database(self) -> None:
        self.house.database.keep_down()
        time.sleep(self.chance.uniform(*GONE_SECONDS))
        self.house.database.let_up()

    def _silence_outside(self) -> None:
        self.house.mail.stop()
        self.house.receiver.stop()
        time.sleep(self.chance.uniform(*DOWN_SECONDS))
        self.house.mail.start()
        self.house.receiver.start()

    def _fill_disk(self) -> None:
        """One file is refused and given up, another is refused and handed in again when there is room."""
        disk, number = self.house.disk, self.done[Fault.DISK_FULL]
        assert disk is not None
        self.staff.ledger.refused.append(self._refused_file(disk, f"given-up-{number}"))
        kept_on = self._refused_file(disk, f"kept-on-{number}")
        disk.empty()
        self.staff.desk_system_hands_in(kept_on, told(0).headline, told(0).own, large=True)

    def _refused_file(self, disk: SmallDisk, name: str) -> str:
        """Its slug line, of as many as it takes: somebody else's file may have been through just then and left room."""
        for slug in (f"{name}-{attempt}" for attempt in range(MOST_FILES)):
            disk.fill()
            answer = self._try_large_file(slug)
            if answer.status == HTTPStatus.INSUFFICIENT_STORAGE:
                return slug
            if answer.status == HTTPStatus.ACCEPTED:  # then it has to be there
                self.staff.ledger.hand_ins[answer.told["id"]] = slug
            else:
                self.not_refused.append(f"{slug}: {answer.status}")
        raise GaveUp(f"A full disk refused none of {MOST_FILES} files.")

    def _try_large_file(self, slug: str) -> Answer:
        """Again only while another part is away: that the disk is full is the answer waited for."""
        page = as_page(told(0).headline, told(0).own, padding_bytes=LARGE_BYTES)
        return self.staff.wire.hand_in_file(
            key=f"{slug}-own",
            file=(f"{slug}.html", page),
            expected=HTTPStatus.INSUFFICIENT_STORAGE,
            slug=slug,
            dated="2026-07-01",
        )

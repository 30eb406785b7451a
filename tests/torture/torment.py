"""One run: the newsroom at work undisturbed, then under faults, then left alone, and what it has to prove then."""

import random
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connections

from tests.torture.faults import Fault, Torturer
from tests.torture.forms import Form
from tests.torture.house import House
from tests.torture.ledger import Ledger
from tests.torture.lines import GaveUp
from tests.torture.proof import CALM, Held, proofs, settled
from tests.torture.settling import let_hours_pass, wait_for_clocks, wait_for_work
from tests.torture.staffing import staff_of
from tests.torture.texts import KINDS, poisoned, told
from tests.torture.work import Staff

BUSY_AT_ONCE = 12


@dataclass(frozen=True, slots=True)
class Report:
    """The newsroom under one seed."""

    seed: int
    torturer: Torturer
    held: list[Held]
    seconds: dict[str, float]

    @property
    def all_held(self) -> bool:
        return all(one.is_shown for one in self.held)

    @property
    def table(self) -> str:
        from tests.torture.table import written

        return written(self.torturer, self.held, self.seconds, self.seed)


def torment(house: House, form: Form, seed: int) -> Report:
    ledger, seconds = Ledger(), {}
    staff = staff_of(house, ledger)
    with _hands() as busy:
        began = time.monotonic()
        _wait(_stories(busy, staff, CALM, range(min(KINDS, form.stories))))
        seconds["undisturbed"], began = time.monotonic() - began, time.monotonic()
        _hand_in_poison(staff)
        lots, chance = random.Random(seed), random.Random(seed)  # noqa: S311 - what is drawn by lot is no secret
        torturer = Torturer(house, staff, chance)
        _torture(torturer, form, lots, _stories(busy, staff, "story", range(form.stories)))
    seconds["under faults"], began = time.monotonic() - began, time.monotonic()
    connections.close_all()
    hangs = wait_for_work()
    put_off = wait_for_clocks()
    seconds["until all was read"], began = time.monotonic() - began, time.monotonic()
    unsent = let_hours_pass(house)
    seconds["until the outbox was empty"] = time.monotonic() - began
    held = [*settled(hangs=hangs, put_off=put_off, unsent=unsent), *proofs(torturer)]
    return Report(seed, torturer, held, seconds)


@contextmanager
def _hands() -> Iterator[ThreadPoolExecutor]:
    """Who works at the same time; whoever breaks the run off waits for nobody who has not begun."""
    busy = ThreadPoolExecutor(BUSY_AT_ONCE)
    try:
        yield busy
    finally:
        busy.shutdown(cancel_futures=True)


def _stories(busy: ThreadPoolExecutor, staff: Staff, name: str, numbers: Iterable[int]) -> list[Future[None]]:
    return [busy.submit(_take_through, staff, number, f"{name}-{number}") for number in numbers]


def _take_through(staff: Staff, number: int, slug: str) -> None:
    try:
        staff.take_through(number, slug)
    except GaveUp as trouble:
        staff.ledger.note_trouble(f"{slug}: {trouble}")


def _wait(stories: Iterable[Future[None]]) -> None:
    for story in stories:
        story.result()


def _hand_in_poison(staff: Staff) -> None:
    """In a story of its own, beside a draft that is to be read all the same."""
    staff.wire_hands_in("poison", "Poison", poisoned(), key="poison")
    staff.wire_hands_in("poison", "No poison", told(1).own, key="no-poison")


def _torture(torturer: Torturer, form: Form, lots: random.Random, stories: list[Future[None]]) -> None:
    """Each kind of fault at least once, and on until all work is done or the time is over."""
    began, order = time.monotonic(), torturer.order(lots)

    def has_time() -> bool:
        return time.monotonic() - began < form.faults_for_seconds

    while len(torturer.done) < len(torturer.kinds) or (has_time() and not all(story.done() for story in stories)):
        time.sleep(lots.uniform(*form.pause_seconds))
        fault: Fault = next(order)
        print(f"{time.monotonic() - began:6.1f} s  {fault}", flush=True)  # noqa: T201 - a command's own words
        torturer.strike(fault)
    torturer.relent()
    if form.faults_for_seconds:  # and they are over: what has not begun never will
        torturer.staff.ledger.not_begun = sum(story.cancel() for story in stories)
    _wait(story for story in stories if not story.cancelled())

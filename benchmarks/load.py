"""A busy night: drafts come in without a pause while editors sit at their screens, and how long both have to wait.

First at the rate that is asked of one machine, for minutes on end; then for a minute each at other rates, up or down,
to where it ends.
"""

import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from random import Random

from psutil import Process

from articles.models import Desk, Role, StoryState, User
from benchmarks import extent
from benchmarks.editors import Editor, Newsdesk, Visit, cookies_of
from benchmarks.history import newsroom_of_patterns
from benchmarks.results import keep
from benchmarks.running import (
    own_processor_seconds,
    processor_seconds,
    servers,
    started,
    unfinished,
    wait_for_workers,
    wait_until_all_is_read,
    web_server,
)
from benchmarks.stopwatch import Times
from benchmarks.wire import WORDS, Way, Wire, ways_of
from newsroom.running import programs
from review.actions.connections import make_token
from review.models import TokenScope

ASKED_A_MINUTE = 60  # hand-ins
SUSTAINED_SECONDS, RUNG_SECONDS = 300, 60
LADDER_UP, LADDER_DOWN = (70, 80, 90, 100, 110, 120), (50, 40, 30, 20)
EDITORS = 20
MOST_SECONDS, MOST_PAGE_SECONDS = 8.0, 0.3  # of p95: from the hand-in to the findings, and of a page
LOOKS_EVERY_SECONDS = 2
DRAIN_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Night:
    """What one rate came to. `sizes` are [second, drafts and pairs unfinished], `spent` seconds of a processor,
    `refused` the statuses of what was not taken."""

    a_minute: float
    seconds: float
    sent: int
    ways: Sequence[Way]
    visits: Sequence[Visit]
    sizes: Sequence[tuple[int, int]]
    spent: dict[str, float]
    refused: Sequence[int] = ()

    @property
    def wait(self) -> Times:
        return Times(tuple(way.whole for way in self.ways))

    @property
    def errors(self) -> int:
        """Pages that did not come, and drafts that were not read to the end: those that were refused are among them."""
        return self.sent - len(self.ways) + sum(not visit.is_good for visit in self.visits)

    @property
    def pages(self) -> dict[str, Times]:
        by_page: dict[str, list[float]] = defaultdict(list)
        for visit in self.visits:
            by_page[visit.page].append(visit.seconds)
        return {page: Times(tuple(seconds)) for page, seconds in sorted(by_page.items()) if len(seconds) > 1}

    @property
    def is_borne(self) -> bool:
        """Whether nobody waited longer than they should."""
        slow = any(times.p95 > MOST_PAGE_SECONDS for times in self.pages.values())
        return self.wait.p95 <= MOST_SECONDS and not slow and not self.errors


def lines() -> Iterator[str]:
    """The long run in full, then a line for each rung."""
    desk = newsroom_of_patterns()
    with ExitStack() as at_work:
        web = at_work.enter_context(web_server())
        workers = at_work.enter_context(started(*programs.workers(), programs.clock()))
        wait_for_workers(len(programs.workers()))
        names = ["web", *(worker.name for worker in programs.workers()), "beat"]
        watched = dict(zip(names, [web, *workers], strict=True)) | servers()
        nights = _Nights(desk, watched)
        _warm_up(nights)
        sustained = nights.at(ASKED_A_MINUTE, extent.of(SUSTAINED_SECONDS, short=20))
        yield from _told(sustained)
        rungs = []
        for rung in _rungs(nights, sustained):
            yield from _faults(rung)
            rungs.append(rung)
    yield f"{'a minute':>10}{'held':>6}{'p95 s':>8}{'median':>8}{'slowest page p95, ms':>23}{'errors':>8}"
    for night in sorted([sustained, *rungs], key=lambda one: one.a_minute):
        slowest = max(times.p95 for times in night.pages.values()) * 1000
        yield f"{night.a_minute:>10g}{'yes' if night.is_borne else 'no':>6}{night.wait.p95:>8.1f}" + (
            f"{night.wait.median:>8.1f}{slowest:>23.0f}{night.errors:>8}"
        )
    keep("load", {"sustained": _row(sustained), "rungs": [_rung(night) for night in rungs]})


class _Nights:
    """One newsroom, and any number of nights in it."""

    def __init__(self, desk: Desk, watched: dict[str, Process]) -> None:
        self.watched = watched
        chief = User.objects.get(username="chief")
        scopes = [TokenScope.HAND_IN, TokenScope.DRAFTS]
        self.tokens = [make_token(by=chief, desk=desk, name=f"wire {n}", scopes=scopes)[1] for n in range(12)]
        people = [User.objects.create(username=f"editor{n}", email=f"editor{n}@bench.example") for n in range(EDITORS)]
        for place, person in enumerate(people):
            desk.memberships.create(user=person, role=(Role.EDITOR, Role.CHIEF)[place % 2])
        self.cookies = cookies_of(people)
        alive = desk.stories.filter(state=StoryState.NEEDS_WORK)  # nobody filed or approved what a bench says is so
        self.stories = list(alive.order_by("pk").values_list("pk", flat=True))

    def at(self, a_minute: float, seconds: float, *, series: str = "") -> Night:
        """Everybody works for so long; then the editors go home, and what is left is read.

        A series has slug lines of its own.
        """
        newsdesk, sizes = Newsdesk(self.stories[-20:]), [(0, 0)]
        wire = Wire(self.tokens.pop(), arrived=newsdesk.stories.append)
        before = self._spent()
        pace = {"a_minute": a_minute, "seconds": seconds, "series": series or f"at{a_minute}"}
        sending = threading.Thread(target=wire.send, kwargs=pace)
        editors = [Editor(cookie, Random(place), newsdesk) for place, cookie in enumerate(self.cookies)]  # noqa: S311
        desks = [
            threading.Thread(target=editor.work, kwargs={"starting_after_seconds": place * 3})
            for place, editor in enumerate(editors)
        ]
        for thread in (sending, *desks):
            thread.start()
        while sending.is_alive():
            sending.join(LOOKS_EVERY_SECONDS)
            sizes.append((sizes[-1][0] + LOOKS_EVERY_SECONDS, unfinished()))
        spent = {name: seconds - before[name] for name, seconds in self._spent().items()}
        newsdesk.closing.set()
        for thread in desks:
            thread.join()
        wait_until_all_is_read(timeout_seconds=DRAIN_SECONDS)
        sent = len(wire.taken) + len(wire.refused)
        return Night(a_minute, seconds, sent, ways_of(wire.taken), newsdesk.visits, sizes, spent, wire.refused)

    def _spent(self) -> dict[str, float]:
        of_programs = {name: processor_seconds(process) for name, process in self.watched.items()}
        return of_programs | {"the load itself": own_processor_seconds()}


def _warm_up(nights: _Nights) -> None:
    """The first draft of each worker loads its model of sentences, and the first visit of a page its templates."""
    nights.at(20, extent.of(30, short=15), series="warm-up")


def _rungs(nights: _Nights, sustained: Night) -> Iterator[Night]:
    """Upwards to the first rate that is too much, or downwards to the first that is not."""
    upwards = sustained.is_borne
    for a_minute in extent.of(LADDER_UP if upwards else LADDER_DOWN, short=(30,)):
        night = nights.at(a_minute, extent.of(RUNG_SECONDS, short=15))
        yield night
        if night.is_borne != upwards:
            return


def _told(night: Night) -> Iterator[str]:
    yield f"{night.a_minute:g} hand-ins of {WORDS} words a minute for {night.seconds:g} s, {EDITORS} editors polling"
    told = f"median {night.wait.median:.1f} s, p95 {night.wait.p95:.1f} s; at most {MOST_SECONDS:g} s"
    yield f"from hand-in to findings: {told}"
    yield f"errors: {night.errors}"
    yield from _faults(night)
    for name, times in _parts(night).items():
        yield f"{name:<40}{times.median:>8.2f}{times.p95:>8.2f}  s"
    yield f"{'page':<50}{'asked':>7}{'median':>8}{'p95':>8}   ms, at most {MOST_PAGE_SECONDS * 1000:g}"
    for page, times in night.pages.items():
        yield f"{page:<50}{len(times.seconds):>7}{times.median * 1000:>8.0f}{times.p95 * 1000:>8.0f}"
    for name, seconds in night.spent.items():
        yield f"{name:<40}{seconds / night.seconds:>8.2f} of a processor{seconds / night.sent:>8.2f} s a draft"


def _faults(night: Night) -> Iterator[str]:
    if night.errors:
        unread = night.sent - len(night.ways)
        yield f"at {night.a_minute:g} a minute, {unread} drafts were not read to the end; refused were {night.refused}"
    yield from (f"  {visit}" for visit in night.visits if not visit.is_good)


def _parts(night: Night) -> dict[str, Times]:
    names = dict.fromkeys(name for way in night.ways for name in way.parts)
    return {name: Times(tuple(way.parts[name] for way in night.ways if name in way.parts)) for name in names}


def _rung(night: Night) -> dict[str, object]:
    return {
        "a_minute": night.a_minute,
        "median": night.wait.median,
        "p95": night.wait.p95,
        "pages_p95": max(times.p95 for times in night.pages.values()),
        "errors": night.errors,
        "held": night.is_borne,
    }


def _row(night: Night) -> dict[str, object]:
    began = min(way.sent_at for way in night.ways)
    return _rung(night) | {
        "seconds": night.seconds,
        "sent": night.sent,
        "waits": [[round((way.sent_at - began).total_seconds(), 1), round(way.whole, 2)] for way in night.ways],
        "sizes": night.sizes,
        "parts": {name: [times.median, times.p95] for name, times in _parts(night).items()},
        "pages": {page: [len(times.seconds), times.median, times.p95] for page, times in night.pages.items()},
        "spent": night.spent,
    }

"""Taking times: the middle of several, and the slowest that people meet but one in twenty times."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from psutil import Process

Work = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Times:
    """In seconds; at least two."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def p95(self) -> float:
        return quantiles(self.seconds, n=20, method="inclusive")[-1] if len(self.seconds) > 1 else self.median


def timed(work: Work, *, rounds: int) -> Times:
    """Do it so often, one after the other."""
    return Times(tuple(_once(work, time.perf_counter) for _ in range(rounds)))


def computed(works: Sequence[Work], *, rounds: int) -> list[float]:
    """Seconds of the processor in each work's best round. They take turns, so that a busy machine favours none."""
    turns = [[_once(work, time.process_time) for work in works] for _ in range(rounds)]
    return [min(seconds) for seconds in zip(*turns, strict=True)]


def computed_together(work: Work, *, other: int | None) -> float:
    """Seconds of the processor, of this process and of another one by its number."""
    return _once(work, lambda: time.process_time() + (_seconds_of(other) if other else 0))


def _seconds_of(process: int) -> float:
    """What it had of the processor: in nanoseconds on Linux, elsewhere as finely as its clock ticks."""
    schedule = Path(f"/proc/{process}/schedstat")
    if schedule.exists():
        return int(schedule.read_text().split()[0]) / 1e9
    spent = Process(process).cpu_times()
    return float(spent.user + spent.system)


def _once(work: Work, clock: Clock) -> float:
    began = clock()
    work()
    return clock() - began

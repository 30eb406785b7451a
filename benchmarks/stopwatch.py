"""Taking times: the middle of several, and the slowest that people meet but one in twenty times."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Times:
    """In seconds; at least two."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def p95(self) -> float:
        return quantiles(self.seconds, n=20, method="inclusive")[-1]


def timed(work: Callable[[], object], *, rounds: int) -> Times:
    """Do it so often, one after the other."""
    return Times(tuple(_once(work) for _ in range(rounds)))


def _once(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began

"""What files made to hurt cost until each is refused."""

import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from resource import RUSAGE_CHILDREN, getrusage

from analysis.readers import Refused, read_under_limits
from tests.analysis.readers.hostile_files import HOSTILE

_KILOBYTE = 1024  # of which Linux counts memory


def lines() -> Iterator[str]:
    """A line a file, read as a worker reads it: in a child, whose processor and memory these are."""
    yield f"{'':<24}{'seconds':>9}{'processor':>11}{'memory':>10}   at most 2 s and 200 MB"
    for name, (make, _) in HOSTILE.items():
        # A process of its own has had no other child whose memory it could report.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            yield alone.submit(_cost, make(), name).result()


def _cost(content: bytes, filename: str) -> str:
    began = time.perf_counter()
    told = _refusal(content, filename)
    took = time.perf_counter() - began
    used = getrusage(RUSAGE_CHILDREN)
    memory = used.ru_maxrss * _KILOBYTE / 1_000_000
    return f"{filename:<24}{took:>9.2f}{used.ru_utime + used.ru_stime:>11.2f}{memory:>7.0f} MB   {told}"


def _refusal(content: bytes, filename: str) -> str:
    try:
        read_under_limits(content, filename)
    except Refused as refusal:
        return type(refusal).__name__
    return "READ"

"""Whether the benchmarks measure in full, or in little for whoever works on them."""

import os
from typing import TypeVar

SHORT_VARIABLE = "BACKREAD_BENCH_SHORT"

Extent = TypeVar("Extent")


def is_short() -> bool:
    return bool(os.environ.get(SHORT_VARIABLE))


def of(full: Extent, *, short: Extent) -> Extent:
    """How much of it today."""
    return short if is_short() else full

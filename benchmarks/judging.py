"""How many pairs of sentences the meaning model judges in a second."""

import os
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from analysis.meaning import THREADS_VARIABLE, judge
from benchmarks.newscopy import newscopy
from benchmarks.stopwatch import timed

WORDS = 2_000
THREADS = 2
ROUNDS = 3


def lines() -> Iterator[str]:
    """One: every sentence of a text with the next, both ways round, on two threads."""
    before = os.environ.get(THREADS_VARIABLE, "")
    os.environ[THREADS_VARIABLE] = str(THREADS)
    told = judge()
    os.environ[THREADS_VARIABLE] = before
    if told is None:
        yield "no meaning model is set"
        return
    pairs = list(pairwise(newscopy(WORDS).replace("\n", " ").split(". ")))
    told.ask(pairs[:1])
    seconds = timed(partial(told.ask, pairs), rounds=ROUNDS).median
    yield f"{len(pairs) / seconds:.0f} pairs of sentences a second on {THREADS} threads; at least 150"

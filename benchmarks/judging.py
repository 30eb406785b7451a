"""How many pairs of sentences the meaning model judges in a second."""

import os
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from analysis.meaning import THREADS_VARIABLE, judge
from benchmarks.newscopy import newscopy
from benchmarks.stopwatch import computed, timed

WORDS = 2_000
THREADS = 2
ROUNDS = 3


def lines() -> Iterator[str]:
    """Every sentence of a text with the next, both ways round, on two threads."""
    before = os.environ.get(THREADS_VARIABLE, "")
    os.environ[THREADS_VARIABLE] = str(THREADS)
    told = judge()
    os.environ[THREADS_VARIABLE] = before
    if told is None:
        yield "no meaning model is set"
        return
    pairs = list(pairwise(newscopy(WORDS).replace("\n", " ").split(". ")))
    told.ask(pairs[:1])
    judging = partial(told.ask, pairs)
    yield f"{len(pairs) / timed(judging, rounds=ROUNDS).median:.0f} pairs of sentences a second on {THREADS} threads"
    (of_one_core,) = computed([judging], rounds=ROUNDS)
    yield f"{THREADS * len(pairs) / of_one_core:.0f} by the time of the processor, if nothing else runs; at least 150"

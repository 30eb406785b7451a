"""Prints how long reading one draft and comparing two take, by their length."""

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from analysis.comparison import compare
from analysis.language import warm_up
from analysis.pipeline import annotate
from benchmarks.newscopy import newscopy, rewritten

WORDS = (1_000, 5_000, 20_000)
DATED = date(2026, 3, 2)
REWRITTEN = 0.2  # of the paragraphs, as from one edition to the next

Result = TypeVar("Result")


def main() -> None:
    timed("load the model", warm_up)
    for words in WORDS:
        text = newscopy(words)
        left = timed(f"read {words:,} words", partial(annotate, text, dated=DATED))
        right = annotate(rewritten(text, share=REWRITTEN), dated=DATED)
        timed(f"compare {words:,} words", partial(compare, left, right))


def timed(what: str, work: Callable[[], Result]) -> Result:
    """Do it, print how long it took, and return what came of it."""
    began = time.perf_counter()
    result = work()
    print(f"{what:<24}{time.perf_counter() - began:8.2f} s", flush=True)
    return result


if __name__ == "__main__":
    main()

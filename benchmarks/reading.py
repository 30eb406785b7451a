"""What reading a draft costs beside the bare spaCy pipeline, and how that grows with its length."""

import json
import os
import warnings
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage

import spacy

from analysis.language import DEFAULT_MODEL, MODEL_VARIABLE, warm_up
from analysis.pipeline import annotate
from benchmarks.newscopy import newscopy
from benchmarks.stopwatch import computed, timed

ARTICLES = 200
SHORTEST, LONGEST = 100, 500  # words of an article
LENGTHS = (1_000, 10_000, 100_000)  # words
DATED = date(2026, 3, 2)
ROUNDS = 2
SHARED = ("quote_docs.dev.jsonl", "newspairs_basil.dev.jsonl")  # of the measuring data, where BACKREAD_SHARED names it


def lines() -> Iterator[str]:
    """A line for each length, then the ratio for our own copy, and for newspapers' where there is some."""
    yield f"model loaded in {timed(warm_up, rounds=2).seconds[0]:.2f} s; seconds of the processor, best of {ROUNDS}"
    yield f"{'words':>8}{'annotate':>10}{'× shortest':>12}{'words/s':>9}{'peak memory':>14}   10 times as long: ≤ 12"
    yield from _growth()
    yield f"{'':<28}{'words':>9}{'bare spaCy':>12}{'annotate':>10}{'ratio':>8}   at most 1.35"
    yield _ratio(f"{ARTICLES} articles of ours", _own_articles())
    if shared := os.environ.get("BACKREAD_SHARED"):
        articles = _newspapers(Path(shared) / "eval" / "data")
        yield _ratio(f"{len(articles)} newspaper articles", articles)


def _ratio(name: str, articles: Sequence[str]) -> str:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        bare = spacy.load(os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL)
    took = [computed((partial(bare, text), partial(annotate, text, dated=DATED)), rounds=ROUNDS) for text in articles]
    spacys, ours = (sum(seconds) for seconds in zip(*took, strict=True))
    words = sum(len(text.split()) for text in articles)
    return f"{name:<28}{words:>9,}{spacys:>12.2f}{ours:>10.2f}{ours / spacys:>8.2f}"


def _growth() -> Iterator[str]:
    shortest = 0.0
    for words in LENGTHS:
        (took,) = computed([partial(annotate, newscopy(words), dated=DATED)], rounds=2 if words < LENGTHS[-1] else 1)
        shortest = shortest or took
        memory = getrusage(RUSAGE_SELF).ru_maxrss / 1024
        yield f"{words:>8,}{took:>10.2f}{took / shortest:>12.1f}{words / took:>9,.0f}{memory:>11,.0f} MB"


def _own_articles() -> list[str]:
    lengths = Random(3)  # noqa: S311 - nobody's secret
    return [newscopy(lengths.randrange(SHORTEST, LONGEST), seed=number) for number in range(ARTICLES)]


def _newspapers(folder: Path) -> list[str]:
    rows = (json.loads(line) for name in SHARED for line in (folder / name).read_text(encoding="utf-8").splitlines())
    return [article["text"] for row in rows for article in row.get("docs", [row])][:ARTICLES]

"""How long reading one draft and comparing two take, by their length, beside the words compared by difflib."""

from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import partial

from analysis.comparing.differences import word_differences
from analysis.comparison import compare
from analysis.language import warm_up
from analysis.pipeline import annotate
from benchmarks.newscopy import newscopy, rewritten
from benchmarks.stopwatch import timed

LENGTHS = (1_000, 5_000, 20_000)  # words
DATED = date(2026, 3, 2)
REWRITTEN = 0.2  # of the paragraphs, as from one edition to the next
ROUNDS = 2


def lines() -> Iterator[str]:
    """One for the model, then one for each length."""
    yield f"model loaded in {timed(warm_up, rounds=2).seconds[0]:.2f} s"
    yield f"{'words':>8}{'read':>10}{'compare':>10}{'word by word':>15}{'by difflib':>13}   seconds"
    yield from (_line(words) for words in LENGTHS)


def _line(words: int) -> str:
    text = newscopy(words)
    other = rewritten(text, share=REWRITTEN)
    left, right = annotate(text, dated=DATED), annotate(other, dated=DATED)
    works = (
        partial(annotate, text, dated=DATED),
        partial(compare, left, right),
        partial(word_differences, text, other),
        SequenceMatcher(None, text.split(), other.split(), autojunk=False).get_opcodes,
    )
    took = [timed(work, rounds=ROUNDS).median for work in works]
    return "{:>8,}{:>10.2f}{:>10.2f}{:>15.2f}{:>13.2f}".format(words, *took)

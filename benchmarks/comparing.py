"""How long comparing two read drafts takes: by words alone, with sentence vectors at hand, and with those to read."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from analysis.comparison import compare
from analysis.document import Document
from analysis.pipeline import annotate
from analysis.similarity import sentence_vectors, sentences_of, vectors_of
from benchmarks.newscopy import newscopy, rewritten
from benchmarks.stopwatch import timed

LENGTHS = (1_000, 20_000)  # words
DATED = date(2026, 3, 2)
REWRITTEN = 0.2  # of the paragraphs, as from one edition to the next
ROUNDS = 3


def lines() -> Iterator[str]:
    """One for the model, then two for each length: an edition and the next, and two writers."""
    yield f"model of sentences loaded in {timed(partial(sentence_vectors, ['Ready.']), rounds=2).seconds[0]:.2f} s"
    yield f"{'words':>8}{'by words':>12}{'vectors at hand':>18}{'vectors to read':>18}   seconds to compare"
    for words in LENGTHS:
        text = newscopy(words)
        left = annotate(text, dated=DATED)
        for name, other in (
            ("two editions", rewritten(text, share=REWRITTEN)),
            ("two writers", newscopy(words, seed=2)),
        ):
            yield f"{words:>8,}{_times(left, annotate(other, dated=DATED))}   {name}"


def _times(left: Document, right: Document) -> str:
    at_hand = vectors_of(left), vectors_of(right)
    by_words = timed(partial(compare, left, right), rounds=ROUNDS).median
    with_vectors = timed(partial(compare, left, right, vectors=at_hand), rounds=ROUNDS).median
    reading = timed(partial(_read, left, right), rounds=ROUNDS).median
    return f"{by_words:>12.3f}{with_vectors:>18.3f}{with_vectors + reading:>18.3f}"


def _read(left: Document, right: Document) -> None:
    """What each sentence of both means, read once, as `review` has it."""
    sentence_vectors(list(dict.fromkeys((*sentences_of(left), *sentences_of(right)))))

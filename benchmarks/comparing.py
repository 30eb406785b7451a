"""How long comparing two read drafts takes, with and without sentence vectors, beside mere differences of words."""

from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import partial

from diff_match_patch import diff_match_patch

from analysis.comparing.differences import word_differences
from analysis.comparing.nearness import Vectors
from analysis.comparison import compare
from analysis.pipeline import annotate
from analysis.similarity import pair_vectors, sentence_vectors
from benchmarks.newscopy import newscopy, rewritten
from benchmarks.stopwatch import computed, timed

SHORT, LONG = 1_000, 20_000  # words
DATED = date(2026, 3, 2)
REWRITTEN = 0.2  # of the paragraphs, as from one edition to the next
ROUNDS = {SHORT: 5, LONG: 1}


def lines() -> Iterator[str]:
    """One for each length, of an edition and the next and of two writers; then what tools for differences take."""
    yield f"model of sentences loaded in {timed(partial(sentence_vectors, ['Ready.']), rounds=2).seconds[0]:.2f} s"
    yield f"{'words':>8}{'by words':>10}{'vectors at hand':>17}{'vectors to read':>17}{'× short':>9}   ms; at most × 40"
    for name, both in (("two editions", _editions), ("two writers", _writers)):
        shortest = 0.0
        for words in (SHORT, LONG):
            took = _comparing(*both(words), rounds=ROUNDS[words])
            shortest = shortest or took[0]
            yield f"{words:>8,}{took[0]:>10,.0f}{took[1]:>17,.0f}{took[2]:>17,.0f}{took[0] / shortest:>9.1f}   {name}"
    yield f"{'words':>8}{'ours':>10}{'difflib':>17}{'diff-match-patch':>17}   ms, the differences of words alone"
    for words in (SHORT, LONG):
        ours, difflib, google = _differences(*_editions(words), rounds=ROUNDS[words])
        yield f"{words:>8,}{ours:>10,.0f}{difflib:>17,.0f}{google:>17,.0f}"


def _editions(words: int) -> tuple[str, str]:
    text = newscopy(words)
    return text, rewritten(text, share=REWRITTEN)


def _writers(words: int) -> tuple[str, str]:
    return newscopy(words), newscopy(words, seed=2)


def _comparing(text: str, other: str, *, rounds: int) -> tuple[float, float, float]:
    """Milliseconds by words alone, with sentence vectors at hand, and with those to be read first."""
    left, right = annotate(text, dated=DATED), annotate(other, dated=DATED)
    at_hand: list[tuple[Vectors, Vectors] | None] = []
    (reading,) = computed([lambda: at_hand.append(pair_vectors(left, right))], rounds=rounds)
    works = (partial(compare, left, right), partial(compare, left, right, vectors=at_hand[0]))
    by_words, with_vectors = computed(works, rounds=rounds)
    return by_words * 1000, with_vectors * 1000, (with_vectors + reading) * 1000


def _differences(text: str, other: str, *, rounds: int) -> list[float]:
    """Milliseconds of three tools; the last goes by letters, and after a second contents itself with less."""
    works = (
        partial(word_differences, text, other),
        partial(_by_difflib, text, other),
        partial(diff_match_patch().diff_main, text, other),
    )
    return [seconds * 1000 for seconds in computed(works, rounds=rounds)]


def _by_difflib(text: str, other: str) -> object:
    """A matcher of its own each time, since it keeps its answer."""
    return SequenceMatcher(None, text.split(), other.split(), autojunk=False).get_opcodes()

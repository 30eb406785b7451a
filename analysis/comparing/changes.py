"""What an editor's hand did to a passage: the words replaced, put in or struck out between two revisions of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.comparing.differences import Operation, Run, compared_runs, plain
from analysis.document import Document
from analysis.spans import Span

LONGEST_CHANGE = 8  # words: a longer one is a rewriting, and its words don't answer to one another
STILL_THE_SAME = 0.6  # share of the words that must have stayed
# One way to write what is written in several; a comparison of words should not see them.
ALIKE = {
    "n't": "not",
    "ca": "can",
    "wo": "will",
    "cannot": "can",
    "'m": "am",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "jan": "january",
    "feb": "february",
    "mar": "march",
    "apr": "april",
    "aug": "august",
    "sept": "september",
    "sep": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
    "%": "percent",
    "each": "both",
    "&": "and",
}
AMERICAN = (
    (re.compile(r"(?<=\w{2})is(e[ds]?|ing|ations?)$"), r"iz\1"),
    (re.compile(r"(?<=\w{2})our(?=s?$|ed$|ing$|able$)"), "or"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one draft and what stands for them in the other; `words_a` and `words_b` are ranges of tokens."""

    operation: Operation
    a: Span
    b: Span
    words_a: range
    words_b: range

    @classmethod
    def between(cls, a: Document, b: Document, operation: Operation, words_a: range, words_b: range) -> "Change":
        """The change with the places where its words stand."""
        return cls(operation, _span(a, words_a), _span(b, words_b), words_a, words_b)


def compared_words(
    a: Document, b: Document, words_a: Sequence[int], words_b: Sequence[int]
) -> Iterator[tuple[Operation, Run, Run]]:
    """What became of the words, each taken in one spelling; the runs count into the two rows of words."""
    return compared_runs(_words(a, words_a), _words(b, words_b))


def revised(a: Document, b: Document, words_a: range, words_b: range) -> tuple[Change, ...] | None:
    """The changes between two revisions of a passage; None where it was written anew."""
    left, right = _words(a, words_a), _words(b, words_b)
    runs = list(compared_runs(left, right))
    stayed = sum(run_a[1] - run_a[0] for operation, run_a, _ in runs if operation is Operation.SAME)
    if stayed < STILL_THE_SAME * max(len(left), len(right)):
        return None
    return tuple(
        Change.between(a, b, operation, _moved(words_a, run_a), _moved(words_b, run_b))
        for operation, run_a, run_b in runs
        if operation is not Operation.SAME and _in_words(left, run_a, right, run_b)
    )


def _words(document: Document, words: Sequence[int]) -> list[str]:
    tokens = (document.tokens[word] for word in words)
    return [_one_way(plain(document.text[token.start : token.end]).lower()) for token in tokens]


@lru_cache(maxsize=20_000)
def _one_way(word: str) -> str:
    for british, american in AMERICAN:
        word = british.sub(american, word)
    return ALIKE.get(word.rstrip("."), word)


def _in_words(left: list[str], run_a: Run, right: list[str], run_b: Run) -> bool:
    """Whether words changed, not marks alone, and few enough to answer to one another."""
    changed = left[slice(*run_a)], right[slice(*run_b)]
    return max(map(len, changed)) <= LONGEST_CHANGE and any(word[0].isalnum() for side in changed for word in side)


def _moved(words: range, run: Run) -> range:
    return range(words.start + run[0], words.start + run[1])


def _span(document: Document, words: range) -> Span:
    """Where the words stand; the empty place behind the word before, where there are none."""
    if words:
        return Span(document.tokens[words[0]].start, document.tokens[words[-1]].end)
    place = document.tokens[words.start - 1].end if words.start else 0
    return Span(place, place)

"""Two texts word by word: what stayed, went, came, or took another's place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from analysis.spans import Span

# A word keeps its inner marks ("1,200", "don't", "U.S"); every other mark stands alone.
WORD = re.compile(r"\w+(?:[.,’'&/-]\w+)*|[^\w\s]")
PLAIN_MARKS = str.maketrans("’‘“”–—", "''\"\"--")


class Operation(StrEnum):
    """What happened to the words on the way from left to right."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of words and its counterpart; the span of a side without words is empty, at the place where they lack."""

    operation: Operation
    left: Span
    right: Span


def word_differences(left: str, right: str) -> tuple[Difference, ...]:
    """The whole of both texts as runs of words, in order. The style of quote marks and dashes is no difference."""
    left_words, right_words = word_spans(left), word_spans(right)
    runs = compared_runs([plain(word.of(left)) for word in left_words], [plain(word.of(right)) for word in right_words])
    return tuple(
        Difference(operation, _span(left_words, *run_a), _span(right_words, *run_b)) for operation, run_a, run_b in runs
    )


def word_spans(text: str) -> list[Span]:
    """Where each word and mark of a text stands."""
    return [Span(*match.span()) for match in WORD.finditer(text)]


def plain(word: str) -> str:
    """The word with typewriter quote marks and hyphens."""
    return word.translate(PLAIN_MARKS)


Run = tuple[int, int]


def compared_runs(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[Operation, Run, Run]]:
    """Half-open ranges of two lists of words; a removal and an addition side by side are one change."""
    waiting: tuple[Run, Run] | None = None
    for step in Indel.opcodes(left, right):
        run_a, run_b = (step.src_start, step.src_end), (step.dest_start, step.dest_end)
        if step.tag != "equal":
            waiting = ((waiting[0][0], run_a[1]), (waiting[1][0], run_b[1])) if waiting else (run_a, run_b)
            continue
        if waiting:
            yield _operation(*waiting), *waiting
            waiting = None
        yield Operation.SAME, run_a, run_b
    if waiting:
        yield _operation(*waiting), *waiting


def _operation(left: Run, right: Run) -> Operation:
    if left[0] == left[1]:
        return Operation.ADDED
    return Operation.REMOVED if right[0] == right[1] else Operation.CHANGED


def _span(words: Sequence[Span], first: int, last: int) -> Span:
    if first < last:
        return Span(words[first].start, words[last - 1].end)
    place = words[first - 1].end if first else 0
    return Span(place, place)

"""One quotation as two drafts give it: the stretch that both carry, and the words in which they differ there."""

from collections.abc import Iterator, Sequence

from analysis.comparing.changes import Change, compared_words, revised
from analysis.comparing.differences import Operation, Run
from analysis.comparing.passages import Passage
from analysis.comparing.sides import Side

ANCHOR = 3  # words in a row that stayed: they hold a stretch in place
FARTHEST = 14  # words between two such runs: beyond, the drafts quote other sentences
SHORTEST = 7  # words that stayed in all, so that a stretch is one quotation and no common phrase
MOSTLY = 0.7  # share of a stretch's words that stayed

Step = tuple[Operation, Run, Run]


def reworded(a: Side, b: Side, one: Passage, other: Passage) -> Iterator[Change]:
    """What changed in a quoted passage, or in the stretch that both drafts quote."""
    changes = revised(a.document, b.document, one.words, other.words)
    if changes is None:
        yield from _in_stretches(a, b, one, other)
    for change in changes or ():
        at_start = change.words_a.start == one.words.start or change.words_b.start == other.words.start
        at_end = change.words_a.stop >= _last(a, one) or change.words_b.stop >= _last(b, other)
        if not (at_start or at_end) or _same_around(a, b, change, at_end=at_end):
            yield change


def _last(side: Side, passage: Passage) -> int:
    """Behind the last word of a passage that is no mark."""
    spoken = (word for word in reversed(passage.words) if side.parse.words[word][0].isalnum())
    return next(spoken, passage.words.start) + 1


def _same_around(a: Side, b: Side, change: Change, *, at_end: bool) -> bool:
    """Whether as many words came as went, and those beside them stayed: else a quotation only begins or ends there."""
    if len(change.words_a) != len(change.words_b):
        return False
    sides = (a, change.words_a), (b, change.words_b)
    before = [side.parse.lower[max(0, words.start - ANCHOR) : words.start] for side, words in sides]
    behind = [side.parse.lower[words.stop : words.stop + ANCHOR] for side, words in sides]
    return before[0] == before[1] if at_end else behind[0] == behind[1]


def _in_stretches(a: Side, b: Side, one: Passage, other: Passage) -> Iterator[Change]:
    words_a, words_b = _spoken(a, one), _spoken(b, other)
    for stretch in _stretches(list(compared_words(a.document, b.document, words_a, words_b))):
        if _is_one_quotation(stretch):
            for operation, run_a, run_b in stretch:
                if operation is not Operation.SAME:
                    places = _words(words_a, run_a), _words(words_b, run_b)
                    yield Change.between(a.document, b.document, operation, *places)


def _spoken(side: Side, passage: Passage) -> list[int]:
    """The words of a passage without its marks."""
    return [word for word in passage.words if any(map(str.isalnum, side.parse.words[word]))]


def _stretches(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """The steps from one run that stayed to another, with nothing long in between."""
    stretch: list[Step] = []
    waiting: list[Step] = []
    for step in steps:
        if step[0] is Operation.SAME and _length(step) >= ANCHOR:
            stretch = [*stretch, *waiting, step] if stretch else [step]
            waiting = []
        elif _length(step) > FARTHEST and step[0] is not Operation.SAME:
            yield from [stretch] if stretch else []
            stretch, waiting = [], []
        else:
            waiting.append(step)
    yield from [stretch] if stretch else []


def _is_one_quotation(stretch: Sequence[Step]) -> bool:
    """Whether nearly all of the words stayed."""
    stayed = sum(_length(step) for step in stretch if step[0] is Operation.SAME)
    (_, first_a, first_b), (_, last_a, last_b) = stretch[0], stretch[-1]
    longest = max(last_a[1] - first_a[0], last_b[1] - first_b[0])
    return stayed >= max(SHORTEST, MOSTLY * longest)


def _length(step: Step) -> int:
    _, run_a, run_b = step
    return max(run_a[1] - run_a[0], run_b[1] - run_b[0])


def _words(spoken: Sequence[int], run: Run) -> range:
    """The words of a run; the empty place before the next where it has none."""
    if run[0] == run[1]:
        place = spoken[run[0]] if run[0] < len(spoken) else spoken[-1] + 1
        return range(place, place)
    return range(spoken[run[0]], spoken[run[1] - 1] + 1)

"""What the meaning model is asked of pairs with known answers: the sentences in which no rule sees a conflict.

Reading them takes long and depends on no model: what was read of a set is kept, and reading goes on where it stopped.
Whoever changes the rules deletes what was kept.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from analysis.checks import pair_checks
from analysis.comparing.hearing import signs
from analysis.comparing.judging import by_rule
from analysis.comparing.pairs import Pair
from analysis.comparing.verdicts import Hearing, Judge, SentencePair, Sign, Verdict, Way
from analysis.meaning import Sense
from analysis.spans import Spanned
from training.meaning.known import Row, known_rows, laid_side_by_side
from training.meaning.places import WORK

UNKNOWN = Verdict(0.5, 0.25, 0.25, flag=False)
TELL_EVERY = 50  # rows


class Asked(msgspec.Struct, frozen=True):
    """Two sentences, their signs but for what a model says, and whether they contradict each other."""

    row: int
    way: Way
    sentences: SentencePair
    signs: dict[Sign, float]
    right: bool


def asked_in(name: str, *, most: int) -> list[Asked]:
    """All of a set, of so many of its rows at most, spread over the whole of it."""
    rows = known_rows(name, most=most)
    kept = WORK / f"asked-{name}-{len(rows)}.jsonl"
    kept.parent.mkdir(parents=True, exist_ok=True)
    read = len(kept.read_bytes().splitlines()) if kept.exists() else 0
    with kept.open("ab", buffering=0) as file:
        for place, (number, row) in enumerate(rows[read:], read + 1):
            file.write(msgspec.json.encode(list(_asked(number, row))) + b"\n")
            if place % TELL_EVERY == 0:
                sys.stderr.write(f"{name}: {place} of {len(rows)} rows read\n")
    return [asked for line in kept.read_bytes().splitlines() for asked in msgspec.json.decode(line, type=list[Asked])]


def _asked(number: int, row: Row) -> Iterator[Asked]:
    pair = laid_side_by_side(row, _knowing_nothing())
    decided = by_rule(pair, (finding for check in pair_checks() for finding in check.compare(pair)))
    for place in pair.verdicts:
        if place not in decided:
            told = signs(pair, place, UNKNOWN)
            yield Asked(number, pair.way(*place), pair.sentences(*place), told, _is_right(row, pair, place))


def _knowing_nothing() -> Judge:
    """Who is asked everything, and never heard."""

    def ask(pairs: Sequence[SentencePair]) -> list[Verdict]:
        return [UNKNOWN] * len(pairs)

    return Judge(ask, dict.fromkeys(Way, Hearing(float("inf"), {})))


def _is_right(row: Row, pair: Pair, place: tuple[int, int]) -> bool:
    """Whether an error was put into the sentences, or, where no place is known, whether the pair conflicts at all."""
    if "errors" not in row:
        return bool(row["label"] == Sense.CONTRADICTION)
    a, b = pair.a.document.sentences[place[0]], pair.b.document.sentences[place[1]]
    return any(_holds(a, error["a"]) and _holds(b, error["b"]) for error in row["errors"])


def _holds(sentence: Spanned, marked: Iterable[Sequence[int]]) -> bool:
    return any(sentence.start < last and first < sentence.end for first, last in marked)

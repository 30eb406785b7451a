"""Pairs made by rule out of plain sentences: some contradict, as many agree or tell something more."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence

from analysis.language import read
from analysis.meaning import Sense
from training.meaning import adding, agreeing, opposing
from training.meaning.names import names_of
from training.meaning.pairs import Origin, Pair
from training.meaning.told import Told
from training.meaning.wording import rewritten, synonym_swaps

Rule = Callable[[Told], Iterator[str]]
ALSO_REWORDED = 0.4  # of the pairs: a change often stands among harmless ones
MOST_WORDS = 4  # that are changed besides
KINDS: tuple[tuple[Origin, Sense, Sequence[Rule]], ...] = (
    (Origin.OPPOSED, Sense.CONTRADICTION, opposing.RULES),
    (Origin.SAME, Sense.CONSISTENT, agreeing.RULES),
    (Origin.ADDED, Sense.NEUTRAL, adding.RULES),
)


def invented_pairs(sentences: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    """All pairs of all rules; the sentences come each with its group."""
    readings = [(read(text), group) for text, group in sentences]
    names = names_of(reading for reading, _ in readings)
    for reading, group in readings:
        told = Told(reading, names, random.Random(reading.parse.text))
        for origin, label, rule in _rules():
            for other in rule(told):
                if other != told.text:
                    yield Pair(_reworded(told), other, label, origin, group, rule.__name__)


def _rules() -> Iterator[tuple[Origin, Sense, Rule]]:
    for origin, label, rules in KINDS:
        for rule in rules:
            yield origin, label, rule


def _reworded(told: Told) -> str:
    """The sentence itself, or with some words changed for others that mean the same."""
    swaps = list(synonym_swaps(told.reading))
    if not swaps or told.rng.random() > ALSO_REWORDED:
        return told.text
    told.rng.shuffle(swaps)
    return rewritten(told.text, swaps[: told.rng.randint(1, MOST_WORDS)])

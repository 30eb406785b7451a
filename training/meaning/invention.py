"""Pairs made by rule out of plain sentences: some contradict, as many agree or tell something more."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence

from analysis.language import Reading, read
from training.meaning import adding, agreeing, opposing
from training.meaning.names import Names, names_of
from training.meaning.pairs import Label, Origin, Pair
from training.meaning.wording import rewritten, synonym_swaps

Rule = Callable[[Reading, Names, random.Random], Iterator[str]]
ALSO_REWORDED = 0.4  # of the pairs: a change often stands among harmless ones
MOST_WORDS = 4  # that are changed besides
KINDS: tuple[tuple[Origin, Label, Sequence[Rule]], ...] = (
    (Origin.OPPOSED, Label.CONTRADICTION, opposing.RULES),
    (Origin.SAME, Label.CONSISTENT, agreeing.RULES),
    (Origin.ADDED, Label.NEUTRAL, adding.RULES),
)


def invented_pairs(sentences: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    """All pairs of all rules; the sentences come each with its group."""
    told = [(read(text), group) for text, group in sentences]
    names = names_of(reading for reading, _ in told)
    for reading, group in told:
        rng = random.Random(reading.parse.text)
        for origin, label, rules in KINDS:
            for rule in rules:
                for other in rule(reading, names, rng):
                    if other != reading.parse.text:
                        yield Pair(_reworded(reading, rng), other, label, origin, group, rule.__name__)


def _reworded(reading: Reading, rng: random.Random) -> str:
    """The sentence itself, or with some words changed for others that mean the same."""
    swaps = list(synonym_swaps(reading))
    if not swaps or rng.random() > ALSO_REWORDED:
        return reading.parse.text
    rng.shuffle(swaps)
    return rewritten(reading.parse.text, swaps[: rng.randint(1, MOST_WORDS)])

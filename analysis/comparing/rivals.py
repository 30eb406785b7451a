"""Facts that only one draft has against facts that only the other has: do they answer the same question?"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from analysis.comparing.pairs import Pair
from analysis.spans import Spanned

Fact = TypeVar("Fact", bound=Spanned)
RARE = 30  # facts: a word that stands near more of them than this tells nothing


def rivals(
    pair: Pair, a: Sequence[Fact], b: Sequence[Fact], comparable: Callable[[Fact, Fact], bool], *, least: int
) -> Iterator[tuple[Fact, Fact, int]]:
    """Pairs of comparable facts with the number of words that stand near both, at least `least`.

    Each fact is paired with its best rival only; in sentences that were matched, one word less will do.
    """
    shared = _shared(pair, a, b)
    scored = sorted(((count + _matched(pair, a[i], b[j]), i, j) for (i, j), count in shared.items()), reverse=True)
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for count, i, j in scored:
        if count >= least and i not in taken_a and j not in taken_b and comparable(a[i], b[j]):
            taken_a.add(i)
            taken_b.add(j)
            yield a[i], b[j], count


def _shared(pair: Pair, a: Sequence[Fact], b: Sequence[Fact]) -> Counter[tuple[int, int]]:
    """How many words stand near both, for every two facts that share one."""
    near: dict[str, list[int]] = defaultdict(list)
    for j, fact in enumerate(b):
        for word in pair.b.near(fact):
            near[word].append(j)
    shared: Counter[tuple[int, int]] = Counter()
    for i, fact in enumerate(a):
        for word in pair.a.near(fact):
            if len(near.get(word, ())) <= RARE:
                shared.update((i, j) for j in near.get(word, ()))
    return shared


def _matched(pair: Pair, one: Spanned, other: Spanned) -> bool:
    return (pair.a.sentence_of(one), pair.b.sentence_of(other)) in pair.matched

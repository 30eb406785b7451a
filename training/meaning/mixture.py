"""What the model sees in one round of training: a share of each origin, in an order that a seed settles."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from zlib import crc32

import msgspec

from analysis.meaning import Sense
from training.meaning.pairs import Origin, Pair
from training.meaning.sources import detached

ROUND = 12_000  # pairs
KEPT_BACK = 0.04  # of the groups, to check with
SHARES = {
    Origin.REVISION: 0.12,
    Origin.EVIDENCE: 0.24,
    Origin.EDIT: 0.20,
    Origin.CLAIM: 0.05,
    Origin.TOPICAL: 0.04,
    Origin.SAME: 0.15,
    Origin.ADDED: 0.05,
    Origin.OPPOSED: 0.15,
}
Shelves = dict[tuple[Sense, str], list[Pair]]
AS_PRINTED = 0.5  # of the pairs: the rest keep the blanks that a tokenizer left
AMONG_OTHERS, TELLS_MORE = 0.1, 0.1  # of the pairs: a further sentence stands in both texts, or in one
MOST_WORDS = 70  # of both sentences, where one more is put to them


def kept_back(pairs: Iterable[Pair], *, check: bool) -> list[Pair]:
    """The pairs of the groups kept back to check with, or all the others."""
    return [pair for pair in pairs if (_spot(pair.group) < KEPT_BACK) == check]


def round_of(pairs: Iterable[Pair], number: int) -> list[Pair]:
    """The pairs of one round, which goes on where the one before stopped."""
    shelves: dict[Origin, Shelves] = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        shelves[pair.origin][pair.label, pair.rule].append(pair)
    rng = random.Random(number)
    chosen = [
        pair
        for origin, share in SHARES.items()
        for shelf, wanted in _wanted(shelves[origin], origin, share * ROUND)
        for pair in _next(shelf, wanted, number)
    ]
    rng.shuffle(chosen)
    return [_as_told(pair, beside.a, rng) for pair, beside in zip(chosen, chosen[1:] + chosen[:1], strict=True)]


def _wanted(shelves: Shelves, origin: Origin, total: float) -> Iterator[tuple[list[Pair], int]]:
    """How many pairs of each shelf: real ones as they come, of clashing edits and rare rules more than their part."""
    powers = {Origin.EDIT: 0.5, Origin.SAME: 0.5, Origin.ADDED: 0.5, Origin.OPPOSED: 0.5}
    weights = {key: len(shelf) ** powers.get(origin, 1.0) for key, shelf in sorted(shelves.items())}
    for key, weight in weights.items():
        yield shelves[key], round(total * weight / sum(weights.values()))


def _next(shelf: list[Pair], wanted: int, number: int) -> list[Pair]:
    """The next pairs of a shelf that was shuffled once; it begins anew when it is used up."""
    order = sorted(shelf, key=lambda pair: crc32(f"{pair.a}|{pair.b}".encode()))
    return [order[(number * wanted + place) % len(order)] for place in range(wanted)]


def _as_told(pair: Pair, beside: str, rng: random.Random) -> Pair:
    """The pair in either order, with or without the blanks of a tokenizer; sometimes `beside` is put to it."""
    a, b = (pair.a, pair.b) if rng.random() < 0.5 else (pair.b, pair.a)
    label, chance = pair.label, rng.random()
    if len(f"{a} {b} {beside}".split()) <= MOST_WORDS and chance < AMONG_OTHERS + TELLS_MORE:
        first = rng.random() < 0.5
        b = f"{beside} {b}" if first else f"{b} {beside}"
        if chance < AMONG_OTHERS:
            a = f"{beside} {a}" if first else f"{a} {beside}"
        elif label is Sense.CONSISTENT:
            label = Sense.NEUTRAL
        a, b = (a, b) if rng.random() < 0.5 else (b, a)
    if rng.random() < AS_PRINTED:
        a, b = detached(a), detached(b)
    return msgspec.structs.replace(pair, a=a, b=b, label=label)


def _spot(group: str) -> float:
    return crc32(group.encode()) / 2**32

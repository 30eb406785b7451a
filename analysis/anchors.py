"""The same passage in a later draft: known by its words and by what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from analysis.fingerprints import plain_words

ALIKE = 75.0  # of 100: a word or two beside the passage may have changed
FEWEST = 8  # characters: less than that tells nothing of a place
MARGIN = 5.0  # of 100, over the runner-up: of two places so alike, nobody knows which one is meant


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a draft with those before and behind them in their paragraph."""

    exact: str
    before: str
    behind: str


def anchored(*, exact: str, prefix: str, suffix: str) -> Anchor:
    """The anchor of a passage: marks, capitals and blanks don't count, nor what other paragraphs say."""
    return Anchor(plain_words(exact), plain_words(prefix.rpartition("\n")[2]), plain_words(suffix.partition("\n")[0]))


def closest(anchor: Anchor, others: Sequence[Anchor]) -> int | None:
    """Which of the others, by index, stands in the same surroundings; None where none does, or where two do as well."""
    if others.count(anchor) == 1:
        return others.index(anchor)
    ranked = sorted(((_likeness(anchor, other), -index) for index, other in enumerate(others)), reverse=True)
    near = [(likeness, -index) for likeness, index in ranked if in_one_place(anchor, others[-index])]
    if not near or (len(near) > 1 and near[0][0] - near[1][0] < MARGIN):
        return None
    return near[0][1]


def in_one_place(one: Anchor, other: Anchor) -> bool:
    """Whether two passages stand in the same surroundings, on one side at least, whatever they say themselves."""
    if one == other:
        return True
    return any(min(map(len, texts)) >= FEWEST and fuzz.ratio(*texts) >= ALIKE for texts in _sides(one, other))


def _likeness(one: Anchor, other: Anchor) -> float:
    """0 to 100, by what stands on both sides and by the words themselves."""
    texts = (*_sides(one, other), (one.exact, other.exact))
    return sum(fuzz.ratio(*each) for each in texts) / len(texts)


def _sides(one: Anchor, other: Anchor) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one.before, other.before), (one.behind, other.behind)


def same_surroundings(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether what stands before two passages is alike, or what stands behind them; other paragraphs count as well."""
    sides = [(plain_words(here), plain_words(there)) for here, there in zip(one, other, strict=True)]
    return any(min(map(len, texts)) >= FEWEST and fuzz.ratio(*texts) >= ALIKE for texts in sides)

"""The same passage in a later draft: known by its words and by what stands around them."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from analysis.fingerprints import plain_words

ALIKE = 75.0  # of 100: a word or two beside the passage may have changed
FEWEST = 8  # characters: less than that tells nothing of a place


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a draft with those before and behind them in their paragraph."""

    exact: str
    before: str
    behind: str


def anchored(*, exact: str, prefix: str, suffix: str) -> Anchor:
    """The anchor of a passage: marks, capitals and blanks don't count, nor what other paragraphs say."""
    return Anchor(plain_words(exact), plain_words(prefix.rpartition("\n")[2]), plain_words(suffix.partition("\n")[0]))


def in_one_place(one: Anchor, other: Anchor) -> bool:
    """Whether two passages stand in the same surroundings, on one side at least, whatever they say themselves."""
    if one == other:
        return True
    sides = ((one.before, other.before), (one.behind, other.behind))
    return any(min(map(len, texts)) >= FEWEST and fuzz.ratio(*texts) >= ALIKE for texts in sides)

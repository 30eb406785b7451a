"""The same passage in a later draft: known by its words and by what stands around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from analysis.fingerprints import plain_words
from analysis.spans import Span, paragraphs, trimmed

ALIKE = 75.0  # of 100: a word or two beside the passage may have changed
FEWEST = 8  # characters: less than that tells nothing of a place
MARGIN = 5.0  # of 100, over the runner-up: of two places so alike, nobody knows which one is meant


FLOOR = 75.0  # of 100, words and surroundings taken together: below it the passage is not there any more …
AHEAD = 10.0  # … nor where a second place comes as near as this
PLAIN = 40  # characters that nobody writes twice by chance


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


def found_again(text: str, *, exact: str, prefix: str, suffix: str) -> Span | None:
    """Where a passage of an earlier draft stands in this one; None where it is gone, or where two places could be it.

    The same words count first, then words nearly the same, each weighed with what stands around them.
    """
    same = [Span(at.start(), at.end()) for at in re.finditer(re.escape(exact), text)]
    if len(same) == 1 and len(exact) >= PLAIN:
        return same[0]
    places = same or list(_nearly_the_same(text, exact))
    weighed = sorted(((_weight(text, place, exact, prefix, suffix), place) for place in places), reverse=True)
    if not weighed or weighed[0][0] < FLOOR:
        return None
    if len(weighed) > 1 and weighed[0][0] - weighed[1][0] < AHEAD:
        return None
    return weighed[0][1]


def _nearly_the_same(text: str, exact: str) -> Iterator[Span]:
    """At most one place a paragraph, widened to whole words."""
    for paragraph in paragraphs(text):
        found = fuzz.partial_ratio_alignment(exact, paragraph.of(text), score_cutoff=ALIKE)
        if found and len(exact) <= paragraph.end - paragraph.start + FEWEST:
            start, end = paragraph.start + found.dest_start, paragraph.start + found.dest_end
            while start > paragraph.start and text[start - 1].isalnum() and text[start].isalnum():
                start -= 1
            while end < paragraph.end and text[end].isalnum() and text[end - 1].isalnum():
                end += 1
            if start < end:
                yield trimmed(text, start, end)


def _weight(text: str, place: Span, exact: str, prefix: str, suffix: str) -> float:
    """0 to 100: half of it the words, half their surroundings."""
    before = text[max(0, place.start - len(prefix)) : place.start]
    behind = text[place.end : place.end + len(suffix)]
    return fuzz.ratio(exact, place.of(text)) / 2 + (fuzz.ratio(prefix, before) + fuzz.ratio(suffix, behind)) / 4

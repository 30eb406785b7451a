"""The names and numbers of all sentences, to put one in another's place."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.language import ModelName, Reading
from training.meaning.wording import Swap

SWAPPED = ("PERSON", "GPE", "ORG", "NORP", "EVENT", "WORK_OF_ART")
FIGURES = ("CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL")
POSSESSIVES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Names:
    """For each label and number of words, the names that stand somewhere in the sentences."""

    shelves: dict[tuple[str, int], list[str]]

    def another(self, name: str, label: str, rng: random.Random) -> str | None:
        """A name of the same kind and length that shares no word with this one."""
        others = self.shelves.get((label, len(name.split())), [])
        words = set(name.lower().split())
        tried = (rng.choice(others) for _ in range(5) if others)
        return next((other for other in tried if not words & set(other.lower().split())), None)


def names_of(readings: Iterable[Reading]) -> Names:
    shelves: dict[tuple[str, int], set[str]] = defaultdict(set)
    for reading in readings:
        for _, label, name in labelled(reading):
            shelves[label, len(name.split())].add(name)
    return Names({key: sorted(names) for key, names in sorted(shelves.items())})


def labelled(reading: Reading) -> Iterator[tuple[ModelName, str, str]]:
    """The names of people, places and bodies without "the" before and a possessive 's behind."""
    for name in reading.names:
        trimmed = _trimmed(reading, name)
        words = reading.parse.span(trimmed.first, trimmed.last).of(reading.parse.text)
        if name.label in SWAPPED and words[:1].isupper() and len(words) > 2:
            yield trimmed, name.label, words


def name_swaps(reading: Reading, names: Names, rng: random.Random) -> Iterator[Swap]:
    """Each name once, with another of its kind; of a person's full name sometimes one part only."""
    for place, label, words in labelled(reading):
        other = names.another(words, label, rng)
        if other is None:
            continue
        if label == "PERSON" and " " in words and rng.random() < 0.4:
            part = rng.choice((0, -1))
            parts = words.split()
            parts[part] = other.split()[part]
            other = " ".join(parts)
        span = reading.parse.span(place.first, place.last)
        yield Swap(span.start, span.end, other)


def _trimmed(reading: Reading, name: ModelName) -> ModelName:
    first, last = name.first, name.last
    lower = reading.parse.lower
    if last - first > 1 and lower[first] == "the":
        first += 1
    if last - first > 1 and lower[last - 1] in POSSESSIVES:
        last -= 1
    return ModelName(first, last, name.label)

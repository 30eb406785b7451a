"""Which person, body or place of one draft is the same as one of the other."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from analysis.document import Entity, Label
from analysis.lexicon.sameness import place_key, same_first_name

ACRONYM = 2  # letters an acronym has at least
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to"})
SHORTEST = 5  # letters of a name that can be misspelt
NEAR = 2  # letters that may differ between two spellings
SUFFIXES = frozenset("jr jr. jnr jnr. sr sr. snr snr. ii iii iv".split())


def counterparts(a: Sequence[Entity], b: Sequence[Entity]) -> dict[int, int]:
    """For each entity of `a` the index of its namesake in `b`; what has none is left out."""
    known: dict[str, list[int]] = {}
    for index, entity in enumerate(b):
        for key in _keys(entity):
            known.setdefault(key, []).append(index)
    found = {}
    for index, entity in enumerate(a):
        namesakes = (other for key in _keys(entity) for other in known.get(key, ()) if same_name(entity, b[other]))
        if (namesake := next(namesakes, None)) is not None:
            found[index] = namesake
    return found


def same_name(one: Entity, other: Entity) -> bool:
    """Whether two entities that share a key can be one; two people of a surname need like first names."""
    if Label.PERSON not in (one.label, other.label):
        return True
    first, second = name_words(one.name), name_words(other.name)
    return len(first) < 2 or len(second) < 2 or same_first_name(first[0], second[0])


def name_words(name: str) -> list[str]:
    """The words of a name without "Jr." and the like."""
    words = name.split()
    return words[:-1] if len(words) > 1 and words[-1].lower() in SUFFIXES else words


def two_spellings(one: str, other: str) -> bool:
    """Whether two names are one, spelt in two ways: a single word differs, by a letter or two."""
    first, second = ([word.lower() for word in name_words(name)] for name in (one, other))
    apart = [words for words in zip(first, second, strict=False) if words[0] != words[1]]
    return len(first) == len(second) and len(apart) == 1 and misspelt(*apart[0])


def misspelt(one: str, other: str) -> bool:
    """Whether one word is nearly the other; short names are near one another by chance."""
    return min(len(one), len(other)) >= SHORTEST and 0 < DamerauLevenshtein.distance(one, other) <= NEAR


def surname(name: str) -> str:
    return name_words(name)[-1].lower() if name else ""


def initials(name: str) -> str:
    """The letters a body's long name is shortened to; empty for a single word."""
    words = [word for word in name.split() if word.lower() not in SMALL_WORDS]
    return "".join(word[0] for word in words).lower() if len(words) > 1 else ""


def _keys(entity: Entity) -> Iterator[str]:
    """The names under which an entity is looked up, surest first."""
    for name in (entity.name, *entity.aliases):
        yield place_key(name)
        if entity.label is Label.PERSON:
            yield surname(name)
        elif len(short := initials(name)) >= ACRONYM:
            yield short
        yield name.lower().replace(".", "")

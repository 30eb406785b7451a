"""One person or body goes by two names.

Catches a name exchanged in a revised sentence, and, in whatever is written apart, two first names for one surname
and two spellings of one name, where both drafts tell the same of the bearer.
Ignores nicknames, initials, titles, "Jr.", and two people of one family whom a draft names both.
"""

from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from analysis.counterparts import name_words, surname
from analysis.disagreements import disagreement
from analysis.document import Entity, Form, Label, Mention
from analysis.findings import Finding, Kind
from analysis.pairs import Pair
from analysis.sameness import place_key, same_first_name
from analysis.sides import Side

WHY = "Both drafts tell the same of this person or body, under two names."
NAMED = frozenset({Label.PERSON, Label.ORG, Label.PRODUCT, Label.WORK_OF_ART, Label.EVENT, Label.LAW})
SHORTEST = 5  # letters: shorter names are near one another by chance
NEAR = 2  # letters that may differ between two spellings
SHARED_CONTEXT = 2  # words that must stand around both


def compare(pair: Pair) -> Iterator[Finding]:
    yield from _exchanged(pair)
    people_a, people_b = _people(pair.a), _people(pair.b)
    for index, one in people_a:
        for other_index, other in people_b:
            if index not in pair.counterparts and _one_person(one, other) and not _both_known(pair, one, other):
                yield from _renamed(pair, index, other_index)


def _exchanged(pair: Pair) -> Iterator[Finding]:
    """Names that took each other's place in a revised sentence."""
    for change in pair.changes:
        left, right = _names_at(pair.a, change.a), _names_at(pair.b, change.b)
        if len(left) == len(right) == 1 and _other_name(pair, left[0], right[0]):
            yield _finding(pair, left, right, 0.85)


def _names_at(side: Side, span: object) -> list[Mention]:
    found = side.mentions_at(span)  # type: ignore[arg-type]
    return [mention for mention in found if mention.form is Form.NAME and mention.label in NAMED]


def _other_name(pair: Pair, one: Mention, other: Mention) -> bool:
    if one.label is not other.label or pair.counterparts.get(one.entity) == other.entity:
        return False
    said_a, said_b = _bare(pair.a.words(one)), _bare(pair.b.words(other))
    return said_a not in said_b and said_b not in said_a and not _shortened(pair, one, other)


def _bare(name: str) -> str:
    """The name's letters and digits in one word: "SCO Linux" and "SCOLinux" come out the same."""
    return "".join(letter for letter in place_key(name) if letter.isalnum())


def _shortened(pair: Pair, one: Mention, other: Mention) -> bool:
    """Whether the one is the other with words left out."""
    words = sorted(({*pair.a.words(one).lower().split()}, {*pair.b.words(other).lower().split()}), key=len)
    return words[0] <= words[1]


def _people(side: Side) -> list[tuple[int, Entity]]:
    entities = enumerate(side.document.entities)
    return [(index, entity) for index, entity in entities if entity.label is Label.PERSON and " " in entity.name]


def _one_person(one: Entity, other: Entity) -> bool:
    """Two full names that share one half and differ in the other."""
    first, second = name_words(one.name), name_words(other.name)
    if len(first) < 2 or len(second) < 2:
        return False
    if first[-1].lower() == second[-1].lower():
        return not same_first_name(first[0], second[0])
    return same_first_name(first[0], second[0]) and _misspelt(first[-1].lower(), second[-1].lower())


def _misspelt(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= SHORTEST and DamerauLevenshtein.distance(one, other) <= NEAR


def _both_known(pair: Pair, one: Entity, other: Entity) -> bool:
    """Whether a draft has both names: then they are two people."""
    names_a = {known.name for _, known in _people(pair.a)}
    names_b = {known.name for _, known in _people(pair.b)}
    return one.name in names_b or other.name in names_a


def _renamed(pair: Pair, index: int, other: int) -> Iterator[Finding]:
    full_a = [name for name in pair.a.names[index] if " " in pair.a.words(name)]
    full_b = [name for name in pair.b.names[other] if " " in pair.b.words(name)]
    if full_a and full_b and _same_context(pair, full_a, full_b):
        yield _finding(pair, full_a, full_b, 0.7)


def _same_context(pair: Pair, a: list[Mention], b: list[Mention]) -> bool:
    around_a = frozenset().union(*(pair.a.near(mention) for mention in a))
    around_b = frozenset().union(*(pair.b.near(mention) for mention in b))
    return len(around_a & around_b) >= SHARED_CONTEXT


def _finding(pair: Pair, a: list[Mention], b: list[Mention], confidence: float) -> Finding:
    said_a, said_b = pair.a.words(a[0]), pair.b.words(b[0])
    shared = {*said_a.lower().split()} & {*said_b.lower().split()}
    return disagreement(
        pair,
        Kind.NAME,
        a,
        b,
        subject=" ".join(sorted(shared)) or surname(min(said_a, said_b)),
        message=f"One draft names “{said_a}” where the other has “{said_b}”.",
        why=WHY,
        confidence=confidence,
    )

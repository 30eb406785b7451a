"""Names of which each stands in one draft only, in sentences that tell much the same of their bearers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.comparing.counterparts import name_words
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.document import Label, Mention

SHARED = 3  # words of both sentences, the names aside
LONG = 4  # words of a body's name: of so many, one that differs is a slip
# Words that tell bodies of one name apart.
DISTINCT = frozenset(
    "house senate north south east west upper lower national state federal county city first second republican "
    "democratic labour conservative liberal".split()
)


def namesakes(pair: Pair, here: Sequence[Mention], there: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Two people of one surname, borne by nobody else; two bodies of a long name in which one word differs."""
    families = _by_surname(pair.b, there)
    for surname, bearers in _by_surname(pair.a, here).items():
        others = families.get(surname, [])
        if _is_one(pair.a, bearers) and _is_one(pair.b, others):
            yield from _nearest(pair, bearers, others)
    long_here, long_there = _long_names(pair.a, here), _long_names(pair.b, there)
    for one in long_here:
        alike = [other for other in long_there if _differ_by_a_word(pair, one, other)]
        matched = [other for other in alike if (pair.a.sentence_of(one), pair.b.sentence_of(other)) in pair.matched]
        yield from _nearest(pair, [one], matched)


def _by_surname(side: Side, names: Sequence[Mention]) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for name in names:
        if name.label is Label.PERSON:
            found[name_words(side.words(name))[-1].lower()].append(name)
    return found


def _is_one(side: Side, names: Sequence[Mention]) -> bool:
    """Whether all are one person's, of whom the draft has no relative under that surname."""
    if not names:
        return False
    surname = name_words(side.words(names[0]))[-1].lower()
    people = (entity for entity in side.document.entities if entity.label is Label.PERSON and " " in entity.name)
    return sum(name_words(entity.name)[-1].lower() == surname for entity in people) == 1


def _long_names(side: Side, names: Sequence[Mention]) -> list[Mention]:
    return [name for name in names if name.label is not Label.PERSON and len(side.words(name).split()) >= LONG]


def _differ_by_a_word(pair: Pair, one: Mention, other: Mention) -> bool:
    first, second = pair.a.words(one).lower().split(), pair.b.words(other).lower().split()
    return len(first) == len(second) and sum(map(str.__ne__, first, second)) == 1


def _nearest(pair: Pair, here: Sequence[Mention], there: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The two places whose sentences share most, where they share enough."""
    scored = [(_shared(pair, one, other), -one.start, -other.start, one, other) for one in here for other in there]
    best = max(scored, key=lambda found: found[:3], default=None)
    if best is not None and best[0] >= SHARED:
        yield best[3], best[4]


def _shared(pair: Pair, one: Mention, other: Mention) -> int:
    names = {*pair.a.words(one).lower().split(), *pair.b.words(other).lower().split()}
    sentences = pair.a.sentence_contents[pair.a.sentence_of(one)], pair.b.sentence_contents[pair.b.sentence_of(other)]
    return len(sentences[0] & sentences[1] - names)

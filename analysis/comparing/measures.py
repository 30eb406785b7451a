"""Whether two figures, found near the same words, measure one thing: the same sum, the same people, the same share."""

from itertools import takewhile

from analysis.comparing.alignment import EMPTY
from analysis.comparing.figures import value_of
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.document import Quantity, QuantityKind
from analysis.lexicon.counted import ANYBODY
from analysis.parse import Parse

WHOLE = 100.0  # per cent
SEVERAL = 2  # figures of a sentence
ENOUGH = 2  # words that stand near both figures
REACH = 9  # words behind a sum that say what it is for
PLENTY = 1_000  # so many of one thing are seldom counted twice in a story
VAGUE_VERBS = frozenset("be have do say become include make get go take".split())
MONEYED = frozenset("fund money spend budget dollar total".split())  # said of every sum
COUNTED_OFTEN = ANYBODY | frozenset("year vote member state nation country time day week month word job dollar".split())
ENDS = {"from", "to"}
ELSEWHERE = frozenset({"from", "over", "by", "at", "to", "because"})
FOR_WHAT = frozenset({"in", "for"})


def measures_the_same(pair: Pair, one: Quantity, other: Quantity, shared: int) -> bool:
    """Whether two rivals answer one question; `shared` is how many words stand near both."""
    if _is_the_rest(one, other) or _of_other_times(pair, one, other) or _of_other_kinds(pair, one, other):
        return False
    if {_end(pair.a, one), _end(pair.b, other)} == ENDS:
        return False
    for_what = _purpose(pair.a, one), _purpose(pair.b, other)
    if all(for_what) and not for_what[0] & for_what[1]:
        return False
    if for_what[0] & for_what[1] - MONEYED or (shared and _counts_plenty(one, other)):
        return True
    if shared < ENOUGH:
        return False
    if (pair.a.sentence_of(one), pair.b.sentence_of(other)) in pair.matched or _one_verb(one, other):
        return True
    return shared > ENOUGH and _noun(one) == _noun(other) is not None


def _is_the_rest(one: Quantity, other: Quantity) -> bool:
    """Whether two shares make up the whole: those who pay, and those who don't."""
    shares = one.kind is other.kind is QuantityKind.PERCENT
    return shares and isinstance(one.low, float) and isinstance(other.low, float) and one.low + other.low == WHOLE


def _of_other_times(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether the sentences have several figures each and none in common: they tell of different days or years."""
    here, there = values_around(pair.a, one), values_around(pair.b, other)
    return min(len(here), len(there)) >= SEVERAL and not here & there


def values_around(side: Side, figure: Quantity) -> set[tuple[str, object, object]]:
    """What the figures of a figure's sentence stand for, itself included."""
    return {value_of(found) for found in side.quantities[side.sentence_of(figure)]}


def _of_other_kinds(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether the nouns are told apart by words of their own: Scottish ferries, island ferries."""
    here, there = _qualities(pair.a, one), _qualities(pair.b, other)
    return bool(here and there) and here != there


def _end(side: Side, figure: Quantity) -> str:
    """The word before a figure: of a change, "from" stands before the old value and "to" before the new."""
    before = side.parse.range_of(figure)[0] - 1
    return side.parse.lower[before] if before >= 0 else ""


def _qualities(side: Side, figure: Quantity) -> frozenset[str]:
    """The words between a figure and the noun that it counts."""
    first, last = side.parse.range_of(figure)
    noun = side.parse.tokens[side.parse.head_of(first, last)].head
    if figure.kind is not QuantityKind.COUNT or not last < noun <= last + REACH:
        return frozenset()
    between = (side.parse.tokens[word] for word in range(last, noun))
    return frozenset(token.lemma.lower() for token in between if token.pos in ("ADJ", "NOUN", "PROPN")) - EMPTY


def _purpose(side: Side, figure: Quantity) -> frozenset[str]:
    """What a sum is for: the nouns of "£3 million for the new bridge", "a £3 million bridge"."""
    if figure.kind is not QuantityKind.MONEY:
        return frozenset()
    parse, last = side.parse, side.parse.range_of(figure)[1]
    sentence = side.words_of(side.sentence_of(figure))
    behind = range(last, min(last + REACH, sentence.stop))
    told = parse.lower[last : last + 1]
    if not told or (told[0] not in FOR_WHAT and parse.tokens[last].pos not in ("NOUN", "ADJ")):
        return frozenset()
    phrase = takewhile(lambda word: not _leads_away(parse, word), behind)
    nouns = (parse.tokens[word] for word in phrase if parse.tokens[word].pos in ("NOUN", "PROPN"))
    return frozenset(noun.lemma.lower().removesuffix("ing") for noun in nouns if noun.dep != "compound")


def _leads_away(parse: Parse, word: int) -> bool:
    """Whether the sum is spoken of no more behind a word: "a $2 million fund from drying up"."""
    token = parse.tokens[word]
    return parse.lower[word] in ELSEWHERE or (token.pos == "VERB" and token.dep != "amod")


def _counts_plenty(one: Quantity, other: Quantity) -> bool:
    """Whether both are large numbers of the same rare thing: 60,000 letters."""
    large = all(isinstance(figure.low, float | int) and figure.low >= PLENTY for figure in (one, other))
    return (
        large and one.kind is QuantityKind.COUNT and one.unit == other.unit and one.unit not in COUNTED_OFTEN | {None}
    )


def _one_verb(one: Quantity, other: Quantity) -> bool:
    return one.verb == other.verb and one.verb not in VAGUE_VERBS | {None}


def _noun(figure: Quantity) -> str | None:
    return figure.of.split()[-1].lower() if figure.of else None

"""The order of two events: "weeks after the ministry opened the inquiry", "Hours later, the minister resigned"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.document import Quantity, QuantityKind, Relation, Sentence
from analysis.parse import Parse

AFTER = frozenset({"after", "following"})
BEFORE = frozenset({"before"})
ADVERBS = {"later": True, "afterwards": True, "afterward": True, "earlier": False, "previously": False}
GAPS = frozenset({QuantityKind.DURATION, QuantityKind.DATE})
SUBJECTS = ("nsubj", "nsubjpass")
FINITE = frozenset({"VERB", "AUX"})
EMPTY_VERBS = frozenset(
    "come be happen follow occur take".split()
)  # "It comes weeks after …" speaks of what was just told
NEAR = 2  # words between a gap and the word of order


def find_relations(parse: Parse, quantities: Sequence[Quantity]) -> tuple[Relation, ...]:
    """All relations in order of the text; `gap` indexes the quantities."""
    gaps = {parse.at(found.end - 1): number for number, found in enumerate(quantities) if found.kind in GAPS}
    found = [*_by_conjunction(parse, quantities, gaps), *_by_adverb(parse, gaps)]
    return tuple(sorted(found, key=lambda relation: min(relation.before.start, relation.after.start)))


def _by_conjunction(parse: Parse, quantities: Sequence[Quantity], gaps: dict[int, int]) -> Iterator[Relation]:
    for index, word in enumerate(parse.lower):
        if word not in AFTER | BEFORE or parse.tokens[index].pos not in ("SCONJ", "ADP", "VERB"):
            continue
        other, main = _governed(parse, index), _main_verb(parse, index)
        if other is None or main is None:
            continue
        told, gap = _event(parse, other), _gap(gaps, index)
        limit = min(parse.subtree(index)[0], told[0], parse.at(quantities[gap].start) if gap is not None else index)
        known = _main_event(parse, main, limit, told)
        if known is not None:
            before, after = (told, known) if word in AFTER else (known, told)
            yield Relation(parse.span(*before), parse.span(*after), gap)


def _governed(parse: Parse, index: int) -> int | None:
    """The event behind the word: the verb of its clause, or the noun it stands before."""
    token = parse.tokens[index]
    if token.dep == "mark":
        return token.head if parse.tokens[token.head].pos in FINITE else None
    return parse.child(index, "pobj", "pcomp", "dobj")


def _main_verb(parse: Parse, index: int) -> int | None:
    """The verb whose event is placed before or after the other."""
    token = parse.tokens[index]
    start = token.head if token.dep == "mark" else index
    return next((above for above in parse.governors(start) if parse.tokens[above].pos in FINITE), None)


def _event(parse: Parse, index: int) -> tuple[int, int]:
    """The words of an event: of a verb with all that hangs on it, but not the word of order."""
    first, last = parse.subtree(index)
    while first < index and parse.tokens[first].dep in ("mark", "npadvmod", "advmod", "nummod", "punct", "cc"):
        first += 1
    return _trimmed(parse, first, last)


def _main_event(parse: Parse, verb: int, limit: int, told: tuple[int, int]) -> tuple[int, int] | None:
    """The words of the main clause up to the word of order; of "It comes", the sentence before."""
    subject = parse.child(verb, *SUBJECTS)
    pointing = subject is not None and parse.lower[subject] in ("it", "this", "that", "which")
    sentence = parse.sentence_at(parse.tokens[verb].start)
    if pointing and parse.tokens[verb].lemma in EMPTY_VERBS:
        return _whole(parse, parse.sentences[sentence - 1]) if sentence else None
    first, last = parse.subtree(verb)
    if first >= told[0]:  # "After the vote, the minister resigned"
        first = told[1]
    else:
        last = min(last, limit)
    first, last = _trimmed(parse, first, last)
    return (first, last) if first < last else None


def _by_adverb(parse: Parse, gaps: dict[int, int]) -> Iterator[Relation]:
    """ "Hours later, …": the sentence before came first."""
    for previous, sentence in pairwise(parse.sentences):
        index = next(
            (i for i in range(sentence.first, min(sentence.last, sentence.first + 4)) if _opens(parse, i)), None
        )
        if index is None:
            continue
        first, last = _trimmed(parse, index + 1, sentence.last)
        if first < last:
            here, there = parse.span(first, last), parse.span(*_whole(parse, previous))
            before, after = (there, here) if ADVERBS[parse.lower[index]] else (here, there)
            yield Relation(before, after, _gap(gaps, index))


def _opens(parse: Parse, index: int) -> bool:
    return parse.lower[index] in ADVERBS and parse.words[index + 1 : index + 2] == [","]


def _whole(parse: Parse, sentence: Sentence) -> tuple[int, int]:
    return _trimmed(parse, sentence.first, sentence.last)


def _gap(gaps: dict[int, int], index: int) -> int | None:
    """The quantity right before a word of order; "later" may belong to it."""
    return next((gaps[at] for at in range(index, index - NEAR - 1, -1) if at in gaps), None)


def _trimmed(parse: Parse, first: int, last: int) -> tuple[int, int]:
    while first < last and parse.tokens[first].pos in ("PUNCT", "CCONJ"):
        first += 1
    while last > first and parse.tokens[last - 1].pos in ("PUNCT", "CCONJ"):
        last -= 1
    return first, last

"""The order of two events: "weeks after the ministry opened the inquiry", "Hours later, the minister resigned"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.document import Quantity, QuantityKind, Relation, Sentence
from analysis.lexicon.roles import names_person
from analysis.parse import Parse

AFTER = frozenset({"after", "following", "once", "wake"})
BEFORE = frozenset({"before", "ahead", "prior"})
WITH_PREPOSITION = {"ahead": "of", "prior": "to", "wake": "of"}
ADVERBS = {"later": True, "afterwards": True, "afterward": True, "earlier": False, "previously": False}
ORDERED_DAYS = {"following": True, "next": True, "after": True, "previous": False, "before": False}
GAPS = frozenset({QuantityKind.DURATION, QuantityKind.DATE})
TIMES = frozenset({QuantityKind.TIME, QuantityKind.DATE})
SUBJECTS = ("nsubj", "nsubjpass")
FINITE = frozenset({"VERB", "AUX"})
NO_ORDER = frozenset("look ask name call model pattern take go chase christen style title".split())  # "named after"
HEARING = frozenset(
    "court judge magistrate jury panel committee parliament congress tribunal board house senate commission council "
    "inquiry assembly hearing camera eye mps".split()
)  # one is brought before them
EMPTY_VERBS = frozenset("come be happen follow occur take".split())  # "It comes …" speaks of what was just told
SOFTENING = frozenset(
    "soon shortly just nearly almost about only immediately long right moments more less than around roughly".split()
)
COMPARED = frozenset({"than", "from", "as", "since", "until", "to"})  # "higher than a year earlier"
NEAR = 2  # words between a gap and the word of order


@dataclass(frozen=True)  # no slots: the tables are made once
class Told:
    """A draft's words with its quantities."""

    parse: Parse
    quantities: Sequence[Quantity]

    @cached_property
    def gaps(self) -> dict[int, int]:
        """The last word of each stretch of time, and which quantity it is."""
        return {self.parse.at(q.end - 1): number for number, q in enumerate(self.quantities) if q.kind in GAPS}

    @cached_property
    def times(self) -> frozenset[int]:
        """The words of dates and times."""
        ranges = (self.parse.range_of(quantity) for quantity in self.quantities if quantity.kind in TIMES)
        return frozenset(word for first, last in ranges for word in range(first, last))

    def gap(self, index: int) -> int | None:
        """The quantity right before a word of order; "later" may belong to it."""
        return next((self.gaps[at] for at in range(index, index - NEAR - 1, -1) if at in self.gaps), None)

    def first_of(self, gap: int) -> int:
        return self.parse.at(self.quantities[gap].start)


def find_relations(parse: Parse, quantities: Sequence[Quantity]) -> tuple[Relation, ...]:
    """All relations in order of the text; `gap` indexes the quantities."""
    told = Told(parse, quantities)
    found = [*_by_conjunction(told), *_by_adverb(told), *_by_day(told)]
    return tuple(sorted(found, key=lambda relation: min(relation.before.start, relation.after.start)))


def _by_conjunction(told: Told) -> Iterator[Relation]:
    parse = told.parse
    for index, word in enumerate(parse.lower):
        if word not in AFTER | BEFORE or index in told.times:
            continue
        other, main = _governed(parse, index), _main_verb(parse, index)
        gap = told.gap(index)
        if other is None or main is None or other in told.times or _is_no_order(parse, index, main, other):
            continue
        if parse.tokens[other].pos == "PROPN" and gap is None:  # behind somebody, or somewhere
            continue
        event = _event(parse, index, other)
        limit = min(_opening(parse, index), event[0], index if gap is None else told.first_of(gap))
        known = _main_event(parse, main, limit, event)
        if known is not None:
            before, after = (event, known) if word in AFTER else (known, event)
            yield Relation(parse.span(*before), parse.span(*after), gap)


def _governed(parse: Parse, index: int) -> int | None:
    """The event behind the word: the verb of its clause, or the noun it stands before."""
    token, word = parse.tokens[index], parse.lower[index]
    if word in WITH_PREPOSITION:
        linked = parse.child(index, "prep", "pcomp")
        return parse.child(linked, "pobj") if linked and parse.lower[linked] == WITH_PREPOSITION[word] else None
    if token.dep == "mark" or (word == "once" and token.pos == "SCONJ"):
        return token.head if parse.tokens[token.head].pos in FINITE else None
    if word == "once" or token.pos not in ("SCONJ", "ADP", "VERB"):
        return None
    return parse.child(index, "pobj", "pcomp", "dobj")


def _main_verb(parse: Parse, index: int) -> int | None:
    """The verb whose event is placed before or after the other."""
    token = parse.tokens[index]
    start = token.head if token.dep == "mark" or parse.lower[index] == "once" else index
    return next((above for above in parse.governors(start) if parse.tokens[above].pos in FINITE), None)


def _opening(parse: Parse, index: int) -> int:
    """The first word of the words of order: "in" of "in the wake of"."""
    above = parse.tokens[index].head
    return parse.subtree(above if parse.lower[index] == "wake" and parse.tokens[above].pos == "ADP" else index)[0]


def _is_no_order(parse: Parse, index: int, main: int, other: int) -> bool:
    """ "looked after the children", "named after him", "before the court", "one after another", "ahead of Leeds"."""
    noun = parse.tokens[other]
    if noun.pos in FINITE:
        return False
    beside = 0 < index - main <= NEAR and parse.tokens[main].lemma in NO_ORDER and parse.lower[index] == "after"
    somebody = noun.pos == "PRON" or names_person(noun.lemma) or noun.lemma in ("other", "another")
    heard = parse.lower[index] == "before" and (noun.lemma.lower() in HEARING or noun.pos == "PROPN")
    return beside or somebody or heard or (parse.lower[index] == "ahead" and noun.pos == "PROPN")


def _event(parse: Parse, order: int, index: int) -> tuple[int, int]:
    """The words of an event: of a verb with all that hangs on it, but not the word of order and what precedes it."""
    first, last = parse.subtree(index)
    return _trimmed(parse, order + 1 if first <= order < index else first, last)


def _main_event(parse: Parse, verb: int, limit: int, told: tuple[int, int]) -> tuple[int, int] | None:
    """The words of the main clause up to the word of order; of "It comes", the sentence before."""
    subject = parse.child(verb, *SUBJECTS)
    pointing = subject is not None and parse.lower[subject] in ("it", "this", "that", "which")
    sentence = parse.sentence_at(parse.tokens[verb].start)
    if pointing and parse.tokens[verb].lemma in EMPTY_VERBS:
        return _whole(parse, parse.sentences[sentence - 1]) if sentence else None
    first, last = parse.subtree(verb)
    if verb > limit:  # "After the vote, the minister resigned"
        first = max(first, told[1])
    else:
        last = min(last, limit)
    first, last = _trimmed(parse, first, last)
    return (first, last) if first < last else None


def _by_adverb(told: Told) -> Iterator[Relation]:
    """ "Hours later, …", "… two weeks later": what was told before came first."""
    parse = told.parse
    for index, word in enumerate(parse.lower):
        if word not in ADVERBS or parse.tokens[index].pos not in ("ADV", "ADJ"):
            continue
        gap = told.gaps.get(index - 1)
        opens = parse.words[index + 1 : index + 2] == [","] and _opens(parse, index)
        of_verb = parse.tokens[parse.tokens[index].head].pos in FINITE
        if not opens and (gap is None or not of_verb or _is_compared(told, gap)):
            continue
        here = _clause(parse, index)
        there = _before(parse, index, here)
        if there and here[0] < here[1]:
            spans = parse.span(*there), parse.span(*here)
            yield Relation(*(spans if ADVERBS[word] else spans[::-1]), told.gap(index))


def _by_day(told: Told) -> Iterator[Relation]:
    """ "The following day, …", "The day before, …": beside the sentence before."""
    parse = told.parse
    for number, quantity in enumerate(told.quantities):
        first, last = parse.range_of(quantity)
        steps = {ORDERED_DAYS[word] for word in parse.lower[first:last] if word in ORDERED_DAYS}
        sentence = parse.sentence_at(quantity.start)
        opens = sentence > 0 and parse.sentences[sentence].first == first and parse.lower[first] == "the"
        if opens and len(steps) == 1 and quantity.kind is QuantityKind.DATE:
            here = parse.span(*_trimmed(parse, last, parse.sentences[sentence].last))
            there = parse.span(*_whole(parse, parse.sentences[sentence - 1]))
            yield Relation(there, here, number) if steps.pop() else Relation(here, there, number)


def _opens(parse: Parse, index: int) -> bool:
    return index - parse.sentences[parse.sentence_at(parse.tokens[index].start)].first < 4


def _is_compared(told: Told, gap: int) -> bool:
    first = told.first_of(gap)
    return first > 0 and told.parse.lower[first - 1] in COMPARED


def _clause(parse: Parse, adverb: int) -> tuple[int, int]:
    """The words of the clause with the adverb, from behind it where it opens the clause."""
    verb = parse.verb_over(adverb)
    sentence = parse.sentences[parse.sentence_at(parse.tokens[adverb].start)]
    first, last = parse.subtree(verb) if verb is not None else (sentence.first, sentence.last)
    if verb is None or verb > adverb:
        return _trimmed(parse, adverb + 1, last)
    gap_first = next((i for i in range(adverb, first, -1) if parse.tokens[i].dep == "npadvmod"), adverb)
    return _trimmed(parse, first, parse.subtree(gap_first)[0])


def _before(parse: Parse, adverb: int, here: tuple[int, int]) -> tuple[int, int] | None:
    """The clause that this one is joined to with "and", or the sentence before."""
    verb = parse.verb_over(adverb)
    if verb is not None and parse.tokens[verb].dep == "conj" and parse.tokens[parse.tokens[verb].head].pos in FINITE:
        first, _ = parse.subtree(parse.tokens[verb].head)
        return _trimmed(parse, first, min(here[0], parse.subtree(verb)[0]))
    sentence = parse.sentence_at(parse.tokens[adverb].start)
    return _whole(parse, parse.sentences[sentence - 1]) if sentence else None


def _whole(parse: Parse, sentence: Sentence) -> tuple[int, int]:
    return _trimmed(parse, sentence.first, sentence.last)


def _trimmed(parse: Parse, first: int, last: int) -> tuple[int, int]:
    while first < last and parse.tokens[first].pos in ("PUNCT", "CCONJ"):
        first += 1
    while last > first and (parse.tokens[last - 1].pos in ("PUNCT", "CCONJ") or parse.lower[last - 1] in SOFTENING):
        last -= 1
    return first, last

"""One draft says that something is so, the other that it is not.

Catches a negation put in or left out, and a word exchanged for its opposite ("lifted", "upheld"), in a revised
sentence; in sentences written apart, the same deed of the same people told once as done and once as denied.
Ignores contractions, two turns that cancel out ("did not win", "lost"), and opposites about different things.
Rests on WordNet's antonyms and a newsroom list of our own.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from analysis.comparing.changes import Change
from analysis.comparing.clauses import NEGATORS, Clause
from analysis.comparing.disagreements import disagreement
from analysis.comparing.extents import REACHES
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import asked, event_question
from analysis.comparing.sides import Side
from analysis.document import Token
from analysis.findings import Evidence, Finding, Kind
from analysis.lexicon.antonyms import opposite
from analysis.spans import Span, Spanned

WHY = "The same thing is affirmed in one draft and denied in the other."
HELPERS = frozenset({"do", "be", "have", "will", "would", "to", "a", "an", "the", "of"})
TURNED = frozenset({"VERB", "NOUN", "ADJ", "ADV", "ADP", "SCONJ", "AUX", "DET"})
LONGEST = 4  # words: in a longer change, opposites may well speak of different things


def compare(pair: Pair) -> Iterator[Finding]:
    yield from (
        _finding(pair, *pair.places(change), Evidence.REVISED) for change in pair.changes if _turned(pair, change)
    )
    for one, other in pair.same_events:
        if _contrary(pair, one, other) and not _told_both_ways(pair, one, other):
            yield _finding(pair, one.span, other.span, Evidence.DEED)


def _turned(pair: Pair, change: Change) -> bool:
    """An odd number of turns between the two wordings."""
    left, right = _lemmas(pair.a, change.words_a), _lemmas(pair.b, change.words_b)
    if max(len(left), len(right)) > LONGEST:
        return False
    negated = (_negations(left) + _negations(right)) % 2 and _denials(pair.a, change.a) != _denials(pair.b, change.b)
    content_a, content_b = _content(left), _content(right)
    if negated and {*content_a} == {*content_b}:
        return True
    exchanged = _exchanged(pair, change, left, right)
    return (negated + exchanged) % 2 == 1 if exchanged else False


def _exchanged(pair: Pair, change: Change, left: Sequence[str], right: Sequence[str]) -> int:
    if REACHES.keys() & {*left} and REACHES.keys() & {*right}:  # how far it goes is for the scope check
        return 0
    if opposite(" ".join(left), " ".join(right)) or opposite(_written(pair.a, change.a), _written(pair.b, change.b)):
        return 1
    words_a, words_b = _turnable(pair.a, change.words_a), _turnable(pair.b, change.words_b)
    return sum(_opposed(pair, one, other) for one, other in product(words_a, words_b))


def _opposed(pair: Pair, one: Token, other: Token) -> bool:
    """Opposites of one part of speech; two adjectives must describe the same thing."""
    if one.pos != other.pos or not opposite(one.lemma, other.lemma):
        return False
    described = pair.a.parse.tokens[one.head].lemma, pair.b.parse.tokens[other.head].lemma
    return one.pos != "ADJ" or described[0] == described[1]


def _contrary(pair: Pair, one: Clause, other: Clause) -> bool:
    if one.certainty != other.certainty or not one.actors & other.actors or not one.objects & other.objects:
        return False
    if one.lemma == other.lemma:
        return one.denied != other.denied and _denials(pair.a, one.span) != _denials(pair.b, other.span)
    return one.denied == other.denied and opposite(one.lemma, other.lemma)


def _told_both_ways(pair: Pair, one: Clause, other: Clause) -> bool:
    """Whether a draft has both deeds: "joined" and "left" are then two events, and no contradiction."""
    if one.lemma == other.lemma:
        return False
    here = any(clause.lemma == other.lemma and clause.objects & one.objects for clause in pair.a.clauses.values())
    return here or any(
        clause.lemma == one.lemma and clause.objects & other.objects for clause in pair.b.clauses.values()
    )


def _written(side: Side, span: Span) -> str:
    return side.words(span).lower()


def _lemmas(side: Side, words: range) -> list[str]:
    return ["not" if side.parse.lower[word] == "n't" else side.parse.tokens[word].lemma.lower() for word in words]


def _content(lemmas: Sequence[str]) -> list[str]:
    return [lemma for lemma in lemmas if lemma not in HELPERS and lemma not in NEGATORS]


def _turnable(side: Side, words: range) -> list[Token]:
    """The words whose opposite would turn the sense; a figure or date ("last quarter") is compared elsewhere."""
    tokens = (side.parse.tokens[word] for word in words if side.parse.lower[word] not in REACHES)
    return [token for token in tokens if token.pos in TURNED and not side.quantities_at(_place(token))]


def _place(token: Token) -> Span:
    return Span(token.start, token.end)


def _negations(lemmas: Sequence[str]) -> int:
    return sum(lemma in NEGATORS for lemma in lemmas if lemma != "nor")  # "neither … nor" is one


def _denials(side: Side, place: Spanned) -> int:
    """How often the whole sentence denies: a negation that only moved within it changes nothing."""
    return _negations(_lemmas(side, side.words_of(side.sentence_of(place))))


def _question(side: Side, place: Spanned) -> str | None:
    """Yes or no, where the verb itself is turned; of another word, its neighbours tell more."""
    parse = side.parse
    head = parse.head_of(*parse.range_of(place))
    turned = parse.tokens[head].pos == "VERB" or parse.tokens[head].dep in ("aux", "auxpass", "neg")
    return event_question("", side, place) if turned else None


def _finding(pair: Pair, a: Span, b: Span, evidence: Evidence) -> Finding:
    question = asked(pair, a, b, _question)
    topic = pair.topic(a, b)
    return disagreement(pair, Kind.POLARITY, [a], [b], subject=topic, question=question, why=WHY, evidence=evidence)

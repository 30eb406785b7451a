"""Two sentences that cannot both be true, as the meaning model reads them, where no rule can say why.

Catches what is denied in quite other words ("tore up the treaty", "kept to it"), and another thing in the place
of one ("a shipment of oil", "of water"), in a sentence and its revision or in two that tell of one thing.
Ignores sentences in which a rule finds a conflict, and what the model is not nearly sure of or was often wrong
about: words only added, long sentences, much that differs; all, without a model.
Rests on a small model that learned from revisions of an encyclopedia and from edited summaries; docs/meaning-model.md
tells how often it errs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.comparing.changes import Change
from analysis.comparing.disagreements import disagreement
from analysis.comparing.hearing import heard
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.comparing.verdicts import Verdict
from analysis.findings import Evidence, Finding, Kind, Severity
from analysis.spans import Span

WHY = (
    "No rule sees why, but the meaning model, which reads two sentences as a whole, gives {share} in 100 that they"
    " cannot both be true. These are the words that weigh most with it; read both sentences before you act."
)


def compare(pair: Pair) -> Iterator[Finding]:
    for (a, b), verdict in heard(pair):
        yield _finding(pair, a, b, verdict)


def _finding(pair: Pair, a: int, b: int, verdict: Verdict) -> Finding:
    """Never a blocker: what cannot say why must not hold up a story."""
    changes = pair.changed.get((a, b), ())
    one, other = pair.places(_weightiest(pair, a, b, changes)) if changes else _lacking(pair, a, b)
    found = disagreement(
        pair,
        Kind.MEANING,
        [one],
        [other],
        subject=pair.topic(one, other),
        why=WHY.format(share=round(100 * verdict.contradiction)),
        evidence=Evidence.REVISED if changes else Evidence.OTHER,
    )
    return replace(found, severity=Severity.MAJOR)


def _weightiest(pair: Pair, a: int, b: int, changes: Sequence[Change]) -> Change:
    """The change that alone, made in the one sentence or undone in the other, looks most like a contradiction."""
    if len(changes) == 1 or pair.judge is None:
        return changes[0]
    one, other = pair.sentences(a, b)
    made = [(one, _exchanged(pair.a, a, change.a, pair.b.words(change.b))) for change in changes]
    undone = [(other, _exchanged(pair.b, b, change.b, pair.a.words(change.a))) for change in changes]
    verdicts = pair.judge.ask([*made, *undone])
    weights = [first.contradiction + second.contradiction for first, second in _halves(verdicts)]
    return changes[weights.index(max(weights))]


def _halves(verdicts: Sequence[Verdict]) -> Iterator[tuple[Verdict, Verdict]]:
    half = len(verdicts) // 2
    return zip(verdicts[:half], verdicts[half:], strict=True)


def _exchanged(side: Side, sentence: int, place: Span, words: str) -> str:
    """The sentence with other words at a place of it; a blank more changes nothing for the model."""
    whole, text = side.document.sentences[sentence], side.document.text
    return f"{text[whole.start : place.start]} {words}{text[place.end : whole.end]}"


def _lacking(pair: Pair, a: int, b: int) -> tuple[Span, Span]:
    """Of two sentences written apart, the words from the first that the other lacks to the last."""
    return _what_only_it_has(pair.a, a, pair.b, b), _what_only_it_has(pair.b, b, pair.a, a)


def _what_only_it_has(side: Side, sentence: int, other: Side, other_sentence: int) -> Span:
    there = {other.parse.tokens[word].lemma for word in other.words_of(other_sentence)}
    words = side.words_of(sentence)
    own = [word for word in words if side.parse.words[word][0].isalnum() and side.parse.tokens[word].lemma not in there]
    return side.shown(range(own[0], own[-1] + 1) if own else words)

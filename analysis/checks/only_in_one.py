"""A claim worth checking stands in one draft only.

Catches what matters most to the story and no sentence of the other draft answers: three claims of a draft where one
revises the other; where two people wrote on their own, one of a draft, below the news that both open with, if it is
about what both write of, stands high up, and gives a figure or tells of law, lives or accusations.
Never a conflict: what one writer left out, another may well have. Never a direct quotation, nor a figure that the other
draft gives in other words, nor a sentence that speaks of something told before it ("These …").
"""

from collections.abc import Iterator

from analysis.claims.signs import Sign
from analysis.comparing.disagreements import LONGEST_SPAN, shortened
from analysis.comparing.figures import value_of
from analysis.comparing.importance import grave, told_in, weight
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import in_short
from analysis.comparing.sides import Side
from analysis.document import Claim, Quantity, QuantityKind
from analysis.findings import Finding, Kind, Severity, Values
from analysis.spans import Span

TELLING = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE})
OPINIONS = frozenset({Sign.COMPARISON.value, Sign.SUPERLATIVE.value})
FEW = 5  # a smaller count tells little by itself
NEWS = 3  # sentences that tell what both drafts are about
SAID = 24  # words of the claim that the message repeats
QUOTES = frozenset("“\"‘'")
POINTING = frozenset("it this that these those they he she we i such there others".split())
WHY = "The other draft does not say this; check whether it should, or whether this one should not."
LEAST_SCORE, LEAST_REVISED = 0.8, 0.9
LEAST_WEIGHT = 1.15
FIGURE = 0.15  # what a figure adds to the weight of a claim: readers remember it, and it is checked first
MOST, MOST_REVISED = 1, 3  # of a draft: two writers choose differently, and an editor reads only what matters most


def compare(pair: Pair) -> Iterator[Finding]:
    answered_a, answered_b = {match.a for match in pair.matches}, {match.b for match in pair.matches}
    yield from (_finding(pair.a, claim, in_a=True) for claim in _alone(pair, pair.a, answered_a, pair.b))
    yield from (_finding(pair.b, claim, in_a=False) for claim in _alone(pair, pair.b, answered_b, pair.a))


def _alone(pair: Pair, side: Side, answered: set[int], other: Side) -> list[Claim]:
    claims = [claim for claim in side.document.claims if _is_new(side, claim, answered, other)]
    if pair.is_revision:
        sure = [claim for claim in claims if claim.score >= LEAST_REVISED]
        return sorted(sure, key=lambda claim: -claim.score)[:MOST_REVISED]
    told = [
        claim
        for claim in claims
        if side.sentence_of(claim) >= NEWS and (_figures(side, claim) or _accuses(side, claim))
    ]
    weighed = [(weight(pair, side, claim) + FIGURE * bool(_figures(side, claim)), claim) for claim in told]
    heavy = [(weighs, claim) for weighs, claim in weighed if weighs >= LEAST_WEIGHT and not told_in(other, side, claim)]
    return [
        claim for _, claim in sorted(heavy, key=lambda weighed: -weighed[0])[:MOST] if not _points_back(side, claim)
    ]


def _figures(side: Side, claim: Claim) -> list[Quantity]:
    """The sums, shares and numbers that a claim gives."""
    figures = side.quantities.get(side.sentence_of(claim), ())
    return [
        figure
        for figure in figures
        if figure.kind in TELLING or (figure.kind is QuantityKind.COUNT and _is_many(figure))
    ]


def _accuses(side: Side, claim: Claim) -> bool:
    """Whether a claim is about law, lives or accusations, and no comparison or opinion of the writer's."""
    return grave(side, claim) and OPINIONS.isdisjoint(claim.reasons)


def _is_many(figure: Quantity) -> bool:
    """Whether a count says of what, and is no mere handful; the number of a bill or a street counts nothing."""
    low = figure.low if figure.low is not None else figure.high
    return figure.unit is not None and isinstance(low, float | int) and low >= FEW


def _is_new(side: Side, claim: Claim, answered: set[int], other: Side) -> bool:
    """Whether the other draft has neither the sentence nor its figures; words in quote marks are their speaker's."""
    sentence = side.sentence_of(claim)
    if not claim.worth or claim.score < LEAST_SCORE or sentence in answered:
        return False
    if side.words(claim)[0] in QUOTES or _points_back(side, claim):
        return False
    figures = {value_of(figure) for figure in side.quantities.get(sentence, ())}
    return not figures or not figures <= other.values


def _points_back(side: Side, claim: Claim) -> bool:
    """Whether the sentence opens with what only the one before it explains."""
    first = side.words_of(side.sentence_of(claim)).start
    return not POINTING.isdisjoint(side.parse.lower[first : first + 2])


def _heart(side: Side, claim: Claim) -> Span:
    """The words around the claim's figure, from its clause on or from the noun that it counts; else the first words."""
    figure = next(iter(_figures(side, claim)), None)
    sentence = side.words_of(side.sentence_of(claim))
    if figure is None or len(sentence) <= LONGEST_SPAN:
        return Span(claim.start, claim.end)
    first, last = side.parse.range_of(figure)
    head = side.parse.head_of(first, last)
    verb = side.parse.verb_over(head)
    starts = [side.parse.subtree(word)[0] for word in (verb, side.parse.tokens[head].head) if word is not None]
    start = next((start for start in starts if last - LONGEST_SPAN < start <= first), first)
    return side.parse.span(start, sentence.stop)


def _finding(side: Side, claim: Claim, *, in_a: bool) -> Finding:
    span, said = shortened(side, _heart(side, claim)), " ".join(side.words(claim).split())
    return Finding(
        kind=Kind.ONLY_IN_ONE,
        conflict=False,
        severity=Severity.NOTE,
        confidence=round(claim.score, 2),
        message=f"Only one draft says “{in_short(side, claim, most=SAID)}”.",
        why=WHY,
        a=(span,) if in_a else (),
        b=() if in_a else (span,),
        values=Values(said if in_a else None, None if in_a else said),
        subject=" ".join(sorted(side.content(claim))),
    )

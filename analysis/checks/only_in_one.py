"""A claim worth checking stands in one draft only.

Catches what matters most to the story and no sentence of the other draft answers: three claims of a draft where one
revises the other; where two people wrote on their own, one of a draft, below the news that both open with, if it is
about what both write of, stands high up, and gives a figure or tells of law, lives or accusations.
Never a conflict: what one writer left out, another may well have. Never a direct quotation, nor a figure that the other
draft gives in other words, nor a sentence that speaks of something told before it ("These …").
"""

from collections.abc import Iterator

from analysis.claims.signs import Sign
from analysis.comparing.clipping import around, opening_of
from analysis.comparing.disagreements import LONGEST_SPAN, shortened
from analysis.comparing.figures import value_of
from analysis.comparing.importance import grave, told_in, weight
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import in_short
from analysis.comparing.sides import Side
from analysis.comparing.tellings import leans_back, tells
from analysis.document import Claim, Quantity, QuantityKind
from analysis.findings import Finding, Kind, Severity, Values
from analysis.spans import Spanned

TELLING = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE})
OPINIONS = frozenset({Sign.COMPARISON.value, Sign.SUPERLATIVE.value})
FEW = 5  # a smaller count tells little by itself
NEWS = 3  # sentences that tell what both drafts are about
SAID = 30  # words of the claim that the message repeats
QUOTES = frozenset("“\"‘'")
POINTING = frozenset("it this that these those they he she we i such there others".split())
THOSE = frozenset({"these", "those"})
SUBJECT = 4  # words: "ten of those 33 …"
WHY = "The other draft does not say this; check whether it should, or whether this one should not."
LEAST_SCORE, LEAST_REVISED = 0.8, 0.9
LEAST_WEIGHT = 0.95
FIGURE = 0.15  # what a figure adds to the weight of a claim: readers remember it, and it is checked first
MOST, MOST_REVISED = 2, 3  # of a draft: two writers choose differently, and an editor reads only what matters most


def compare(pair: Pair) -> Iterator[Finding]:
    answered_a, answered_b = {match.a for match in pair.matches}, {match.b for match in pair.matches}
    yield from (_finding(pair.a, claim, in_a=True) for claim in _alone(pair, pair.a, answered_a, pair.b))
    yield from (_finding(pair.b, claim, in_a=False) for claim in _alone(pair, pair.b, answered_b, pair.a))


def _alone(pair: Pair, side: Side, answered: set[int], other: Side) -> list[Claim]:
    claims = [claim for claim in side.document.claims if _is_new(side, claim, answered, other)]
    if pair.is_revision:
        sure = [claim for claim in claims if claim.score >= LEAST_REVISED]
        return sorted(sure, key=lambda claim: -claim.score)[:MOST_REVISED]
    news = [claim for claim in claims if side.sentence_of(claim) >= NEWS and _is_news(side, claim)]
    weighed = [(weight(pair, side, claim) + FIGURE * bool(_figures(side, claim)), claim) for claim in news]
    heavy = [(weighs, claim) for weighs, claim in weighed if weighs >= LEAST_WEIGHT and not told_in(other, side, claim)]
    ranked = sorted(heavy, key=lambda weighed: (leans_back(pair, side, weighed[1]), -weighed[0]))
    return [claim for _, claim in ranked[:MOST]]


def _is_news(side: Side, claim: Claim) -> bool:
    """Whether a claim gives a figure or an accusation, and not only how its writer sees things."""
    figures = _figures(side, claim)
    return bool(figures or _accuses(side, claim)) and tells(side, claim, figures)


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
    opening = side.parse.lower[first : first + SUBJECT]
    return not (POINTING.isdisjoint(opening[:2]) and THOSE.isdisjoint(opening))


def _fact(side: Side, claim: Claim) -> Spanned:
    """The figure of a claim, else its main verb: who did it stands beside."""
    words = side.words_of(side.sentence_of(claim))
    verb = next((word for word in words if side.parse.tokens[word].dep == "ROOT"), words.start)
    return next(iter(_figures(side, claim)), side.document.tokens[verb])


def _finding(side: Side, claim: Claim, *, in_a: bool) -> Finding:
    fact = _fact(side, claim)
    span = shortened(side, around(side, fact, most=LONGEST_SPAN))
    said = " ".join(side.words(claim).split())
    return Finding(
        kind=Kind.ONLY_IN_ONE,
        conflict=False,
        severity=Severity.NOTE,
        confidence=round(claim.score, 2),
        message=f"Only one draft says “{_said(side, claim, fact)}”.",
        why=WHY,
        a=(span,) if in_a else (),
        b=() if in_a else (span,),
        values=Values(said if in_a else None, None if in_a else said),
        subject=" ".join(sorted(side.content(claim))),
    )


def _said(side: Side, claim: Claim, fact: Spanned) -> str:
    """The words around the fact, with dots where the sentence began earlier or goes on."""
    place = around(side, fact, most=SAID)
    words = side.words_of(side.sentence_of(claim))
    begins = side.parse.at(place.start) <= opening_of(side, words)
    return ("" if begins else "…") + in_short(side, place, most=SAID)

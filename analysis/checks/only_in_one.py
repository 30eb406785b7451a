"""A claim worth checking stands in one draft only.

Catches the statements most worth checking that no sentence of the other draft answers: three of a draft where one
revises the other, and one with a figure where two people wrote on their own.
Never a conflict: what one writer left out, another may well have. Never a direct quotation, nor a figure that the other
draft gives in other words.
"""

from collections.abc import Iterator

from analysis.comparing.disagreements import shortened
from analysis.comparing.figures import value_of
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import in_short
from analysis.comparing.sides import Side
from analysis.document import Claim, QuantityKind
from analysis.findings import Finding, Kind, Severity, Values

TELLING = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.COUNT, QuantityKind.MEASURE})
QUOTES = frozenset("“\"‘'")
WHY = "The other draft does not say this; check whether it should, or whether this one should not."
LEAST_SCORE = 0.9
MOST, MOST_REVISED = 1, 3  # of a draft: two writers choose differently, and an editor reads only what matters most
REVISION = 0.5  # share of a draft's sentences that the other answers, where it is a revision


def compare(pair: Pair) -> Iterator[Finding]:
    answered_a, answered_b = {match.a for match in pair.matches}, {match.b for match in pair.matches}
    yield from (_finding(pair.a, claim, in_a=True) for claim in _alone(pair.a, answered_a, pair.b))
    yield from (_finding(pair.b, claim, in_a=False) for claim in _alone(pair.b, answered_b, pair.a))


def _alone(side: Side, answered: set[int], other: Side) -> list[Claim]:
    claims = [claim for claim in side.document.claims if _is_new(side, claim, answered, other)]
    revised = len(answered) >= REVISION * len(side.document.sentences)
    if revised:
        return sorted(claims, key=lambda claim: -claim.score)[:MOST_REVISED]
    counting = [claim for claim in claims if _counts(side, claim)]
    return sorted(counting, key=lambda claim: -claim.score)[:MOST]


def _counts(side: Side, claim: Claim) -> bool:
    """Whether the claim gives a sum, a share or a number: what readers remember, and what is checked first."""
    return any(figure.kind in TELLING for figure in side.quantities.get(side.sentence_of(claim), ()))


def _is_new(side: Side, claim: Claim, answered: set[int], other: Side) -> bool:
    """Whether the other draft has neither the sentence nor its figures; words in quote marks are their speaker's."""
    sentence = side.sentence_of(claim)
    if not claim.worth or claim.score < LEAST_SCORE or sentence in answered or side.words(claim)[0] in QUOTES:
        return False
    figures = {value_of(figure) for figure in side.quantities.get(sentence, ())}
    return not figures or not figures <= other.values


def _finding(side: Side, claim: Claim, *, in_a: bool) -> Finding:
    span, said = shortened(side, claim), " ".join(side.words(claim).split())
    return Finding(
        kind=Kind.ONLY_IN_ONE,
        conflict=False,
        severity=Severity.NOTE,
        confidence=round(claim.score, 2),
        message=f"Only one draft says “{in_short(side, claim)}”.",
        why=WHY,
        a=(span,) if in_a else (),
        b=() if in_a else (span,),
        values=Values(said if in_a else None, None if in_a else said),
        subject=" ".join(sorted(side.content(claim))),
    )

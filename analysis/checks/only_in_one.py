"""A claim worth checking stands in one draft only.

Catches the statements most worth checking that no sentence of the other draft answers, three of a draft at most.
Never a conflict: what one writer left out, another may well have.
"""

from collections.abc import Iterator

from analysis.comparing.disagreements import shortened
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.document import Claim
from analysis.findings import Finding, Kind, Severity, Values

WHY = "The other draft does not say this; check whether it should, or whether this one should not."
LEAST_SCORE = 0.7
MOST = 3  # of a draft: two writers choose differently, and an editor reads only what matters most


def compare(pair: Pair) -> Iterator[Finding]:
    answered_a, answered_b = {match.a for match in pair.matches}, {match.b for match in pair.matches}
    yield from (_finding(pair.a, claim, in_a=True) for claim in _alone(pair.a, answered_a))
    yield from (_finding(pair.b, claim, in_a=False) for claim in _alone(pair.b, answered_b))


def _alone(side: Side, answered: set[int]) -> list[Claim]:
    worth = (claim for claim in side.document.claims if claim.worth and claim.score >= LEAST_SCORE)
    claims = [claim for claim in worth if side.sentence_of(claim) not in answered]
    return sorted(claims, key=lambda claim: -claim.score)[:MOST]


def _finding(side: Side, claim: Claim, *, in_a: bool) -> Finding:
    span, said = shortened(side, claim), " ".join(side.words(claim).split())
    return Finding(
        kind=Kind.ONLY_IN_ONE,
        conflict=False,
        severity=Severity.NOTE,
        confidence=round(claim.score, 2),
        message=f"Only one draft says: “{said}”",
        why=WHY,
        a=(span,) if in_a else (),
        b=() if in_a else (span,),
        values=Values(said if in_a else None, None if in_a else said),
        subject=" ".join(sorted(side.content(claim))),
    )

"""What is at stake in a claim: what must be right before anything else of a story."""

from collections.abc import Iterable
from enum import StrEnum

from analysis.document import Claim, Document, Form, Label, QuantityKind
from analysis.ledger.statements import value_of
from analysis.spans import Spanned, inside

ACCUSES = "accuses"  # the reason that a claim gives for it
FIGURES = frozenset(
    {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.COUNT, QuantityKind.MEASURE}
)
ACCUSED = frozenset({Label.PERSON, Label.ORG})


class Stake(StrEnum):
    """The gravest first."""

    ACCUSATION = "accusation"
    HEADLINE = "headline"
    FIGURE = "figure"
    OTHER = "other"


def figures_in(document: Document, place: Spanned) -> frozenset[str]:
    """The amounts that stand there, normalised."""
    amounts = (quantity for quantity in inside(place, document.quantities) if quantity.kind in FIGURES)
    return frozenset(value for amount in amounts if (value := value_of(amount)))


def stake_of(document: Document, claim: Claim, *, headline: Iterable[str]) -> Stake:
    """An accusation is of somebody who is named; `headline` are the amounts that the headline gives."""
    if ACCUSES in claim.reasons and _names_somebody(document, claim):
        return Stake.ACCUSATION
    figures = figures_in(document, claim)
    if not figures.isdisjoint(headline):
        return Stake.HEADLINE
    return Stake.FIGURE if figures else Stake.OTHER


def _names_somebody(document: Document, claim: Claim) -> bool:
    mentions = inside(claim, document.mentions)
    return any(mention.label in ACCUSED and mention.form != Form.NOMINAL for mention in mentions)

"""What is at stake in a claim."""

import pytest

from analysis.document import Claim, SourceClass
from analysis.ledger.stakes import Stake, figures_in, stake_of
from analysis.pipeline import annotate
from analysis.spans import Span

HEADLINE = "Finch sold yard for £900,000"
STAKES = [
    ("Orla Finch is accused of fraud by the auditors of Brack Haulage.", Stake.ACCUSATION),
    ("Brack Haulage paid nine hundred thousand pounds for the yard.", Stake.HEADLINE),
    ("Brack Haulage employs 85 people in Sallow.", Stake.FIGURE),
    ("Brack Haulage bought a yard in Sallow.", Stake.OTHER),
    ("The storm killed the last elms of the park.", Stake.OTHER),
]


@pytest.mark.parametrize(("told", "stake"), STAKES)
def test_what_is_at_stake(told: str, stake: Stake) -> None:
    document = annotate(f"{HEADLINE}\n{told}")
    headline = figures_in(document, Span(0, len(HEADLINE)))
    claim = next(claim for claim in document.claims if claim.start > len(HEADLINE))

    assert stake_of(document, claim, headline=headline) == stake


def test_a_claim_without_words_of_blame_accuses_nobody() -> None:
    document = annotate("Orla Finch met Petra Daly.")
    claim = Claim(0, len(document.text), 1.0, worth=True, reasons=(), speaker=None, source_class=SourceClass.NONE)

    assert stake_of(document, claim, headline=()) == Stake.OTHER

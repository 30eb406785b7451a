"""The claims that must be right before a draft is signed, and nobody has verified."""

from django.utils.text import Truncator

from analysis.ledger.stakes import Stake
from articles.models import Draft
from review.models import ClaimSighting, ClaimStatus

MOST_WORDS = 24
_CALLED = {Stake.ACCUSATION: "accusation", Stake.HEADLINE: "figure of the headline"}


def grave_and_unverified(draft: Draft) -> list[ClaimSighting]:
    """Accusations and figures of the headline, each once, in order of the text."""
    sightings = ClaimSighting.objects.filter(passage__draft=draft, stake__in=_CALLED)
    unverified = sightings.exclude(claim__status=ClaimStatus.VERIFIED).select_related("claim", "passage")
    return list({sighting.claim_id: sighting for sighting in unverified.order_by("-passage__start")}.values())[::-1]


def in_the_way(sighting: ClaimSighting) -> str:
    """ "Unchecked accusation: “…”" """
    told = Truncator(sighting.passage.exact).words(MOST_WORDS)
    return f"{sighting.claim.get_status_display()} {_CALLED[Stake(sighting.stake)]}: “{told}”"

"""A conflict told as the columns stand: “A1 says nine, B1 four” for the checks’ “one draft” and “the other”."""

from analysis.turning import TWO_SIDES
from review.models import Finding
from review.screen.spread import Spread


def told_by_columns(finding: Finding, spread: Spread) -> str:
    """The finding's message, the left column's version first; as it is where no two sides stand against each other."""
    found = TWO_SIDES.fullmatch(finding.message)
    if not found or not finding.comparison or not spread.right:
        return finding.message
    said = {finding.comparison.left_id: found["left"], finding.comparison.right_id: found["right"]}
    here, there = spread.left.draft, spread.right.draft
    told = f"{here.label} {found['verb']} {said[here.pk]}, {there.label} {said[there.pk]}."
    return found["before"] + told

"""What is hidden from the list of open findings, and why: dismissed or accepted, by whom, how far, until when."""

from dataclasses import dataclass

from articles.models import Draft
from review.addresses import finding_address
from review.models import Resolution, ResolutionKind, Scope
from review.standing.findings import Standing

_BY_PEOPLE = (ResolutionKind.DISMISSED, ResolutionKind.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Settled:
    """A finding that somebody closed; `is_orphaned`: the passage that was decided on is found no more."""

    message: str
    resolution: Resolution
    link: str = ""
    is_orphaned: bool = False


def settled(draft: Draft, found: list[Standing]) -> list[Settled]:
    """What was closed in this draft and against the current others, then what was decided of passages that are gone.

    `found` are all findings of the story as they stand.
    """
    here = [
        Settled(standing.finding.message, standing.resolution, finding_address(standing.finding))
        for standing in found
        if standing.resolution and standing.resolved_as in _BY_PEOPLE and standing.concerns(draft)
    ]
    return [*here, *_orphans(draft, found)]


def _orphans(draft: Draft, found: list[Standing]) -> list[Settled]:
    """Decisions on one passage that reach nothing today: kept, and never moved to another that looks like it."""
    reached = {(standing.finding.fingerprint, standing.finding.anchor) for standing in found}
    decided = draft.story.resolutions.filter(scope=Scope.PASSAGE, finding__isnull=False).order_by("id")
    latest = {
        (one.fingerprint, one.anchor): one for one in decided.select_related("finding", "by", "draft", "story__desk")
    }
    return [
        Settled(one.finding.message, one, is_orphaned=True)
        for place, one in latest.items()
        if place not in reached and one.kind in _BY_PEOPLE and one.finding
    ]

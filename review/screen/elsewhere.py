"""What lies outside the open pair: what other pairs of the story still contradict, and what a newer draft fixed."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.models import Draft
from review.addresses import finding_address, review_address
from review.models import Resolution, ResolutionKind
from review.screen.margin import Margin
from review.screen.spread import Spread
from review.standing import OpenFindings, open_between


@dataclass(frozen=True, slots=True)
class OtherPair:
    """Two current drafts that do not lie open, with what is open between them."""

    left: Draft
    right: Draft
    findings: OpenFindings
    url: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A finding that an open draft no longer has; `url` leads to the pair in which it stood."""

    draft: Draft
    message: str
    url: str


def other_pairs(spread: Spread) -> list[OtherPair]:
    """In the order of their drafts."""
    by_id = {draft.pk: draft for draft in spread.drafts}
    shown = {side.draft.pk for side in spread.sides}
    pairs = (
        (by_id[left], by_id[right], found) for (left, right), found in sorted(open_between(spread.story.pk).items())
    )
    return [
        OtherPair(left, right, found, review_address(spread.story, left, right))
        for left, right, found in pairs
        if {left.pk, right.pk} != shown
    ]


def fixed_here(spread: Spread, margin: Margin) -> list[Fixed]:
    """What the open drafts fixed, as far as it did not come back."""
    back = {entry.finding.fingerprint for entry in margin.entries}
    return [fixed for fixed, fingerprint in _fixed(spread) if fingerprint not in back]


def _fixed(spread: Spread) -> Iterator[tuple[Fixed, str]]:
    drafts = {side.draft.pk: side.draft for side in spread.sides}
    told = spread.story.resolutions.filter(kind=ResolutionKind.FIXED, draft__in=drafts, finding__isnull=False)
    origins = ("finding__analysis", "finding__comparison", "finding__annotation")
    large = ("finding__analysis__document", "finding__comparison__alignment", "finding__comparison__moved")
    for resolution in told.select_related(*origins).defer(*large):
        yield _told(resolution, drafts), resolution.fingerprint


def _told(resolution: Resolution, drafts: dict[int, Draft]) -> Fixed:
    assert resolution.finding and resolution.draft_id  # noqa: S101, PT018 - narrows the types
    return Fixed(drafts[resolution.draft_id], resolution.finding.message, finding_address(resolution.finding))

"""What is open in many stories at once, for the board."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from analysis.findings import Severity
from articles.models import DraftStanding, Story
from review.models import Finding
from review.standing.findings import rank
from review.standing.latest import latest_findings, still_open


@dataclass(frozen=True, slots=True)
class OpenFindings:
    """How many findings are open in a story, by severity, gravest first; never empty."""

    counts: tuple[tuple[str, int], ...]

    @property
    def worst(self) -> str:
        return self.counts[0][0]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


def worst_open(stories: Iterable[Story]) -> dict[int, OpenFindings]:
    """The open findings of each story's current drafts, by the story's id; a story without any is missing."""
    rows = (
        _open_in_current_drafts()
        .filter(annotation__story__in=[story.pk for story in stories])
        .values_list("annotation__story", "severity")
        .annotate(findings=Count("fingerprint", distinct=True))
        .order_by()
    )
    by_story: dict[int, list[tuple[str, int]]] = {}
    for story_id, severity, count in rows:
        by_story.setdefault(story_id, []).append((severity, count))
    return {
        story_id: OpenFindings(tuple(sorted(counts, key=lambda count: rank(count[0]))))
        for story_id, counts in by_story.items()
    }


def has_open_blocker() -> Exists:
    """Filters stories: those with an open blocker in a current draft, or between two of them."""
    return Exists(_open_in_current_drafts().filter(severity=Severity.BLOCKER, annotation__story=OuterRef("pk")))


def _open_in_current_drafts() -> QuerySet[Finding]:
    current = DraftStanding.CURRENT
    return still_open(latest_findings()).filter(
        Q(analysis__draft__standing=current)
        | Q(comparison__left__standing=current, comparison__right__standing=current)
    )

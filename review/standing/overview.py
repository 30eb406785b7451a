"""What is open in many stories at once, for the board."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from articles.models import DraftStanding, Story
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
    current = DraftStanding.CURRENT
    rows = (
        still_open(latest_findings())
        .filter(annotation__story__in=[story.pk for story in stories])
        .filter(
            Q(analysis__draft__standing=current)
            | Q(comparison__left__standing=current, comparison__right__standing=current)
        )
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

"""What is open in many stories at once, for the board, and between the pairs of one."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from analysis.findings import Severity
from articles.models import DraftStanding, Story
from review.models import AnnotationKind, Finding
from review.standing.findings import rank
from review.standing.latest import OPEN_KINDS, last_decided, latest_findings, still_open, with_resolution

Place = TypeVar("Place", bound=Hashable)


@dataclass(frozen=True, slots=True)
class OpenFindings:
    """How many findings are open in a place, by severity, gravest first; never empty."""

    counts: tuple[tuple[str, int], ...]

    @property
    def worst(self) -> str:
        return self.counts[0][0]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


def worst_open(stories: Iterable[Story]) -> dict[int, OpenFindings]:
    """The open findings of each story's current drafts, by the story's id; a story without any is missing.

    What was decided is read and not asked for: PostgreSQL would look through the findings of all stories.
    """
    theirs = {"annotation__story__in": [story.pk for story in stories], "annotation__kind": AnnotationKind.FINDING}
    found = with_resolution(_in_current_drafts().filter(**theirs)).annotate(decided=last_decided())
    rows = found.values_list("annotation__story", "severity", "fingerprint", "decided")
    still = {(story, severity, fingerprint) for story, severity, fingerprint, decided in rows if decided in OPEN_KINDS}
    counts = Counter((story, severity) for story, severity, _ in still)
    return _counted((story, severity, count) for (story, severity), count in counts.items())


def open_between(story_id: int) -> dict[tuple[int, int], OpenFindings]:
    """What is open between two current drafts, by their ids, the lower first; a pair without any is missing."""
    rows = (
        _open_in_current_drafts()
        .filter(comparison__story=story_id)
        .values_list("comparison__left", "comparison__right", "severity")
        .annotate(findings=Count("fingerprint", distinct=True))
        .order_by()
    )
    return _counted(((left, right), severity, count) for left, right, severity, count in rows)


def has_open_blocker() -> Exists:
    """Filters stories: those with an open blocker in a current draft, or between two of them."""
    return Exists(_open_in_current_drafts().filter(severity=Severity.BLOCKER, annotation__story=OuterRef("pk")))


def _counted(rows: Iterable[tuple[Place, str, int]]) -> dict[Place, OpenFindings]:
    counts: dict[Place, list[tuple[str, int]]] = {}
    for place, severity, count in rows:
        counts.setdefault(place, []).append((severity, count))
    return {place: OpenFindings(tuple(sorted(held, key=lambda one: rank(one[0])))) for place, held in counts.items()}


def _open_in_current_drafts() -> QuerySet[Finding]:
    return still_open(_in_current_drafts())


def _in_current_drafts() -> QuerySet[Finding]:
    current = DraftStanding.CURRENT
    return latest_findings().filter(
        Q(analysis__draft__standing=current)
        | Q(comparison__left__standing=current, comparison__right__standing=current)
    )

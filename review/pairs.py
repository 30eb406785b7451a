"""Which drafts of a story are read, and which against which."""

from django.utils.timezone import now

from analysis.versions import VERSIONS
from articles.models import Draft
from review.models import Analysis, Comparison
from review.runs.running import GRACE


def partners(draft: Draft) -> list[Draft]:
    """Whom a new draft is compared with: the one it revises, and the latest of every other version."""
    others = Draft.objects.filter(story=draft.story_id).current().exclude(version=draft.version)
    return [*([draft.revises] if draft.revises else []), *others.defer("text")]


def reading_of(draft: Draft) -> tuple[Analysis, bool]:
    """The row for a draft read by today's checks, and whether it was missing and is made now."""
    return Analysis.objects.get_or_create(draft=draft, versions=VERSIONS, defaults={"due_at": now() + GRACE})


def comparison_of(one: Draft, other: Draft) -> tuple[Comparison, bool]:
    """The row for a pair, whichever draft is named first, and whether it was missing and is made now."""
    left, right = sorted((one, other), key=lambda draft: draft.pk)
    return Comparison.objects.get_or_create(
        left=left, right=right, versions=VERSIONS, defaults={"story_id": one.story_id}
    )

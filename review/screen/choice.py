"""Which two drafts of a story lie open."""

from collections.abc import Sequence

from django.http import Http404

from articles.models import Draft, DraftStanding
from review.models import Finding
from review.screen.look import Look

Pair = tuple[Draft, Draft | None]


def chosen_pair(drafts: Sequence[Draft], look: Look) -> Pair:
    """What the address names; else where its finding was found; else the two that are most worth comparing.

    `drafts` are all of the story, at least one, in order of their numbers. Raises `Http404` for the draft of
    another story.
    """
    by_id = {draft.pk: draft for draft in drafts}
    ids = [wanted for wanted in (look.a, look.b) if wanted] or _where_found(look)
    if not set(ids) <= set(by_id):
        raise Http404
    if not ids:
        return usual_pair(drafts)
    left = by_id[ids[0]]
    if len(ids) == 2 and ids[1] != ids[0]:
        return left, by_id[ids[1]]
    return left, _counterpart(left, drafts)


def usual_pair(drafts: Sequence[Draft]) -> Pair:
    """The latest drafts of two versions; with one version only, a revision and what it revises."""
    current = [draft for draft in drafts if draft.standing == DraftStanding.CURRENT]
    if len(current) > 1:
        left, right = sorted(current[-2:], key=lambda draft: draft.version)
        return left, right
    latest = current[0] if current else drafts[-1]
    if before := _counterpart(latest, drafts):
        return before, latest
    return latest, None


def _counterpart(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The draft that this one revises, or the latest of the others."""
    others = [other for other in drafts if other != draft]
    return next((other for other in others if other.pk == draft.revises_id), others[-1] if others else None)


def _where_found(look: Look) -> list[int]:
    """The drafts of the address's finding, as ids; none for a finding that is gone or of another story."""
    if look.finding is None:
        return []
    finding = (
        Finding.objects.filter(pk=look.finding, annotation__story=look.story)
        .select_related("comparison", "analysis")
        .defer("analysis__document")
        .first()
    )
    if finding is None:
        return []
    if finding.comparison:
        return [finding.comparison.left_id, finding.comparison.right_id]
    return [finding.analysis.draft_id] if finding.analysis else []

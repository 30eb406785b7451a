"""Which two drafts of a story lie open."""

from collections.abc import Mapping, Sequence, Set
from itertools import combinations

from django.http import Http404

from articles.models import Draft, DraftStanding
from review.models import Analysis, Finding, RunState
from review.screen.look import Look
from review.standing import OpenFindings, open_between, rank

Pair = tuple[Draft, Draft | None]
Between = Mapping[tuple[int, int], OpenFindings]  # by the ids of two drafts, the lower first

_NOTHING_OPEN = (99, 0)  # less than the least of findings


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
        return usual_pair(drafts, unread=_unread(look.story), between=open_between(look.story))
    left = by_id[ids[0]]
    if len(ids) == 2 and ids[1] != ids[0]:
        return left, by_id[ids[1]]
    return left, _counterpart(left, drafts)


def usual_pair(drafts: Sequence[Draft], *, unread: Set[int] = frozenset(), between: Between | None = None) -> Pair:
    """The two versions between which the gravest is open, else the latest two; of one version what it revises.

    `unread` are ids of drafts that could not be analysed: they lie open only where there are no two others.
    """
    current = [draft for draft in drafts if draft.standing == DraftStanding.CURRENT]
    read = [draft for draft in current if draft.pk not in unread]
    if len(current) > 1:
        candidates = read if len(read) > 1 else current
        pair = min(combinations(reversed(candidates), 2), key=lambda pair: _gravity(pair, between or {}))
        left, right = sorted(pair, key=lambda draft: draft.version)
        return left, right
    latest = current[0] if current else drafts[-1]
    if before := _counterpart(latest, drafts):
        return before, latest
    return latest, None


def _gravity(pair: tuple[Draft, Draft], between: Between) -> tuple[int, int]:
    """Sorts the pair with most of the gravest findings first."""
    one, other = sorted(draft.pk for draft in pair)
    found = between.get((one, other))
    return (rank(found.worst), -found.counts[0][1]) if found else _NOTHING_OPEN


def _unread(story_id: int) -> set[int]:
    """The drafts of which the last run brought nothing."""
    runs = Analysis.objects.filter(draft__story=story_id).order_by("id")
    last = dict(runs.values_list("draft", "state"))
    return {draft for draft, state in last.items() if state in {RunState.NOT_ANALYSED, RunState.FAILED}}


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

"""What an editor decides of a finding. The latest word on a story's fingerprint counts; none is ever changed."""

from django.db import transaction

from articles.audit import record
from articles.models import Story, User
from review.models import Finding, Reason, Resolution, ResolutionKind, Scope
from review.policies import Refused, check_can_resolve
from review.standing import Standing, standing_of
from review.states import settle
from review.verbs import Verb

_VERBS = {
    ResolutionKind.TO_FIX: Verb.MARKED_TO_FIX,
    ResolutionKind.DISMISSED: Verb.DISMISSED,
    ResolutionKind.ACCEPTED: Verb.ACCEPTED,
    ResolutionKind.REOPENED: Verb.REOPENED,
}


class DecidedMeanwhile(Refused):
    """Somebody else decided on this finding since the person looked; `standing` is how it stands now."""

    def __init__(self, standing: Standing) -> None:
        by = standing.resolution.by if standing.resolution else None
        super().__init__(f"{by or 'Backread'} was faster: the finding stands as “{standing.label}” now.")
        self.standing = standing


def mark_to_fix(*, by: User, finding: Finding, seen: int | None, note: str = "") -> Resolution:
    """Ask the writer for a change; the finding goes on blocking until a draft comes without it."""
    return _resolve(ResolutionKind.TO_FIX, by=by, finding=finding, note=note, seen=seen)


def dismiss(
    *,
    by: User,
    finding: Finding,
    reason: Reason,
    seen: int | None,
    note: str = "",
    scope: Scope = Scope.STORY,
) -> Resolution:
    """Close it with a reason, for this passage, this story or all stories of the desk."""
    return _resolve(ResolutionKind.DISMISSED, by=by, finding=finding, note=note, seen=seen, reason=reason, scope=scope)


def accept(*, by: User, finding: Finding, note: str, seen: int | None) -> Resolution:
    """Let it stand though it is right. Raises Refused without a note that says why."""
    if not note.strip():
        raise Refused("To accept a finding as it is takes a note that says why.")
    return _resolve(ResolutionKind.ACCEPTED, by=by, finding=finding, note=note, seen=seen)


def reopen(*, by: User, finding: Finding, seen: int | None, note: str = "") -> Resolution:
    """Take a decision back, as far as it reached. Raises Refused where none was made."""
    return _resolve(ResolutionKind.REOPENED, by=by, finding=finding, note=note, seen=seen)


@transaction.atomic
def _resolve(
    kind: ResolutionKind,
    *,
    by: User,
    finding: Finding,
    note: str,
    seen: int | None,
    reason: Reason | None = None,
    scope: Scope = Scope.STORY,
) -> Resolution:
    """`seen` is the latest resolution that the person saw, None for none. Raises DecidedMeanwhile."""
    story = Story.objects.locked().get(pk=finding.annotation.story_id)
    standing = standing_of(finding)
    check_can_resolve(by, standing.finding)
    last = standing.resolution
    if seen != (last.pk if last else None):
        raise DecidedMeanwhile(standing)
    if kind == ResolutionKind.REOPENED:
        if standing.is_open or last is None:
            raise Refused("The finding is open already.")
        scope = Scope(last.scope)
    resolution = Resolution.objects.create(
        story=story,
        fingerprint=finding.fingerprint,
        finding=finding,
        kind=kind,
        reason=reason or "",
        note=note.strip(),
        scope=scope,
        anchor=finding.anchor if scope == Scope.PASSAGE else "",
        by=by,
    )
    details = {"finding": finding.fingerprint, "message": finding.message, "from": standing.label}
    record(
        story=story,
        actor=by,
        verb=_VERBS[kind],
        details=details | {"reason": resolution.reason, "note": resolution.note, "scope": scope},
    )
    settle(story, by=by)
    return resolution

"""What an editor decides of a finding. The latest word on a story's fingerprint counts; none is ever changed."""

from dataclasses import asdict, dataclass, replace

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


@dataclass(frozen=True, slots=True)
class _Word:
    """What is decided, before it is written down."""

    kind: ResolutionKind
    note: str
    reason: str = ""
    scope: Scope = Scope.STORY


def mark_to_fix(*, by: User, finding: Finding, seen: int | None, note: str = "") -> Resolution:
    """Ask the writer for a change; the finding goes on blocking until a draft comes without it."""
    return _decide(_Word(ResolutionKind.TO_FIX, note.strip()), by=by, finding=finding, seen=seen)


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
    return _decide(_Word(ResolutionKind.DISMISSED, note.strip(), reason, scope), by=by, finding=finding, seen=seen)


def accept(*, by: User, finding: Finding, note: str, seen: int | None) -> Resolution:
    """Let it stand though it is right. Raises Refused without a note that says why."""
    if not note.strip():
        raise Refused("To accept a finding as it is takes a note that says why.")
    return _decide(_Word(ResolutionKind.ACCEPTED, note.strip()), by=by, finding=finding, seen=seen)


def reopen(*, by: User, finding: Finding, seen: int | None, note: str = "") -> Resolution:
    """Take a decision back, as far as it reached. Raises Refused where none was made."""
    return _decide(_Word(ResolutionKind.REOPENED, note.strip()), by=by, finding=finding, seen=seen)


@transaction.atomic
def _decide(word: _Word, *, by: User, finding: Finding, seen: int | None) -> Resolution:
    """`seen` is the latest resolution that the person saw, None for none. Raises DecidedMeanwhile."""
    story = Story.objects.locked().get(pk=finding.annotation.story_id)
    before = standing_of(finding)
    check_can_resolve(by, before.finding)
    if seen != (before.resolution.pk if before.resolution else None):
        raise DecidedMeanwhile(before)
    if word.kind == ResolutionKind.REOPENED:
        word = _reaching_as_far(word, before)
    resolution = Resolution.objects.create(
        story=story,
        fingerprint=finding.fingerprint,
        finding=finding,
        anchor=finding.anchor if word.scope == Scope.PASSAGE else "",
        by=by,
        **asdict(word),
    )
    details = {"finding": finding.fingerprint, "message": finding.message, "from": before.label}
    decided = {"reason": word.reason, "note": word.note, "scope": word.scope}
    record(story=story, actor=by, verb=_VERBS[word.kind], details=details | decided)
    settle(story, by=by)
    return resolution


def _reaching_as_far(word: _Word, before: Standing) -> _Word:
    """With the scope of what it takes back. Raises Refused where there is nothing to take back."""
    if before.is_open or before.resolution is None:
        raise Refused("The finding is open already.")
    return replace(word, scope=Scope(before.resolution.scope))

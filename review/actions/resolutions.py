"""What an editor decides of a finding. The latest word on a story's fingerprint counts; none is ever changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from articles.audit import record
from articles.models import Story, User
from review.alerting import alerts
from review.models import Finding, Reason, Resolution, ResolutionKind, Scope
from review.policies import (
    Refused,
    check_can_dismiss_with_others,
    check_can_resolve,
    check_can_take_back,
    who_was_faster,
)
from review.resolving import Word, is_sent_again, put_back, put_down, reopening, stories_reached
from review.standing import Standing, standing_of, standings_of
from review.states import ask_to_settle, settle
from review.verbs import Verb

_VERBS = {
    ResolutionKind.TO_FIX: Verb.MARKED_TO_FIX,
    ResolutionKind.DISMISSED: Verb.DISMISSED,
    ResolutionKind.ACCEPTED: Verb.ACCEPTED,
    ResolutionKind.REOPENED: Verb.REOPENED,
}


class DecidedMeanwhile(Refused):
    """Somebody else decided on this finding since the person looked; `standing` is how it stands now."""

    def __init__(self, standing: Standing, by: User) -> None:
        other = standing.resolution.by if standing.resolution else None
        super().__init__(f"{who_was_faster(other, by)}: the finding stands as “{standing.label}” now.")
        self.standing = standing


@dataclass(frozen=True, slots=True)
class Several:
    """What came of deciding on many at once: what was decided, and each other one with the sentence that says why not.

    `take_back_all` takes `resolutions` to undo it.
    """

    resolutions: tuple[Resolution, ...]
    refused: tuple[tuple[Finding, str], ...]


def mark_to_fix(*, by: User, finding: Finding, seen: int | None, note: str = "") -> Resolution:
    """Ask the writer for a change; the finding goes on blocking until a draft comes without it."""
    return _decide(Word(ResolutionKind.TO_FIX, note.strip()), by=by, finding=finding, seen=seen)


def dismiss(
    *,
    by: User,
    finding: Finding,
    reason: Reason,
    seen: int | None,
    note: str = "",
    scope: Scope = Scope.STORY,
    until: datetime | None = None,
) -> Resolution:
    """Close it with a reason, for this passage, this story or all stories of the desk; with `until` for a while."""
    word = _dismissal(reason, note=note, scope=scope, until=until)
    return _decide(word, by=by, finding=finding, seen=seen)


@transaction.atomic
def dismiss_all(
    *,
    by: User,
    findings: Iterable[Finding],
    reason: Reason,
    note: str = "",
    scope: Scope = Scope.STORY,
    until: datetime | None = None,
) -> Several:
    """Close many of one story in one act; blockers and what was decided meanwhile are left, each saying why."""
    word = _dismissal(reason, note=note, scope=scope, until=until)
    story, found = _locked_together(findings, by=by)
    open_to_it, refused = _sorted_out(found, check_can_dismiss_with_others)
    done = [put_down(word, standing.finding, by=by) for standing in open_to_it]
    _record_several(Verb.DISMISSED_SEVERAL, open_to_it, word.told_on(story.desk), story=story, by=by)
    return Several(tuple(done), refused)


def accept(*, by: User, finding: Finding, note: str, seen: int | None) -> Resolution:
    """Let it stand though it is right. Raises Refused without a note that says why."""
    if not note.strip():
        raise Refused("To accept a finding as it is takes a note that says why.")
    return _decide(Word(ResolutionKind.ACCEPTED, note.strip()), by=by, finding=finding, seen=seen)


def reopen(*, by: User, finding: Finding, seen: int | None, note: str = "") -> Resolution:
    """Take a decision back, as far as it reached. Raises Refused where none was made."""
    return _decide(Word(ResolutionKind.REOPENED, note.strip()), by=by, finding=finding, seen=seen)


@transaction.atomic
def take_back(*, by: User, finding: Finding, seen: int | None) -> Resolution:
    """Undo the last word on a finding: what stood before it stands again."""
    story = Story.objects.locked().get(pk=finding.annotation.story_id)
    before = standing_of(finding)
    _check_is_as_seen(before, seen, by)
    check_can_take_back(by, before)
    resolution = put_back(before, by=by)
    details = {"finding": finding.fingerprint, "message": finding.message, "from": before.label}
    record(story=story, actor=by, verb=Verb.TOOK_BACK_DECISION, details=details)
    _follow(story, [before], by=by, opens=True)
    return resolution


@transaction.atomic
def take_back_all(*, by: User, resolutions: Iterable[Resolution]) -> Several:
    """Undo what was decided on many at once; where somebody decided otherwise since, that stands, and says so."""
    latest = {resolution.finding_id: resolution.pk for resolution in resolutions}
    story, found = _locked_together(Finding.objects.filter(pk__in=[pk for pk in latest if pk]), by=by)

    def check(standing: Standing) -> None:
        _check_is_as_seen(standing, latest[standing.finding.pk], by)
        check_can_take_back(by, standing)

    unchanged, refused = _sorted_out(found, check)
    done = [put_back(standing, by=by) for standing in unchanged]
    _record_several(Verb.TOOK_BACK_DECISION, unchanged, {}, story=story, by=by)
    return Several(tuple(done), refused)


@transaction.atomic
def _decide(word: Word, *, by: User, finding: Finding, seen: int | None) -> Resolution:
    """`seen` is the latest resolution that the person saw, None for none. Raises DecidedMeanwhile."""
    story = Story.objects.locked().get(pk=finding.annotation.story_id)
    before = standing_of(finding)
    check_can_resolve(by, before.finding)
    if before.resolution and is_sent_again(word, before, by=by, seen=seen):
        return before.resolution
    _check_is_as_seen(before, seen, by)
    if word.kind == ResolutionKind.REOPENED:
        word = _reaching_as_far(word, before)
    resolution = put_down(word, finding, by=by)
    details = {"finding": finding.fingerprint, "message": finding.message, "from": before.label}
    record(story=story, actor=by, verb=_VERBS[word.kind], details=details | word.told_on(story.desk))
    opens = word.kind == ResolutionKind.REOPENED
    _follow(story, [before], by=by, opens=opens, is_for_desk=word.scope == Scope.DESK)
    return resolution


def _dismissal(reason: Reason, *, note: str, scope: Scope, until: datetime | None) -> Word:
    if until and until <= now():
        raise Refused("A dismissal can only run out in time to come.")
    return Word(ResolutionKind.DISMISSED, note.strip(), reason, scope, until)


def _check_is_as_seen(standing: Standing, seen: int | None, by: User) -> None:
    if seen != (standing.resolution.pk if standing.resolution else None):
        raise DecidedMeanwhile(standing, by)


def _reaching_as_far(word: Word, before: Standing) -> Word:
    """With the scope of what it takes back. Raises Refused where there is nothing to take back."""
    if before.is_open or before.resolution is None:
        raise Refused("The finding is open already.")
    return reopening(before.resolution, note=word.note)


def _locked_together(findings: Iterable[Finding], *, by: User) -> tuple[Story, list[Standing]]:
    """Their story, and each as it stands. Raises Refused where they are none, or of several stories."""
    chosen = Finding.objects.filter(pk__in=[finding.pk for finding in findings])
    stories = set(chosen.values_list("annotation__story", flat=True))
    if len(stories) != 1:
        raise Refused("Choose findings of one story.")
    story = Story.objects.locked().get(pk=stories.pop())
    found = standings_of(chosen)
    check_can_resolve(by, found[0].finding)
    return story, list({standing.finding.fingerprint: standing for standing in found}.values())


def _sorted_out(
    found: list[Standing], check: Callable[[Standing], None]
) -> tuple[list[Standing], tuple[tuple[Finding, str], ...]]:
    """Those that pass, and each of the others with why not."""
    passed, refused = [], []
    for standing in found:
        try:
            check(standing)
        except Refused as why:
            refused.append((standing.finding, str(why)))
        else:
            passed.append(standing)
    return passed, tuple(refused)


def _record_several(verb: Verb, found: list[Standing], told: dict[str, Any], *, story: Story, by: User) -> None:
    """One event for all; none where nothing was changed."""
    if not found:
        return
    findings = {standing.finding.fingerprint: standing.finding.message for standing in found}
    named = {"findings": sorted(findings), "messages": sorted(set(findings.values()))}
    record(story=story, actor=by, verb=verb, details=named | told)
    opens = verb == Verb.TOOK_BACK_DECISION
    _follow(story, found, by=by, opens=opens, is_for_desk=told.get("scope") == Scope.DESK)


def _follow(story: Story, found: list[Standing], *, by: User, opens: bool, is_for_desk: bool = False) -> None:
    """The story's state, those of others that a word for the desk reaches or reached, and what signers need to hear."""
    settle(story, by=by)
    if opens:
        alerts.tell_new_conflicts(story, by=by)
    reached = [s.resolution for s in found if s.resolution and s.resolution.scope == Scope.DESK]
    if is_for_desk or reached:
        ask_to_settle(stories_reached(story, [standing.finding.fingerprint for standing in found]))

"""The acts of sign-off: approve, send back, hold, release, kill."""

from django.db import transaction

from articles.audit import record
from articles.canonical import sha256_of
from articles.models import Draft, Story, User
from review.alerting import alerts
from review.models import AlertKind, Decision, DecisionKind
from review.policies import (
    Refused,
    check_can_approve,
    check_can_hold,
    check_can_kill,
    check_can_release,
    check_can_send_back,
)
from review.standing import approval_standing, findings_as_they_stand, work_on
from review.standing.findings import digest_of
from review.states import settle
from review.verbs import Verb


@transaction.atomic
def approve(*, by: User, draft: Draft, note: str = "", seen_sha256: str) -> Decision:
    """Sign exactly the text that the person saw. Raises Refused with the first thing that stands in the way."""
    story, draft = _locked(draft)
    if seen_sha256 != draft.sha256:
        raise Refused(f"The text of draft {draft.label} is not the one that you saw: read it again before you sign.")
    if sha256_of(draft.text) != draft.sha256:
        raise Refused(f"The text of draft {draft.label} is not the one that was handed in: nobody can sign it.")
    check_can_approve(by, draft)
    decision = _decide(DecisionKind.APPROVE, Verb.APPROVED, by=by, story=story, draft=draft, note=note)
    if approval_standing(story).holds:
        alerts.tell(AlertKind.APPROVED, story=story, draft=draft, by=by, note=note)
    return decision


@transaction.atomic
def send_back(*, by: User, draft: Draft, note: str) -> Decision:
    """Ask for another draft; a signature under this text is gone. Raises Refused without a reason."""
    story, draft = _locked(draft)
    check_can_send_back(by, draft)
    _check_says_why(note, to="send a draft back")
    decision = _decide(DecisionKind.SEND_BACK, Verb.SENT_BACK, by=by, story=story, draft=draft, note=note)
    alerts.tell(AlertKind.SENT_BACK, story=story, draft=draft, by=by, note=note)
    return decision


@transaction.atomic
def hold(*, by: User, story: Story, note: str) -> Decision:
    """Nobody signs until it is released; outranks an approval. Raises Refused without a reason."""
    story = Story.objects.locked().get(pk=story.pk)
    check_can_hold(by, story)
    _check_says_why(note, to="put a story on hold")
    decision = _decide(DecisionKind.HOLD, Verb.HELD, by=by, story=story, note=note)
    alerts.tell(AlertKind.HELD, story=story, draft=None, by=by, note=note)
    return decision


@transaction.atomic
def release(*, by: User, story: Story, note: str = "") -> Decision:
    """Go on where the story stood; a signature under a text that still stands is good again."""
    story = Story.objects.locked().get(pk=story.pk)
    check_can_release(by, story)
    return _decide(DecisionKind.RELEASE, Verb.RELEASED, by=by, story=story, note=note)


@transaction.atomic
def kill(*, by: User, story: Story, note: str = "") -> Decision:
    """The end of the story: nothing can be handed in or decided any more."""
    story = Story.objects.locked().get(pk=story.pk)
    check_can_kill(by, story)
    return _decide(DecisionKind.KILL, Verb.KILLED, by=by, story=story, note=note)


def _locked(draft: Draft) -> tuple[Story, Draft]:
    story = Story.objects.locked().get(pk=draft.story_id)
    return story, story.drafts.get(pk=draft.pk)


def _check_says_why(note: str, *, to: str) -> None:
    if not note.strip():
        raise Refused(f"To {to} takes a note that says why.")


def _decide(
    kind: DecisionKind, verb: Verb, *, by: User, story: Story, note: str, draft: Draft | None = None
) -> Decision:
    """The decision with all that it is bound to: the text, the findings, the checks that were made."""
    findings = findings_as_they_stand(draft) if draft else []
    decision = Decision.objects.create(
        story=story,
        kind=kind,
        draft=draft,
        sha256=draft.sha256 if draft else "",
        findings=findings,
        findings_digest=digest_of(findings) if draft else "",
        versions=_checks_made(draft) if draft else "",
        note=note.strip(),
        by=by,
    )
    details = {"draft": draft.label if draft else None, "sha256": decision.sha256, "note": decision.note}
    record(story=story, actor=by, verb=verb, details=details | {"findings": decision.findings_digest})
    settle(story, by=by)
    return decision


def _checks_made(draft: Draft) -> str:
    """Which checks read this draft last; older ones than today's until it is read anew."""
    analysis = work_on(draft.story).analysis_of(draft)
    return analysis.versions if analysis else ""

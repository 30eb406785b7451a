"""The acts of sign-off, each by the table of moves."""

from django.db import transaction

from articles.audit import record
from articles.canonical import sha256_of
from articles.models import Draft, Role, Story, User
from review.alerting import alerts
from review.models import SIGNATURES, AlertKind, Decision, DecisionKind
from review.moves import MOVES
from review.policies import Refused, check_can_decide
from review.standing import approval_standing, findings_as_they_stand, legal_read_of, work_on
from review.standing.findings import digest_of
from review.states import settle
from review.webhooks.announcing import announce_approved

_TOLD = {
    DecisionKind.WITHDRAW: AlertKind.WITHDRAWN,
    DecisionKind.SEND_BACK: AlertKind.SENT_BACK,
    DecisionKind.HOLD: AlertKind.HELD,
    DecisionKind.CORRECT: AlertKind.CORRECTION,
    DecisionKind.KILL: AlertKind.KILLED,
}


@transaction.atomic
def decide(
    *, by: User, kind: DecisionKind, story: Story, draft: Draft | None = None, note: str = "", seen_sha256: str = ""
) -> Decision:
    """Do one act, bound to the text that the person saw where it reads one. Raises Refused with the reason."""
    story = Story.objects.locked().get(pk=story.pk)
    draft = story.drafts.get(pk=draft.pk) if draft else None
    move = MOVES[kind]
    if draft and move.reads_text:
        _check_is_the_text(draft, seen_sha256)
    check_can_decide(by, kind, story, draft)
    if move.takes_note and not note.strip():
        raise Refused(f"To {move.to_do} takes a note that says why.")
    decision = _write_down(kind, by=by, story=story, draft=draft if move.on_text else None, note=note.strip())
    _tell(decision, draft)
    return decision


def approve(*, by: User, draft: Draft, note: str = "", seen_sha256: str) -> Decision:
    """Sign exactly the text that the person saw."""
    return decide(by=by, kind=DecisionKind.APPROVE, story=draft.story, draft=draft, note=note, seen_sha256=seen_sha256)


def send_back(*, by: User, draft: Draft, note: str) -> Decision:
    """Ask for another draft; a signature under this text is gone."""
    return decide(by=by, kind=DecisionKind.SEND_BACK, story=draft.story, draft=draft, note=note)


def hold(*, by: User, story: Story, note: str) -> Decision:
    """Nobody signs until it is released; outranks an approval."""
    return decide(by=by, kind=DecisionKind.HOLD, story=story, note=note)


def release(*, by: User, story: Story, note: str = "") -> Decision:
    """Go on where the story stood; a signature under a text that still stands is good again."""
    return decide(by=by, kind=DecisionKind.RELEASE, story=story, note=note)


def kill(*, by: User, story: Story, note: str) -> Decision:
    """The end of the story: nothing can be handed in or decided any more."""
    return decide(by=by, kind=DecisionKind.KILL, story=story, note=note)


def _check_is_the_text(draft: Draft, seen_sha256: str) -> None:
    if seen_sha256 != draft.sha256:
        raise Refused(f"The text of draft {draft.label} is not the one that you saw: read it again before you sign.")
    if sha256_of(draft.text) != draft.sha256:
        raise Refused(f"The text of draft {draft.label} is not the one that was handed in: nobody can sign it.")


def _write_down(kind: DecisionKind, *, by: User, story: Story, draft: Draft | None, note: str) -> Decision:
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
        note=note,
        by=by,
    )
    details = {"draft": draft.label if draft else None, "sha256": decision.sha256, "note": note}
    bound = {"findings": decision.findings_digest, "versions": decision.versions}
    record(story=story, actor=by, verb=MOVES[kind].verb, details=details | bound)
    settle(story, by=by)
    return decision


def _checks_made(draft: Draft) -> str:
    """Which checks read this draft last; older ones than today's until it is read anew."""
    analysis = work_on(draft.story).analysis_of(draft)
    return analysis.versions if analysis else ""


def _tell(decision: Decision, draft: Draft | None) -> None:
    """The writer and the chiefs; of a legal read those who are asked, or who asked."""
    story, by, note = decision.story, decision.by, decision.note
    kind = DecisionKind(decision.kind)
    if kind in SIGNATURES:
        approval = approval_standing(story)
        if approval.holds:
            reserved = [f"With reservations: {one.note}" for one in approval.reservations]
            note = "\n".join([*reserved, *([note] if kind == DecisionKind.APPROVE and note else [])])
            alerts.tell(AlertKind.APPROVED, story=story, draft=decision.draft, by=by, note=note)
            announce_approved(decision, approval)
    elif kind == DecisionKind.ASK_LEGAL:
        lawyers = User.objects.filter(is_active=True, memberships__desk=story.desk, memberships__role=Role.LEGAL)
        alerts.tell(AlertKind.LEGAL_ASKED, story=story, draft=draft, by=by, note=note, to=lawyers)
    elif kind == DecisionKind.LEGAL_READ and (asked := legal_read_of(story).asked):
        alerts.tell(AlertKind.LEGAL_READ, story=story, draft=decision.draft, by=by, note=note, to=[asked.by])
    elif told := _TOLD.get(kind):
        alerts.tell(told, story=story, draft=decision.draft, by=by, note=note)

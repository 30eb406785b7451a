"""Signatures: whether the text that was signed is the text that stands, and whether anything came up since."""

from dataclasses import dataclass
from enum import StrEnum

from analysis.findings import Severity
from articles.models import Draft, Story
from review.models import Decision, DecisionKind
from review.standing.findings import Standing, standings
from review.standing.latest import OPEN_KINDS


class ApprovalKind(StrEnum):
    NONE = "none"
    APPROVED = "approved"
    STALE = "stale"
    NEW_CONFLICT = "new_conflict"


@dataclass(frozen=True, slots=True)
class ApprovalStanding:
    """Where the sign-off of a story stands.

    `decision` is the last signature; `current` the draft that stands for the signed version now (None: it was
    left out); `missing` how many signatures the desk still wants for a current text.
    """

    kind: ApprovalKind
    decision: Decision | None = None
    signatures: tuple[Decision, ...] = ()
    missing: int = 0
    current: Draft | None = None
    new_conflicts: tuple[Standing, ...] = ()

    @property
    def reservations(self) -> tuple[Decision, ...]:
        return tuple(signature for signature in self.signatures if signature.kind == DecisionKind.RESERVE)

    @property
    def holds(self) -> bool:
        """Whether a text that stands today is signed by as many as the desk wants."""
        return self.kind in {ApprovalKind.APPROVED, ApprovalKind.NEW_CONFLICT}


def approval_standing(story: Story) -> ApprovalStanding:
    """The last approval of a text that stands counts, else the last one that went stale."""
    needed = story.desk.signatures_needed
    current = list(story.drafts.current().defer("text"))
    signed = signatures_by_text(story)
    complete = [text for text, signatures in signed.items() if len(signatures) >= needed]
    standing_texts = {draft.sha256: draft for draft in current}
    for text in reversed(complete):
        if text in standing_texts:
            return _approved(story, signed[text], standing_texts[text])
    if complete:
        return _stale(signed[complete[-1]], current)
    begun = next((signed[text] for text in standing_texts if text in signed), ())
    return ApprovalStanding(
        ApprovalKind.NONE, begun[-1] if begun else None, begun, needed - len(begun), begun[-1].draft if begun else None
    )


def signatures_by_text(story: Story) -> dict[str, tuple[Decision, ...]]:
    """The valid signatures under each text, by its sha256; sending a text back takes them away, a signer their own.

    Who signed a text and handed it in later has not signed it with other eyes: that signature counts no more.
    """
    roles = ("handed_in_by", "written_by", "upload__uploaded_by")
    own = {pair for role in roles for pair in story.drafts.values_list("sha256", role)}
    signed: dict[str, tuple[Decision, ...]] = {}
    for decision in story.decisions.select_related("by", "draft").defer("draft__text").order_by("id"):
        match decision.kind:
            case DecisionKind.SEND_BACK:
                signed.pop(decision.sha256, None)
            case DecisionKind.WITHDRAW:
                before = signed.pop(decision.sha256, ())
                signed[decision.sha256] = tuple(one for one in before if one.by_id != decision.by_id)
            case DecisionKind.APPROVE | DecisionKind.RESERVE if (decision.sha256, decision.by_id) not in own:
                signed[decision.sha256] = (*signed.pop(decision.sha256, ()), decision)
    return {text: signatures for text, signatures in signed.items() if signatures}


def _approved(story: Story, signatures: tuple[Decision, ...], draft: Draft) -> ApprovalStanding:
    decision = signatures[-1]
    known = {(fingerprint, severity) for fingerprint, severity, resolved in decision.findings if resolved in OPEN_KINDS}
    grave = [s for s in standings(story) if s.concerns(draft) and _is_grave(s)]
    new = tuple(s for s in grave if (s.finding.fingerprint, s.finding.severity) not in known)
    kind = ApprovalKind.NEW_CONFLICT if new else ApprovalKind.APPROVED
    return ApprovalStanding(kind, decision, signatures, current=draft, new_conflicts=new)


def _is_grave(standing: Standing) -> bool:
    return standing.is_open and (standing.finding.conflict or standing.finding.severity == Severity.BLOCKER)


def _stale(signatures: tuple[Decision, ...], current: list[Draft]) -> ApprovalStanding:
    decision = signatures[-1]
    versions = {draft.version: draft for draft in current}
    now = versions.get(decision.draft.version) if decision.draft else None
    return ApprovalStanding(ApprovalKind.STALE, decision, signatures, current=now)

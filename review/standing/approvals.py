"""Signatures: whether the text that was signed is the text that stands, and whether anything came up since."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar

from analysis.findings import Severity
from articles.models import Draft, Story
from review.models import Decision, DecisionKind
from review.standing.findings import Standing, standings, standings_in
from review.standing.latest import OPEN_KINDS
from review.standing.orders import decisions_on

_MAKERS = ("handed_in_by", "written_by", "upload__uploaded_by")
Row = TypeVar("Row", Draft, Decision)
Signatures = dict[str, tuple[Decision, ...]]  # by the sha256 of the text, the last text to be signed last


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
    current = list(story.drafts.current().defer("text"))
    needed = story.desk.signatures_needed
    return approval_from(needed, current, signatures_by_text(story), found=lambda: standings(story))


def approvals_of(stories: Collection[Story]) -> dict[int, ApprovalStanding]:
    """The same for many stories, by their ids, in a constant number of queries."""
    found = cache(lambda: standings_in(stories))
    current = _by_story(Draft.objects.current().filter(story__in=stories).defer("text"))
    decided = Decision.objects.filter(story__in=stories).select_related("by", "draft").defer("draft__text")
    decisions = _by_story(decided.order_by("id"))
    made: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for story_id, text, *people in Draft.objects.filter(story__in=stories).values_list("story", "sha256", *_MAKERS):
        made[story_id] |= {(text, person) for person in people if person}
    return {
        story.pk: approval_from(
            story.desk.signatures_needed,
            current[story.pk],
            _signatures_from(decisions[story.pk], made[story.pk]),
            found=lambda pk=story.pk: found()[pk],  # type: ignore[misc]
        )
        for story in stories
    }


def approval_from(
    needed: int, current: Sequence[Draft], signed: Signatures, *, found: Callable[[], list[Standing]]
) -> ApprovalStanding:
    """The same from the drafts that stand and the signatures; `found` is asked only where a text is approved."""
    complete = [text for text, signatures in signed.items() if len(signatures) >= needed]
    standing_texts = {draft.sha256: draft for draft in current}
    for text in reversed(complete):
        if text in standing_texts:
            return _approved(found(), signed[text], standing_texts[text])
    if complete:
        return _stale(signed[complete[-1]], current)
    begun = next((signed[text] for text in standing_texts if text in signed), ())
    return ApprovalStanding(
        ApprovalKind.NONE, begun[-1] if begun else None, begun, needed - len(begun), begun[-1].draft if begun else None
    )


def signatures_by_text(story: Story) -> Signatures:
    """The valid signatures under each text, by its sha256."""
    return signatures_among(story, decisions_on(story))


def signatures_among(story: Story, decisions: Sequence[Decision]) -> Signatures:
    """The same from all decisions of the story, the oldest first."""
    return _signatures_from(decisions, _who_made_which_text(story)) if decisions else {}


def _signatures_from(decisions: Iterable[Decision], made: Set[tuple[str, int]]) -> Signatures:
    """Oldest decisions first. Sending a text back takes its signatures away, a signer their own.

    Who signed a text and handed it in later has not signed it with other eyes: that signature counts no more.
    """
    signed: Signatures = {}
    for decision in decisions:
        match decision.kind:
            case DecisionKind.SEND_BACK:
                signed.pop(decision.sha256, None)
            case DecisionKind.WITHDRAW:
                before = signed.pop(decision.sha256, ())
                signed[decision.sha256] = tuple(one for one in before if one.by_id != decision.by_id)
            case DecisionKind.APPROVE | DecisionKind.RESERVE if (decision.sha256, decision.by_id) not in made:
                signed[decision.sha256] = (*signed.pop(decision.sha256, ()), decision)
    return {text: signatures for text, signatures in signed.items() if signatures}


def _who_made_which_text(story: Story) -> frozenset[tuple[str, int]]:
    """Each text of the story by its sha256, with everybody who wrote it, sent it or handed it in."""
    rows = story.drafts.values_list("sha256", *_MAKERS)
    return frozenset((text, person) for text, *people in rows for person in people if person)


def _by_story(rows: Iterable[Row]) -> dict[int, list[Row]]:
    told: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        told[row.story_id].append(row)
    return told


def _approved(found: Iterable[Standing], signatures: tuple[Decision, ...], draft: Draft) -> ApprovalStanding:
    decision = signatures[-1]
    known = {(fingerprint, severity) for fingerprint, severity, resolved in decision.findings if resolved in OPEN_KINDS}
    grave = [standing for standing in found if standing.concerns(draft) and _is_grave(standing)]
    new = tuple(s for s in grave if (s.finding.fingerprint, s.finding.severity) not in known)
    kind = ApprovalKind.NEW_CONFLICT if new else ApprovalKind.APPROVED
    return ApprovalStanding(kind, decision, signatures, current=draft, new_conflicts=new)


def _is_grave(standing: Standing) -> bool:
    return standing.is_open and (standing.finding.conflict or standing.finding.severity == Severity.BLOCKER)


def _stale(signatures: tuple[Decision, ...], current: Iterable[Draft]) -> ApprovalStanding:
    decision = signatures[-1]
    versions = {draft.version: draft for draft in current}
    now = versions.get(decision.draft.version) if decision.draft else None
    return ApprovalStanding(ApprovalKind.STALE, decision, signatures, current=now)

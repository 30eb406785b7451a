"""Where a story stands: worked out anew after every change, in one place."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.timezone import now

from articles.audit import record
from articles.models import Draft, Story, StoryState, User
from review.alerting import alerts
from review.models import VERDICTS, Decision, DecisionKind, Unsettled
from review.runs import rests
from review.runs.queue import Errand, enqueue
from review.standing import (
    Standing,
    Work,
    approval_from,
    decisions_on,
    legal_read_among,
    obstacles_in_text,
    order_among,
    signatures_among,
    standings,
    work_on,
)
from review.standing.marks import mark
from review.verbs import Verb


def settle(story: Story, *, by: User | None = None, work: Work | None = None) -> None:
    """Store the state that follows from everything else, and tell whom it concerns.

    Needs the story's lock. `by` is whose act it was; None is the system, which touches no story. `work` is the
    story's, where it is at hand.
    """
    place = _Place(story, work or work_on(story))
    before, story.state = story.state, place.state
    if by:
        story.touched_by, story.touched_at = by, now()
    mark([story.pk], state=story.state, touched_by=story.touched_by_id, touched_at=story.touched_at)
    if story.state != before:
        record(story=story, actor=by, verb=Verb.CHANGED_STATE, details={"from": before, "to": story.state})
    if story.state == StoryState.READY:
        alerts.tell_awaiting(place.ready[-1], by=by)
    elif story.state != StoryState.ANALYSING:
        alerts.withdraw_awaiting(story)


def ask_to_settle(story_ids: Iterable[int]) -> None:
    """Have stories settled that a decision reaches, in its transaction; the sweep goes on where messages are lost."""
    reached = list(story_ids)
    Unsettled.objects.leave(reached, for_now=rests.GRACE)
    for story_id in reached:
        enqueue(Errand.SETTLE_STORY, story_id)


def state_of(story: Story) -> StoryState:
    """Worked out from nothing, as a check on what is stored."""
    return _Place(story, work_on(story)).state


@dataclass(frozen=True)
class _Place:
    """What the state depends on: each part is read when it is asked for, and once."""

    story: Story
    work: Work

    @property
    def state(self) -> StoryState:
        """An order (kill, hold, file, correct) outranks a signature, a signature outranks the work."""
        if order := order_among(self.decisions, self.work.drafts):
            return order
        if not self.work.drafts:
            return StoryState.DRAFTING
        if self.is_approved:
            return StoryState.APPROVED
        if not self.work.is_over:
            return StoryState.ANALYSING
        return StoryState.READY if self.ready else StoryState.NEEDS_WORK

    @cached_property
    def decisions(self) -> list[Decision]:
        return decisions_on(self.story)

    @cached_property
    def found(self) -> list[Standing]:
        return standings(self.story, drafts=self.work.drafts)

    @property
    def is_approved(self) -> bool:
        signed, needed = signatures_among(self.story, self.decisions), self.story.desk.signatures_needed
        return approval_from(needed, self.work.drafts, signed, found=lambda: self.found).holds

    @cached_property
    def ready(self) -> list[Draft]:
        """The current drafts that a chief could sign, newest last."""
        legal = legal_read_among(self.decisions)
        last_word = {one.sha256: one.kind for one in self.decisions if one.kind in VERDICTS}
        return [
            draft
            for draft in self.work.drafts
            if last_word.get(draft.sha256) != DecisionKind.SEND_BACK
            and not obstacles_in_text(draft, work=self.work, found=self.found, legal=legal)
        ]

"""Where a story stands: worked out anew after every change, in one place."""

from django.utils.timezone import now

from articles.audit import record
from articles.models import Draft, Story, StoryState, User
from review.alerting import alerts
from review.alerting.sending import send_alerts
from review.models import VERDICTS, DecisionKind
from review.runs.queue import enqueue
from review.standing import approval_standing, legal_read_of, obstacles_in_text, order_on, standings, work_on
from review.verbs import Verb


def settle(story: Story, *, by: User | None = None) -> None:
    """Store the state that follows from everything else, and tell whom it concerns.

    Needs the story's lock. `by` is whose act it was; None is the system, which touches no story.
    """
    before, story.state = story.state, state_of(story)
    if by:
        story.touched_by, story.touched_at = by, now()
    story.save(update_fields=["state", "touched_by", "touched_at"])
    if story.state != before:
        record(story=story, actor=by, verb=Verb.CHANGED_STATE, details={"from": before, "to": story.state})
    if story.state == StoryState.READY:
        alerts.tell_awaiting(ready_drafts(story)[-1], by=by)
    elif story.state != StoryState.ANALYSING:
        alerts.withdraw_awaiting(story)
    enqueue(send_alerts)  # once, for all that the transaction tells


def state_of(story: Story) -> StoryState:
    """An order (kill, hold, file, correct) outranks a signature, a signature outranks the work."""
    if order := order_on(story):
        return order
    work = work_on(story)
    if not work.drafts:
        return StoryState.DRAFTING
    if approval_standing(story).holds:
        return StoryState.APPROVED
    if not work.is_over:
        return StoryState.ANALYSING
    return StoryState.READY if ready_drafts(story) else StoryState.NEEDS_WORK


def ready_drafts(story: Story) -> list[Draft]:
    """The current drafts that a chief could sign, newest last."""
    work, found, legal = work_on(story), standings(story), legal_read_of(story)
    on_texts = story.decisions.filter(kind__in=VERDICTS).order_by("id")
    last_word = {decision.sha256: decision.kind for decision in on_texts}
    return [
        draft
        for draft in work.drafts
        if last_word.get(draft.sha256) != DecisionKind.SEND_BACK
        and not obstacles_in_text(draft, work=work, found=found, legal=legal)
    ]

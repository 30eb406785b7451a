"""Taking a draft back, or to the story that it belongs to: its predecessor stands again, and nothing is deleted."""

from django.db import transaction

from articles.audit import record
from articles.models import Draft, DraftStanding, Story, Upload, User
from review.actions.drafts import receive_draft, stand_again
from review.alerting import alerts
from review.policies import Refused, check_can_hand_in, check_can_move, check_can_withdraw
from review.runs.carrying import carry_over
from review.standing import approval_standing
from review.states import settle
from review.verbs import Verb


@transaction.atomic
def withdraw_draft(*, by: User, draft: Draft, note: str = "") -> None:
    """What was handed in by mistake counts no more: it is neither compared nor signed, and blocks nobody."""
    story = Story.objects.locked().get(pk=draft.story_id)
    draft = story.drafts.get(pk=draft.pk)
    check_can_withdraw(by, draft)
    _take_back(draft, story, verb=Verb.WITHDREW_DRAFT, by=by, details={"note": note.strip()})


@transaction.atomic
def move_draft(*, by: User, draft: Draft, to: Story, revises: Draft | None = None, note: str = "") -> Draft:
    """Withdraw it here and hand the same text in there, by whom it was handed in.

    A draft never changes, not even its story: what was decided and recorded about it stays with the one it left.
    """
    stories = Story.objects.locked().order_by("pk").in_bulk([draft.story_id, to.pk])  # in one order, for two at once
    story, to = stories[draft.story_id], stories[to.pk]
    draft = story.drafts.get(pk=draft.pk)
    check_can_move(by, draft, to)
    check_can_hand_in(by, to)
    _check_is_new_there(draft, to)
    moved = receive_draft(
        by=by,
        story=to,
        headline=draft.headline,
        body=_body(draft),
        revises=revises,
        byline=draft.byline,
        dateline=draft.dateline,
        dated=draft.dated,
        source=draft.source,
        written_by=draft.written_by,
        handed_in_by=draft.handed_in_by,
        upload=_copied(draft.upload, to),
    )
    arrived = {"draft": moved.label, "from_story": story.slug, "was": draft.label, "note": note.strip()}
    record(story=to, actor=by, verb=Verb.MOVED_HERE, details=arrived)
    left = {"to_story": to.slug, "note": note.strip()}
    _take_back(draft, story, verb=Verb.MOVED_AWAY, by=by, details=left)
    return moved


def _take_back(draft: Draft, story: Story, *, verb: Verb, by: User, details: dict[str, str]) -> None:
    before = approval_standing(story)
    draft.standing = DraftStanding.WITHDRAWN
    draft.save(update_fields=["standing"])
    again = _restored(draft)
    told = {"draft": draft.label, "stands_again": again.label if again else None}
    record(story=story, actor=by, verb=verb, details=told | details)
    carry_over(story)  # what the withdrawn draft had fixed, its predecessor still has
    settle(story, by=by)
    alerts.tell_stale(story, before=before, by=by)


def _restored(draft: Draft) -> Draft | None:
    """The draft that it had revised stands again, and is compared with all that came meanwhile."""
    again = draft.revises
    if again is None or again.standing != DraftStanding.SUPERSEDED:
        return None
    stand_again(again)
    return again


def _check_is_new_there(draft: Draft, to: Story) -> None:
    if same := to.drafts.current().filter(sha256=draft.sha256).defer("text").first():
        raise Refused(f"The story “{to}” has this text already, as draft {same.label}.")


def _body(draft: Draft) -> str:
    """The text below the headline, from which the same canonical text is made again."""
    return "\n".join(draft.text[start:end] for name, start, end in draft.sections if name != "headline")


def _copied(upload: Upload | None, to: Story) -> Upload | None:
    """The bytes go along: who sent them signs neither story, and the same file is known there as well."""
    if upload is None:
        return None
    upload.pk, upload.story, upload._state.adding = None, to, True
    upload.save(force_insert=True)
    return upload

"""Receiving a draft, the first act of every review; leaving one out, and taking it in again."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.db.models import Max

from articles.audit import record
from articles.canonical import Canonical, canonical
from articles.models import Draft, DraftStanding, Story, Upload, User
from review.actions.comments import carry_notes
from review.alerting import alerts
from review.pairs import comparison_of, partners, reading_of
from review.policies import Refused, check_can_exclude, check_can_hand_in, check_can_revise, check_can_take_in_again
from review.runs.queue import Errand, enqueue
from review.standing import approval_standing
from review.states import settle
from review.verbs import Verb


class Furniture(TypedDict, total=False):
    """What is told about a text, beside the text."""

    byline: str
    dateline: str
    dated: date | None
    source: str
    written_by: User | None
    handed_in_by: User
    upload: Upload | None


@transaction.atomic
def receive_draft(
    *, by: User, story: Story, headline: str, body: str, revises: Draft | None = None, **furniture: Unpack[Furniture]
) -> Draft:
    """The next draft, of the version that it revises or of a new one. Furniture may name who else handed it in."""
    story = Story.objects.locked().get(pk=story.pk)
    check_can_hand_in(by, story)
    text = canonical(headline=headline, body=body)
    _check_makes_a_draft(story, text, writer=furniture.get("written_by"))
    before = approval_standing(story)
    revised = _superseded(story, revises, by=by) if revises else None
    highest = story.drafts.aggregate(number=Max("number", default=0), version=Max("version", default=0))
    draft = Draft.objects.create(
        story=story,
        number=highest["number"] + 1,
        version=revised.version if revised else highest["version"] + 1,
        revises=revised,
        headline=headline,
        text=text.text,
        sections=text.sections,
        sha256=text.sha256,
        **(Furniture(handed_in_by=by) | furniture),
    )
    carry_notes(draft)
    _ask_for_work(draft)
    details = {"draft": draft.label, "sha256": draft.sha256, "revises": revised.label if revised else None}
    record(story=story, actor=by, verb=Verb.RECEIVED_DRAFT, details=details)
    settle(story, by=by)
    alerts.tell_stale(story, before=before, by=by)
    return draft


@transaction.atomic
def exclude_draft(*, by: User, draft: Draft, note: str = "") -> None:
    """Leave a version out: it is compared no more, and blocks nobody."""
    story = Story.objects.locked().get(pk=draft.story_id)
    draft = story.drafts.defer("text").get(pk=draft.pk)
    check_can_exclude(by, draft)
    before = approval_standing(story)
    draft.standing = DraftStanding.EXCLUDED
    draft.save(update_fields=["standing"])
    record(story=story, actor=by, verb=Verb.EXCLUDED_DRAFT, details={"draft": draft.label, "note": note})
    settle(story, by=by)
    alerts.tell_stale(story, before=before, by=by)


@transaction.atomic
def take_in_again(*, by: User, draft: Draft, note: str = "") -> None:
    """A version that was left out stands again, and is compared with all that came meanwhile."""
    story = Story.objects.locked().get(pk=draft.story_id)
    draft = story.drafts.get(pk=draft.pk)
    check_can_take_in_again(by, draft)
    stand_again(draft)
    record(story=story, actor=by, verb=Verb.TOOK_IN_DRAFT, details={"draft": draft.label, "note": note})
    settle(story, by=by)
    alerts.tell_new_conflicts(story, by=by)


def stand_again(draft: Draft) -> None:
    """A draft that counted no more: what was not read or compared of it meanwhile is asked for. Settles nothing."""
    draft.standing = DraftStanding.CURRENT
    draft.save(update_fields=["standing"])
    reading, is_unread = reading_of(draft)
    if is_unread:
        enqueue(Errand.ANALYSE_DRAFT, reading.pk)
    for partner in partners(draft):
        comparison, is_new = comparison_of(draft, partner)
        if is_new:
            enqueue(Errand.COMPARE_DRAFTS, comparison.pk)


def _check_makes_a_draft(story: Story, text: Canonical, *, writer: User | None) -> None:
    if not text.text:
        raise Refused("A draft without any text can’t be handed in.")
    if writer and not writer.is_on(story.desk):
        raise Refused(f"{writer} is not on the desk “{story.desk}”.")


def _superseded(story: Story, revises: Draft, *, by: User) -> Draft:
    """The draft that is to be revised, as it is now. Raises Refused where another revision was faster."""
    revised = story.drafts.defer("text").filter(pk=revises.pk).first()
    if revised is None:
        raise Refused("The draft to revise belongs to another story.")
    if revised.standing != DraftStanding.CURRENT:
        raise Refused(f"Draft {revised.label} stands no longer: revise the one that took its place.")
    check_can_revise(by, revised)
    revised.standing = DraftStanding.SUPERSEDED
    revised.save(update_fields=["standing"])
    return revised


def _ask_for_work(draft: Draft) -> None:
    analysis, _ = reading_of(draft)
    for partner in partners(draft):
        comparison_of(draft, partner)
    enqueue(Errand.ANALYSE_DRAFT, analysis.pk)

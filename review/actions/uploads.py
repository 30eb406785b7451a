"""From bytes to a draft: receiving files and pasted text, and confirming what was read in them."""

import hashlib
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now

from articles.audit import record
from articles.canonical import canonical
from articles.models import Draft, DraftStanding, Story, Upload, UploadState, User
from review.actions.drafts import receive_draft
from review.policies import Refused, check_can_hand_in
from review.runs import rests
from review.runs.queue import Errand, enqueue
from review.states import settle
from review.verbs import Verb

PASTED = "Pasted text.txt"


class AlreadyHandedIn(Refused):
    """The same bytes, or the same text, are in the story: `upload` and, where there is one, `draft` have them."""

    def __init__(self, sentence: str, *, upload: Upload | None = None, draft: Draft | None = None) -> None:
        super().__init__(sentence)
        self.upload = upload
        self.draft = draft


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a system says beforehand that nobody can ask later: with it an upload is confirmed as soon as it is read.

    What is told here outranks what the file states.
    """

    headline: str = ""
    byline: str = ""
    dated: date | None = None
    source: str = ""
    revises: Draft | None = None
    written_by: User | None = None


def receive_upload(*, by: User, story: Story, filename: str, content: bytes, mandate: Mandate | None = None) -> Upload:
    """Keep a file as it came, for a worker to read. Raises AlreadyHandedIn, or Refused for one that is too large."""
    told = _told(mandate, story=story)
    return _receive(by=by, story=story, filename=filename, content=content, verb=Verb.RECEIVED_FILE, **told)


def paste_text(*, by: User, story: Story, headline: str, text: str, mandate: Mandate | None = None) -> Upload:
    """A text typed or pasted goes the way of a file. Raises AlreadyHandedIn."""
    if not text.strip():
        raise Refused("There is no text to hand in.")
    headline = " ".join(headline.split())
    content = f"{headline}\n\n{text}" if headline else text
    told = _told(mandate, story=story) | {"headline": headline[:500]}
    return _receive(by=by, story=story, filename=PASTED, content=content.encode(), verb=Verb.PASTED_TEXT, **told)


@transaction.atomic
def confirm_upload(
    *,
    by: User,
    upload: Upload,
    headline: str,
    byline: str,
    dated: date | None,
    source: str,
    revises: Draft | None,
    written_by: User | None,
) -> Draft:
    """Make a draft of what was read. Raises AlreadyHandedIn where a current draft has the same text."""
    story = Story.objects.locked().get(pk=upload.story_id)
    check_can_hand_in(by, story)
    upload = _in_state(upload, UploadState.READ)
    _check_is_new(story, canonical(headline=headline, body=upload.body).sha256, upload)
    upload.headline, upload.byline, upload.dated, upload.source = headline, byline, dated, source
    upload.state = UploadState.CONFIRMED
    upload.save()
    _take_over_embargo(upload, story, by=by)
    return _drafted(upload, by=by, revises=revises, written_by=written_by)


@transaction.atomic
def confirm_as_told(upload: Upload) -> None:
    """Make a draft of an upload that was read and that nobody will confirm; where that is refused, so is the upload."""
    story = Story.objects.locked().get(pk=upload.story_id)
    upload = Upload.objects.select_for_update(no_key=True, of=("self",)).defer("content").get(pk=upload.pk)
    if not upload.confirms_itself or upload.state != UploadState.READ:
        return
    told = {name: getattr(upload, name) for name in ("headline", "byline", "dated", "source", "revises", "written_by")}
    try:
        with transaction.atomic():
            confirm_upload(by=upload.uploaded_by, upload=upload, **told)
    except Refused as refusal:
        upload.state, upload.reason = UploadState.REFUSED, str(refusal)
        upload.save(update_fields=["state", "reason"])
        details = {"upload": upload.pk, "file": upload.filename, "reason": upload.reason}
        record(story=story, actor=None, verb=Verb.REFUSED_FILE, details=details)
        settle(story)


@transaction.atomic
def discard_upload(*, by: User, upload: Upload) -> None:
    """Lay a file aside that became no draft."""
    story = Story.objects.locked().get(pk=upload.story_id)
    check_can_hand_in(by, story)
    upload = _in_state(upload, UploadState.WAITING, UploadState.READ, UploadState.REFUSED)
    upload.state = UploadState.DISCARDED
    upload.save(update_fields=["state"])
    record(story=story, actor=by, verb=Verb.DISCARDED_FILE, details={"upload": upload.pk, "file": upload.filename})
    settle(story, by=by)


@transaction.atomic
def try_reading_again(*, by: User, upload: Upload) -> None:
    """Give a refused file another chance, say after a fault of ours."""
    story = Story.objects.locked().get(pk=upload.story_id)
    check_can_hand_in(by, story)
    upload = _in_state(upload, UploadState.REFUSED)
    upload.state, upload.tries, upload.reason, upload.due_at = UploadState.WAITING, 0, "", now() + rests.GRACE
    upload.save(update_fields=["state", "tries", "reason", "due_at"])
    record(story=story, actor=by, verb=Verb.ASKED_TO_READ_AGAIN, details={"upload": upload.pk, "file": upload.filename})
    settle(story, by=by)
    enqueue(Errand.READ_UPLOAD, upload.pk)


def same_text(upload: Upload) -> Draft | None:
    """A draft of the upload's desk with the text that was read from it: one that stands in its story before others."""
    sha256 = canonical(headline=upload.headline, body=upload.body).sha256
    same = Draft.objects.filter(sha256=sha256, story__desk=upload.story.desk_id).select_related("story").defer("text")
    return min(
        same,
        key=lambda draft: (draft.story_id != upload.story_id, draft.standing != DraftStanding.CURRENT),
        default=None,
    )


def _take_over_embargo(upload: Upload, story: Story, *, by: User) -> None:
    """An embargo that a file brings binds its story, whoever hands it in; it never shortens one that is there."""
    before, until = story.embargo_until, upload.embargo_until
    if until is None or until <= now() or (before and before >= until):
        return
    story.embargo_until = until
    story.save(update_fields=["embargo_until"])
    changed = {"from": before.isoformat() if before else "", "to": until.astimezone(story.desk.clock).isoformat()}
    record(story=story, actor=by, verb=Verb.PLANNED, details={"embargo_until": changed})


def _drafted(upload: Upload, *, by: User, revises: Draft | None, written_by: User | None) -> Draft:
    return receive_draft(
        by=by,
        story=upload.story,
        headline=upload.headline,
        body=upload.body,
        revises=revises,
        byline=upload.byline,
        dateline=upload.dateline,
        dated=upload.dated,
        source=upload.source,
        written_by=written_by,
        upload=upload,
    )


def _told(mandate: Mandate | None, *, story: Story) -> dict[str, Any]:
    """The upload's fields that a mandate sets. Raises Refused at once for what could not be confirmed later."""
    if mandate is None:
        return {}
    if mandate.revises and mandate.revises.story_id != story.pk:
        raise Refused("The draft to revise belongs to another story.")
    if mandate.revises and mandate.revises.standing != DraftStanding.CURRENT:
        raise Refused(f"Draft {mandate.revises.label} stands no longer: revise the one that took its place.")
    if mandate.written_by and not mandate.written_by.is_on(story.desk):
        raise Refused(f"{mandate.written_by} is not on the desk “{story.desk}”.")
    told = {field.name: getattr(mandate, field.name) for field in fields(mandate)}
    return told | {"confirms_itself": True}


@transaction.atomic
def _receive(*, by: User, story: Story, filename: str, content: bytes, verb: Verb, **told: Any) -> Upload:  # noqa: ANN401
    story = Story.objects.locked().get(pk=story.pk)
    check_can_hand_in(by, story)
    if len(content) > settings.UPLOAD_MAX_BYTES:
        raise Refused(f"“{filename}” is larger than {settings.UPLOAD_MAX_BYTES // 2**20} MB.")
    digest = hashlib.sha256(content).hexdigest()
    if earlier := _same_bytes(story, digest):
        raise AlreadyHandedIn(f"“{filename}” is identical to “{earlier}”, handed in before.", upload=earlier)
    upload = Upload.objects.create(
        story=story,
        uploaded_by=by,
        filename=filename[:255],
        content=content,
        sha256=digest,
        due_at=now() + rests.GRACE,
        **told,
    )
    record(story=story, actor=by, verb=verb, details={"upload": upload.pk, "file": filename, "sha256": digest})
    settle(story, by=by)
    enqueue(Errand.READ_UPLOAD, upload.pk)
    return upload


def _same_bytes(story: Story, digest: str) -> Upload | None:
    """An upload of the same bytes that still counts: not refused, nor laid aside, nor revised since."""
    same = Upload.objects.filter(story=story, sha256=digest)
    gone = same.filter(state__in=[UploadState.REFUSED, UploadState.DISCARDED])
    revised = same.filter(draft__isnull=False).exclude(draft__standing=DraftStanding.CURRENT)
    return same.exclude(pk__in=gone).exclude(pk__in=revised).defer("content").first()


def _in_state(upload: Upload, *states: UploadState) -> Upload:
    """The upload as it is now, locked. Raises Refused where somebody was faster."""
    fresh = Upload.objects.select_for_update(no_key=True).defer("content").get(pk=upload.pk)
    if fresh.state not in states:
        raise Refused(f"“{fresh}” is no longer waiting for that: {fresh.get_state_display().lower()}.")
    return fresh


def _check_is_new(story: Story, sha256: str, upload: Upload) -> None:
    if same := Draft.objects.filter(story=story, sha256=sha256).current().defer("text").first():
        raise AlreadyHandedIn(f"“{upload}” has the same text as draft {same.label}.", upload=upload, draft=same)

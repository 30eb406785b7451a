"""Reading a file that was handed in: in a process of its own, under limits, and refused with a sentence."""

import hashlib
import logging
from collections.abc import Sequence

from django.db import transaction
from django.db.models import F
from django.utils.timezone import now

from analysis.readers import Enclosed, ReadText, read_under_limits
from analysis.readers import Refused as Unreadable
from articles.audit import record
from articles.models import Story, Upload, UploadState
from review.runs import rests
from review.runs.blame import blameless, is_excused
from review.runs.running import BROUGHT_DOWN, STARTS, WENT_WRONG
from review.states import settle
from review.verbs import Verb

log = logging.getLogger(__name__)

_READ_FIELDS = (  # not the bytes again
    "state reason headline body byline dateline source dated slug embargo_until notes".split()
)


def read(upload: Upload) -> None:
    """Read an upload that waits, and count the start first: the worker may not live to tell."""
    if _started(upload):
        with blameless(upload, lambda: _give_back(upload)):
            _read(upload)


def _read(upload: Upload) -> None:
    try:
        found = read_under_limits(bytes(upload.content), upload.filename)
    except Unreadable as refusal:
        _finish(upload, UploadState.REFUSED, Verb.REFUSED_FILE, reason=str(refusal))
    except Exception:  # whatever it is, it must end as a state of the upload that people can see
        log.exception("reading upload %s failed", upload.pk)
        _pause(upload)
    else:
        _furnish(upload, found)
        _finish(upload, UploadState.READ, Verb.READ_FILE, enclosed=found.enclosed)


def _started(upload: Upload) -> bool:
    with transaction.atomic():
        Story.objects.locked().get(pk=upload.story_id)
        upload.refresh_from_db(fields=["state", "tries"])
        if upload.state != UploadState.WAITING:
            return False
        if upload.tries and is_excused(upload):
            upload.tries -= 1
        if upload.tries < STARTS:
            upload.tries, upload.due_at = upload.tries + 1, now() + rests.HOLD
            upload.save(update_fields=["tries", "due_at"])
            return True
    _finish(upload, UploadState.REFUSED, Verb.REFUSED_FILE, reason=f"“{upload}” could not be read. {BROUGHT_DOWN}")
    return False


def _give_back(upload: Upload) -> None:
    """Another worker takes it up at once, and this start counts for nothing."""
    waiting = Upload.objects.filter(pk=upload.pk, state=UploadState.WAITING, tries__gt=0)
    waiting.update(due_at=now(), tries=F("tries") - 1)


def _pause(upload: Upload) -> None:
    """Wait before another start, or refuse the file for good."""
    if upload.tries >= STARTS:
        reason = f"“{upload}” could not be read. {WENT_WRONG}"
        _finish(upload, UploadState.REFUSED, Verb.REFUSED_FILE, reason=reason)
        return
    waiting = Upload.objects.filter(pk=upload.pk, state=UploadState.WAITING)
    waiting.update(due_at=now() + rests.PAUSES[upload.tries - 1])


def _furnish(upload: Upload, found: ReadText) -> None:
    """What the file states; what was told beside it outranks it, and another headline that stood there is copy then."""
    typed = upload.headline
    above = [found.headline] if typed and found.headline != typed else []
    upload.headline = (typed or found.headline)[:500]
    upload.body = "\n".join(part for part in (*above, found.standfirst, found.body) if part)
    upload.byline, upload.source = upload.byline or found.byline[:200], upload.source or found.source[:200]
    upload.dateline, upload.dated = found.dateline[:200], upload.dated or found.dated
    upload.slug, upload.embargo_until = " ".join(found.slug.split())[:80], found.embargoed_until
    upload.notes = [*found.notes, *_on_embargo(upload)]


def _on_embargo(upload: Upload) -> list[str]:
    if not upload.embargo_until:
        return []
    until = upload.embargo_until.astimezone(upload.story.desk.clock)
    return [f"Under embargo until {until:%-d %B %Y, %H:%M %Z}: the story takes that over with the draft."]


@transaction.atomic
def _finish(
    upload: Upload, state: UploadState, verb: Verb, *, reason: str = "", enclosed: Sequence[Enclosed] = ()
) -> None:
    """Write what was read; an upload that somebody laid aside meanwhile stays as it is."""
    story = Story.objects.locked().get(pk=upload.story_id)
    if not Upload.objects.filter(pk=upload.pk, state=UploadState.WAITING).exists():
        return
    upload.state, upload.reason = state, reason
    upload.save(update_fields=_READ_FIELDS)
    details = {"upload": upload.pk, "file": upload.filename, "reason": reason}
    record(story=story, actor=None, verb=verb, details=details)
    for file in () if upload.enclosed_in_id else enclosed:  # a mail in a mail in a mail is not followed for ever
        _hand_on(file, upload, story)
    settle(story)  # a refused file stands in nobody's way


def _hand_on(file: Enclosed, upload: Upload, story: Story) -> None:
    """A file inside the file waits to be read like any other, unless the story has it."""
    digest = hashlib.sha256(file.content).hexdigest()
    if Upload.objects.filter(story=story, sha256=digest).exists():
        return
    inner = Upload.objects.create(
        story=story,
        uploaded_by=upload.uploaded_by,
        filename=file.filename[:255],
        content=file.content,
        sha256=digest,
        enclosed_in=upload,
        due_at=now() + rests.GRACE,
    )
    details = {"upload": inner.pk, "file": inner.filename, "sha256": digest, "enclosed_in": upload.filename}
    record(story=story, actor=None, verb=Verb.RECEIVED_FILE, details=details)

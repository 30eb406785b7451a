"""Reading a file that was handed in: in a process of its own, under limits, and refused with a sentence."""

import logging

from django.db import transaction
from django.utils.timezone import now

from analysis.readers import ReadText, read_under_limits
from analysis.readers import Refused as Unreadable
from articles.audit import record
from articles.models import Story, Upload, UploadState
from review.runs.holding import HOLD
from review.runs.running import BROUGHT_DOWN, PAUSES, STARTS, WENT_WRONG
from review.states import settle
from review.verbs import Verb

log = logging.getLogger(__name__)

_READ_FIELDS = "state reason headline body byline dateline source dated notes".split()  # not the bytes again


def read(upload: Upload) -> None:
    """Read an upload that waits, and count the start first: the worker may not live to tell."""
    if not _started(upload):
        return
    try:
        found = read_under_limits(bytes(upload.content), upload.filename)
    except Unreadable as refusal:
        _finish(upload, UploadState.REFUSED, Verb.REFUSED_FILE, reason=str(refusal))
    except Exception:  # whatever it is, it must end as a state of the upload that people can see
        log.exception("reading upload %s failed", upload.pk)
        _pause(upload)
    else:
        _furnish(upload, found)
        _finish(upload, UploadState.READ, Verb.READ_FILE)


def _started(upload: Upload) -> bool:
    with transaction.atomic():
        Story.objects.locked().get(pk=upload.story_id)
        upload.refresh_from_db(fields=["state", "tries"])
        if upload.state != UploadState.WAITING:
            return False
        if upload.tries < STARTS:
            upload.tries, upload.due_at = upload.tries + 1, now() + HOLD
            upload.save(update_fields=["tries", "due_at"])
            return True
    _finish(upload, UploadState.REFUSED, Verb.REFUSED_FILE, reason=f"“{upload}” could not be read. {BROUGHT_DOWN}")
    return False


def _pause(upload: Upload) -> None:
    """Wait before another start, or refuse the file for good."""
    if upload.tries >= STARTS:
        reason = f"“{upload}” could not be read. {WENT_WRONG}"
        _finish(upload, UploadState.REFUSED, Verb.REFUSED_FILE, reason=reason)
        return
    waiting = Upload.objects.filter(pk=upload.pk, state=UploadState.WAITING)
    waiting.update(due_at=now() + PAUSES[upload.tries - 1])


def _furnish(upload: Upload, found: ReadText) -> None:
    """What the file states; what was told beside it outranks it, and another headline that stood there is copy then."""
    typed = upload.headline
    above = [found.headline] if typed and found.headline != typed else []
    upload.headline = (typed or found.headline)[:500]
    upload.body = "\n".join(part for part in (*above, found.standfirst, found.body) if part)
    upload.byline, upload.source = upload.byline or found.byline[:200], upload.source or found.source[:200]
    upload.dateline, upload.dated = found.dateline[:200], upload.dated or found.dated
    upload.notes = list(found.notes)


@transaction.atomic
def _finish(upload: Upload, state: UploadState, verb: Verb, *, reason: str = "") -> None:
    """Write what was read; an upload that somebody laid aside meanwhile stays as it is."""
    story = Story.objects.locked().get(pk=upload.story_id)
    if not Upload.objects.filter(pk=upload.pk, state=UploadState.WAITING).exists():
        return
    upload.state, upload.reason = state, reason
    upload.save(update_fields=_READ_FIELDS)
    details = {"upload": upload.pk, "file": upload.filename, "reason": reason}
    record(story=story, actor=None, verb=verb, details=details)
    settle(story)  # a refused file stands in nobody's way

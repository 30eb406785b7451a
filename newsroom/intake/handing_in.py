"""A file becomes a draft at once: read under limits, and confirmed as the page would propose it."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from django.db import transaction

from analysis.readers import read_under_limits
from articles.models import Desk, Draft, Membership, Role, Story, Upload, UploadState, User
from review.actions.stories import open_story
from review.actions.uploads import AlreadyHandedIn, confirm_upload, discard_upload, receive_upload
from review.forms.handin import ConfirmForm
from review.policies import Refused
from review.runs import reading

LONGEST_SLUG = 80


class NotReadYet(Exception):
    """The newsroom's fault and not the file's: handed in again, it is taken up where it ended."""


@dataclass(frozen=True, slots=True)
class Order:
    """Where a file goes. Without a slug line it is the file's own, or its name; without a day, the file's, or today.

    `by` is whose file it is; without it, the desk's own account for what no person hands in.
    """

    desk: Desk
    slug: str = ""
    dated: date | None = None
    by: User | None = None


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What became of a file: a draft, or, for a mail and a message of several items, `waiting` for a person."""

    story: Story
    draft: Draft | None
    waiting: int = 0


def hand_in(content: bytes, filename: str, order: Order) -> HandedIn:
    """Raises the readers' Refused or the policies' Refused, AlreadyHandedIn among them; then nothing was kept.
    Raises NotReadYet where the database was away meanwhile, or the reader itself failed.

    A file that brings files of its own is left for a person to confirm: no machine knows which of them are drafts.
    """
    found = read_under_limits(content, filename)
    slug = order.slug or found.slug or PurePath(filename).stem
    order = replace(
        order, slug=" ".join(slug.split())[:LONGEST_SLUG].strip(), by=order.by or intake_account(order.desk)
    )
    try:
        upload = _received(content, filename, order)
    except AlreadyHandedIn as known:
        upload = _left_behind(known, order)
    if found.enclosed:
        return HandedIn(upload.story, None, waiting=1 + len(found.enclosed))
    return HandedIn(upload.story, _confirmed(upload, order))


def intake_account(desk: Desk) -> User:
    """Who is named for what comes in by itself: nobody can log in as it, and it signs nothing."""
    told = {"first_name": "Copy that comes in", "last_name": "(by itself)", "is_active": False, "password": "!"}
    account, _ = User.objects.get_or_create(username=f"intake-{desk.slug}", defaults=told)
    Membership.objects.get_or_create(user=account, desk=desk, defaults={"role": Role.REPORTER})
    return account


@transaction.atomic
def _received(content: bytes, filename: str, order: Order) -> Upload:
    """In the desk's story of that slug line, which is opened where it is new; all or nothing."""
    by = order.by or intake_account(order.desk)
    story = Story.objects.filter(desk=order.desk).known_by(order.slug)
    story = story or open_story(by=by, desk=order.desk, slug=order.slug)
    return receive_upload(by=by, story=story, filename=filename, content=content)


def _left_behind(known: AlreadyHandedIn, order: Order) -> Upload:
    """What the same account handed in and nobody confirmed: a try that broke off is taken up where it ended."""
    upload = known.upload
    if upload is None or upload.uploaded_by != order.by or upload.confirms_itself:
        raise known
    if upload.state not in (UploadState.WAITING, UploadState.READ):
        raise known
    return Upload.objects.select_related("story__desk", "uploaded_by").get(pk=upload.pk)


def _confirmed(upload: Upload, order: Order) -> Draft:
    """Read here and now, whether or not a worker is at it as well, and confirmed with what the page would propose."""
    reading.read(upload)
    upload = Upload.objects.select_related("story__desk", "uploaded_by").get(pk=upload.pk)
    if upload.state == UploadState.REFUSED:
        raise Refused(upload.reason)
    if upload.state == UploadState.WAITING:
        raise NotReadYet("It could not be read just now. Hand it in again in a while.")
    proposed = ConfirmForm(upload=upload).initial
    if order.dated:
        proposed["dated"] = order.dated
    if proposed["written_by"] == intake_account(order.desk):
        proposed["written_by"] = None
    try:
        return confirm_upload(by=upload.uploaded_by, upload=upload, **proposed)
    except Refused:
        discard_upload(by=upload.uploaded_by, upload=upload)  # nobody would ever confirm it
        raise

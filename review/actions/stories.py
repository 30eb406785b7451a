"""Opening a story."""

from django.db import transaction

from articles.audit import record
from articles.models import Desk, Story, User
from review.policies import Refused, check_can_open_story
from review.verbs import Verb


@transaction.atomic
def open_story(*, by: User, desk: Desk, slug: str) -> Story:
    """A new story without drafts. Raises Refused where the desk has one of that slug line."""
    check_can_open_story(by, desk)
    slug = " ".join(slug.split())
    Desk.objects.locked().get(pk=desk.pk)  # two people may type the same slug line at once
    if not slug:
        raise Refused("A story needs a slug line.")
    if known := Story.objects.filter(desk=desk).known_by(slug):
        raise Refused(f"The desk “{desk}” has a story “{known}” already.")
    story = Story.objects.create(desk=desk, slug=slug, opened_by=by, touched_by=by)
    record(story=story, actor=by, verb=Verb.OPENED_STORY, details={"slug": slug, "desk": desk.slug})
    return story

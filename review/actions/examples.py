"""A story to try Backread on: two short drafts that cannot both be right."""

from datetime import date
from pathlib import Path

from django.db import transaction

from articles.models import Desk, Story, StoryState, User
from review.actions.drafts import receive_draft
from review.actions.stories import open_story
from review.policies import check_can_open_story

SLUG = "example: Marsh Lane baths"
DATED = date(2026, 3, 3)  # a week and a half before the baths reopen

_DRAFTS = Path(__file__).parent.parent / "examples"


@transaction.atomic
def hand_in_examples(*, by: User, desk: Desk) -> Story:
    """The desk's example, with both drafts: handed in anew where there is none, or where it was killed or withdrawn."""
    check_can_open_story(by, desk)
    earlier = Story.objects.filter(desk=desk, slug__startswith=SLUG)
    story = earlier.exclude(state=StoryState.KILLED).last()
    if story is None:
        count = earlier.count()
        story = open_story(by=by, desk=desk, slug=f"{SLUG} {count + 1}" if count else SLUG)
    if not story.drafts.current().exists():
        _receive(story, "reporter.txt", byline="Example reporter", by=by)
        _receive(story, "agency.txt", source="Example agency", by=by)
    return story


def _receive(story: Story, name: str, *, by: User, byline: str = "", source: str = "") -> None:
    headline, _, body = (_DRAFTS / name).read_text(encoding="utf-8").partition("\n\n")
    receive_draft(by=by, story=story, headline=headline, body=body, byline=byline, source=source, dated=DATED)

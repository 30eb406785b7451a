"""What older checks read is read anew, once the workers have nothing else to do."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import now

from analysis.versions import VERSIONS
from articles.audit import record
from articles.models import Draft, Story, StoryState
from review.models import Analysis, Comparison
from review.pairs import read_anew
from review.states import settle
from review.verbs import Verb

AT_A_TIME = 5  # stories; the next when these are through, so that new drafts never wait behind old ones
KEPT_UP_TO_DATE_FOR = timedelta(days=30)  # since it was touched; what is older is read anew when it is opened to others


def outdated_stories() -> QuerySet[Story]:
    """Stories of these weeks with a draft that today's checks never read, the last touched first."""
    read = Analysis.objects.filter(draft=OuterRef("pk"), versions=VERSIONS)
    drafts = Draft.objects.current().filter(~Exists(read))
    alive = Story.objects.exclude(state=StoryState.KILLED).filter(touched_at__gte=now() - KEPT_UP_TO_DATE_FOR)
    return alive.filter(Exists(drafts.filter(story=OuterRef("pk")))).order_by("-touched_at")


def read_outdated_stories() -> list[Analysis]:
    """Ask for today's reading of some of them, unless other work waits; what comes back is to be enqueued."""
    if Analysis.objects.unfinished().exists() or Comparison.objects.unfinished().exists():
        return []
    return [reading for story in outdated_stories()[:AT_A_TIME] for reading in _read_anew(story)]


@transaction.atomic
def _read_anew(story: Story) -> list[Analysis]:
    story = Story.objects.locked().get(pk=story.pk)
    readings = read_anew(story)
    record(story=story, actor=None, verb=Verb.READS_ANEW, details={"checks": VERSIONS})
    settle(story)
    return readings

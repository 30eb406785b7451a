"""Which drafts of a story are read, and which against which."""

from django.utils.timezone import now

from analysis.versions import VERSIONS
from articles.models import Draft, Story
from review.models import Analysis, Comparison, Ruling, RunState
from review.runs import rests


def partners(draft: Draft) -> list[Draft]:
    """Whom a new draft is compared with: the one it revises, and the latest of every other version."""
    others = Draft.objects.filter(story=draft.story_id).current().exclude(version=draft.version)
    return [*([draft.revises] if draft.revises else []), *others.defer("text")]


def reading_of(draft: Draft) -> tuple[Analysis, bool]:
    """The row for a draft read by today's checks and rulings, and whether it was missing and is made now."""
    wanted = {"versions": VERSIONS, "rulings": _rulings(draft.story_id)}
    return Analysis.objects.get_or_create(draft=draft, **wanted, defaults={"due_at": now() + rests.GRACE})


def comparison_of(one: Draft, other: Draft) -> tuple[Comparison, bool]:
    """The row for a pair, whichever draft is named first, and whether it was missing and is made now."""
    left, right = sorted((one, other), key=lambda draft: draft.pk)
    wanted = {"versions": VERSIONS, "rulings": _rulings(one.story_id)}
    return Comparison.objects.get_or_create(left=left, right=right, **wanted, defaults={"story_id": one.story_id})


def read_anew(story: Story) -> list[Analysis]:
    """Ask for today's reading of what stands; what comes back is to be enqueued. Needs the story's lock."""
    pairs = [(draft, partner) for draft in story.drafts.current() for partner in partners(draft)]
    drafts = {draft.pk: draft for draft in (*story.drafts.current(), *(partner for _, partner in pairs))}
    readings = [reading_of(draft) for draft in drafts.values()]
    for draft, partner in pairs:
        comparison_of(draft, partner)
    return [reading for reading, is_new in readings if is_new]


def keep_up_with_rulings(story: Story) -> None:
    """What waits since the ruling before need not be done without the new one. Needs the story's lock."""
    ruled = _rulings(story.pk)
    for runs in (Analysis.objects.filter(draft__story=story), Comparison.objects.filter(story=story)):
        waiting = runs.filter(state=RunState.WAITING, versions=VERSIONS, rulings=ruled - 1)
        waiting.update(rulings=ruled)


def _rulings(story_id: int) -> int:
    """How often people had the drafts read again: by a word on a name, or for new standards of the desk."""
    by_standards = Story.objects.values_list("readings", flat=True).get(pk=story_id)
    return by_standards + Ruling.objects.filter(story=story_id).read_again().count()

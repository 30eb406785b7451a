"""Words on findings, put down one after the other: the next, the one before, and those that a decision reaches."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.timezone import now

from articles.models import Desk, Draft, Story, User
from review.models import Finding, Resolution, ResolutionKind, Scope
from review.models.decisions import last_day
from review.standing import Standing


@dataclass(frozen=True, slots=True)
class Word:
    """What is decided, before it is put down."""

    kind: ResolutionKind
    note: str = ""
    reason: str = ""
    scope: Scope = Scope.STORY
    until: datetime | None = None
    draft: Draft | None = None

    def told_on(self, desk: Desk) -> dict[str, Any]:
        """What the desk's records keep of it, beside the finding."""
        until = {"until": last_day(self.until, desk)} if self.until else {}
        return {"reason": self.reason, "note": self.note, "scope": self.scope} | until


def reopening(resolution: Resolution, *, note: str = "") -> Word:
    """Opens again what the resolution closed, as far as it reached."""
    return Word(ResolutionKind.REOPENED, note, scope=Scope(resolution.scope))


def put_down(word: Word, finding: Finding, *, by: User | None) -> Resolution:
    """Add it as the latest word on the finding; `by` None is the system. Needs the story's lock."""
    return Resolution.objects.create(
        story_id=finding.annotation.story_id,
        fingerprint=finding.fingerprint,
        finding=finding,
        anchor=finding.anchor if word.scope == Scope.PASSAGE else "",
        kind=word.kind,
        note=word.note,
        reason=word.reason,
        scope=word.scope,
        until=word.until,
        draft=word.draft,
        by=by,
    )


def is_sent_again(word: Word, standing: Standing, *, by: User, seen: int | None) -> bool:
    """Whether this very word of theirs is down already, on what they saw: the answer was lost on its way to them."""
    last = standing.resolution
    if last is None or last.pk == seen or last.by_id != by.pk:
        return False
    earlier = _before(last, standing.finding)
    if (earlier.pk if earlier else None) != seen:
        return False
    reaches_alike = word.kind == ResolutionKind.REOPENED or word.scope == last.scope
    said = (last.kind, last.reason, last.note, last.until)
    return reaches_alike and said == (word.kind, word.reason, word.note, word.until)


def put_back(standing: Standing, *, by: User) -> Resolution:
    """Let what was decided before the last word stand again; the finding is open where nothing was."""
    finding, last = standing.finding, standing.resolution
    assert last is not None  # noqa: S101 - whoever takes a word back has seen one
    earlier = _before(last, finding)
    opened = put_down(reopening(last, note=f"Taken back: {standing.label}."), finding, by=by)
    if earlier is None or earlier.kind == ResolutionKind.REOPENED:
        return opened
    kind, scope = ResolutionKind(earlier.kind), Scope(earlier.scope)
    word = Word(kind, earlier.note, earlier.reason, scope, earlier.until, earlier.draft)
    return put_down(word, finding, by=by)


def stories_reached(story: Story, fingerprints: list[str]) -> list[int]:
    """The desk's other stories in which the same was found, by id."""
    same = Finding.objects.filter(fingerprint__in=fingerprints, annotation__story__desk=story.desk_id)
    others = same.exclude(annotation__story=story).order_by("annotation__story")
    return list(others.values_list("annotation__story", flat=True).distinct())


def _before(last: Resolution, finding: Finding) -> Resolution | None:
    """The word that the last one took the place of, unless its time has run out."""
    earlier = Resolution.objects.filter(story=last.story_id, fingerprint=finding.fingerprint, pk__lt=last.pk)
    reaching = earlier.filter(~Q(scope=Scope.PASSAGE) | Q(anchor=finding.anchor)).order_by("-id").first()
    return reaching if reaching and (reaching.until is None or reaching.until > now()) else None

"""A newsroom's years: a hundred stories that were truly worked on, and any number of older ones after their pattern.

The older ones are written by the database itself, row by row of every table that belongs to a story, with other slug
lines, texts' digests and fingerprints, and twelve hours older each hundred: all filed or killed, their notifications
read. Only what a run read stays out, which no page but those of its own story ever opens.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from itertools import cycle

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import DateTimeField, Field, ForeignKey, Max, Model
from django.utils.timezone import now

from analysis.spans import Span
from articles.audit import record
from articles.models import Desk, HouseEntry, Story, StoryState, Upload, UploadState, User
from benchmarks.crowded import crowded_desk, tell, told
from review.models import (
    Alert,
    AlertState,
    Annotation,
    AnnotationKind,
    Claim,
    ClaimStatus,
    Comment,
    Decision,
    DecisionKind,
    Finding,
    LastLooked,
    Passage,
    Reason,
    Resolution,
    ResolutionKind,
    Verdict,
)
from review.standing.marks import mark
from review.verbs import Verb

PATTERNS = 100  # stories
WORDS = 200  # of each draft
FINDINGS = 6  # between its two drafts
RARE = "Quillhaven"  # a place that these few stories alone speak of
RARE_SLUG, LATER_SLUG = "quill-", "salt-"  # how their slug lines begin, and those of their copies
RARE_STORIES = 5
# Each column of the board is as full with a hundred stories as with many thousand.
STATES = (StoryState.NEEDS_WORK, StoryState.READY, StoryState.APPROVED, StoryState.FILED, StoryState.KILLED)
EVENTS = 12  # in each record, beside those of the acts
HOURS_BETWEEN = 12
HOUSE_ENTRIES, MORE_ENTRIES = 200, 10  # to begin with, and with every hundred stories

_NUMBERED = {("Alert", "message_id"), ("Call", "message_id")}
_DIGESTS = {("Draft", "sha256"), ("Decision", "sha256"), ("Upload", "sha256")} | {
    (model, "fingerprint") for model in ("Finding", "Resolution")
}


def newsroom_of_patterns() -> Desk:
    """A desk with `chief` and `reporter`, and the hundred stories that they work on."""
    desk = crowded_desk(told(WORDS, findings=FINDINGS), stories=PATTERNS - RARE_STORIES)
    chief, reporter = User.objects.get(username="chief"), User.objects.get(username="reporter")
    rare = told(WORDS, about=RARE)
    for number in range(RARE_STORIES):
        tell(Story.objects.create(desk=desk, slug=f"{RARE_SLUG}{number}", opened_by=reporter), rare, by=reporter)
    for story in desk.stories.all():
        _worked_on(story, chief, reporter)
    Alert.objects.update(state=AlertState.SENT, sent_at=now())
    stories = list(desk.stories.order_by("pk"))
    for story, state in zip(stories, cycle(STATES), strict=False):
        story.state = state
    Story.objects.bulk_update(stories, ["state"])
    mark(story.pk for story in stories)
    return desk


def grow_to(stories: int, desk: Desk) -> None:
    """Write older stories until there are so many; PostgreSQL's planner hears of them, as it does in any newsroom."""
    _list_names(desk, HOUSE_ENTRIES + stories // PATTERNS * MORE_ENTRIES)
    there = Story.objects.count() // PATTERNS
    if stories // PATTERNS > there:
        _copy_patterns(first=there, last=stories // PATTERNS - 1)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _copy_patterns(*, first: int, last: int) -> None:
    with _unhurried(), transaction.atomic(), connection.cursor() as cursor:
        for model in _of_stories():
            cursor.execute(*_copying(model, first=first, last=last))
        for statement in connection.ops.sequence_reset_sql(no_style(), list(_of_stories())):
            cursor.execute(statement)


def _list_names(desk: Desk, entries: int) -> None:
    names = range(HouseEntry.objects.count(), entries)
    HouseEntry.objects.bulk_create(HouseEntry(desk=desk, name=f"Name {number:05}", label="PERSON") for number in names)


@transaction.atomic
def _worked_on(story: Story, chief: User, reporter: User) -> None:
    """What people do to a story in its days: decide, check, talk, send back; each is on the record."""
    _decided(story, chief)
    evidence = {"what": "Minutes of the council", "locator": "page 3"}
    Verdict.objects.bulk_create(
        Verdict(claim=claim, status=ClaimStatus.VERIFIED, by=reporter, **evidence)
        for claim in Claim.objects.filter(story=story)[:2]
    )
    note = Annotation.objects.create(story=story, kind=AnnotationKind.NOTE)
    Passage.of(story.drafts.all()[0], Span(0, 12), annotation=note).save()
    Comment.objects.create(annotation=note, text="Are we sure of that?", by=chief)
    content = {"filename": "story.txt", "content": b"As it came.", "sha256": "0" * 50}
    Upload.objects.create(story=story, uploaded_by=reporter, state=UploadState.DISCARDED, **content)
    LastLooked.objects.create(user=chief, story=story, at=now() - timedelta(minutes=story.pk))
    for verb in [Verb.DISMISSED, Verb.COMMENTED] * (EVENTS // 2):
        record(story=story, actor=reporter, verb=verb, details={"message": "The figures differ."})


def _decided(story: Story, chief: User) -> None:
    Resolution.objects.bulk_create(
        Resolution(
            story=story,
            finding=finding,
            fingerprint=finding.fingerprint,
            anchor=finding.anchor,
            kind=ResolutionKind.DISMISSED,
            reason=Reason.BOTH_TRUE,
            by=chief,
        )
        for finding in Finding.objects.filter(annotation__story=story)[:3]
    )
    Decision.objects.create(story=story, kind=DecisionKind.SEND_BACK, by=chief, note="Ask the council.")


def _of_stories() -> list[type[Model]]:
    """The tables whose rows belong to a story, at any remove."""
    ours = [model for app in ("articles", "review") for model in apps.get_app_config(app).get_models()]
    found: list[type[Model]] = [Story]
    while more := [model for model in ours if model not in found and any(to in found for to in _leads_to(model))]:
        found += more
    return found


def _leads_to(model: type[Model]) -> Iterator[type[Model]]:
    return (field.related_model for field in model._meta.concrete_fields if isinstance(field, ForeignKey))


def _copying(model: type[Model], *, first: int, last: int) -> tuple[str, list[int]]:
    """One statement that writes the rows of the patterns again, so many times, each time under later numbers."""
    fields = model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_copied(model, field) for field in fields)
    table = model._meta.db_table
    times = "WITH RECURSIVE c(n) AS (SELECT %s UNION ALL SELECT n + 1 FROM c WHERE n < %s)"
    statement = f'INSERT INTO "{table}" ({columns}) {times} SELECT {values} FROM "{table}" o, c WHERE o.id <= %s'  # noqa: S608 # nosec B608
    return statement, [first, last, _patterns_in(model)]


def _copied(model: type[Model], field: "Field[object, object]") -> str:
    """What stands in the column of a copy, in the SQL of both databases."""
    old, name = f'o."{field.column}"', (model.__name__, field.name)
    if field.primary_key:
        return f"{old} + c.n * {_patterns_in(model)}"
    if isinstance(field, ForeignKey) and field.related_model in _of_stories():
        return f"{old} + c.n * {_patterns_in(field.related_model)}"
    if name == ("Story", "slug"):
        return f"replace({old}, '{RARE_SLUG}', '{LATER_SLUG}') || '-' || CAST(c.n AS varchar(8))"
    if name in _NUMBERED:
        return f"{old} || '-' || CAST(c.n AS varchar(8))"
    if name in _DIGESTS:
        return f"substr({old}, 1, 50) || '-' || CAST(c.n AS varchar(8))"
    if name == ("Story", "state"):
        return f"CASE WHEN mod(c.n, 8) = 0 THEN '{StoryState.KILLED}' ELSE '{StoryState.FILED}' END"
    if name == ("Draft", "text"):
        return f"replace({old}, '{RARE}', 'Saltmere')"
    if name == ("Analysis", "document"):
        return "NULL"
    if name == ("Alert", "read_at"):
        return _earlier('o."created_at"')
    return _earlier(old) if isinstance(field, DateTimeField) else old


def _earlier(moment: str) -> str:
    if connection.vendor == "postgresql":
        return f"{moment} - c.n * interval '{HOURS_BETWEEN} hours'"
    return f"datetime({moment}, '-' || (c.n * {HOURS_BETWEEN}) || ' hours')"


@cache
def _patterns_in(model: type[Model]) -> int:
    """By how much the numbers of a table's copies differ; asked first when there are only patterns."""
    highest: int | None = model._default_manager.aggregate(highest=Max("pk"))["highest"]
    return highest or 0


@contextmanager
def _unhurried() -> Iterator[None]:
    """Millions of rows that come from sound ones: nothing looks up whether each reference leads anywhere."""
    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF" if is_sqlite else "SET session_replication_role = replica")
        yield
        cursor.execute("PRAGMA foreign_keys = ON" if is_sqlite else "SET session_replication_role = origin")

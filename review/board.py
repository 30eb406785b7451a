"""The board: every story that a person may see, how it stands, and the filters that its address keeps."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.timezone import now

from articles.models import Draft, Story, StoryState, User
from review.models import Decision, DecisionKind
from review.standing import OpenFindings, has_open_blocker, worst_open

MOST_SHOWN = 100  # more than anybody reads; the filters bring up the others


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks for; `desk` is a slug, empty for all."""

    desk: str = ""
    mine: bool = False
    blocking: bool = False
    stale: bool = False
    as_table: bool = False

    @classmethod
    def read(cls, query: QueryDict) -> "Filters":
        desk = query.get("desk", "").replace("\x00", "")  # PostgreSQL fails at a NUL, even in a question
        return cls(desk, "mine" in query, "blocking" in query, "stale" in query, "table" in query)

    @property
    def narrows(self) -> bool:
        return bool(self.desk or self.mine or self.blocking or self.stale)


@dataclass(frozen=True, slots=True)
class Row:
    """One story on the board, with its current drafts; `stale` is the last approval if its text stands no more."""

    story: Story
    drafts: tuple[Draft, ...]
    findings: OpenFindings | None
    stale: Decision | None
    overdue: bool

    @property
    def successor(self) -> Draft | None:
        """What stands now for the version that was signed."""
        signed = self.stale.draft if self.stale else None
        return next((draft for draft in self.drafts if signed and draft.version == signed.version), None)


@dataclass(frozen=True, slots=True)
class Column:
    """The stories of one state."""

    state: StoryState
    rows: tuple[Row, ...]


def rows_for(person: User, filters: Filters) -> list[Row]:
    """In four queries, however many stories there are; at most `MOST_SHOWN`, the most urgent first."""
    stories = list(_stories(person, filters)[:MOST_SHOWN])
    drafts, found, stale = _current_drafts(stories), worst_open(stories), _stale_in(stories)
    moment = now()
    return [
        Row(story, tuple(drafts[story.pk]), found.get(story.pk), stale.get(story.pk), _is_overdue(story, moment))
        for story in stories
    ]


def columns_of(rows: Iterable[Row]) -> list[Column]:
    """One column a state, in the order of a story's life."""
    by_state: dict[str, list[Row]] = {state: [] for state in StoryState}
    for row in rows:
        by_state[row.story.state].append(row)
    return [Column(StoryState(state), tuple(held)) for state, held in by_state.items()]


def _stories(person: User, filters: Filters) -> QuerySet[Story]:
    stories = Story.objects.visible_to(person).select_related("desk", "touched_by")
    if filters.desk:
        stories = stories.filter(desk__slug=filters.desk)
    if filters.mine:
        stories = stories.filter(_concerns(person)).distinct()
    if filters.stale:
        stories = stories.filter(pk__in=_stale_signatures().values("story"))
    if filters.blocking:
        stories = stories.filter(has_open_blocker())
    return stories


def _concerns(person: User) -> Q:
    written = Q(drafts__written_by=person) | Q(drafts__handed_in_by=person)
    return written | Q(assignee=person) | Q(opened_by=person)


def _current_drafts(stories: Iterable[Story]) -> dict[int, list[Draft]]:
    drafts = Draft.objects.current().filter(story__in=stories).defer("text", "sections").order_by("version")
    by_story: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_story[draft.story_id].append(draft)
    return by_story


def _stale_signatures() -> QuerySet[Decision]:
    """Approvals that nobody took back, of a text that stands no more."""
    verdicts = [DecisionKind.APPROVE, DecisionKind.SEND_BACK]
    later = Decision.objects.filter(story=OuterRef("story"), kind__in=verdicts, pk__gt=OuterRef("pk"))
    same_text = Draft.objects.current().filter(story=OuterRef("story"), sha256=OuterRef("sha256"))
    return Decision.objects.filter(~Exists(later), ~Exists(same_text), kind=DecisionKind.APPROVE)


def _stale_in(stories: Iterable[Story]) -> dict[int, Decision]:
    signatures = _stale_signatures().filter(story__in=stories).select_related("draft").defer("draft__text")
    return {signature.story_id: signature for signature in signatures}


def _is_overdue(story: Story, moment: datetime) -> bool:
    return story.deadline_at is not None and story.deadline_at < moment

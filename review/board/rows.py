"""The board's rows: each story with its drafts, what is open in it, and what its approval is worth."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils.timezone import now

from articles.models import Draft, Story, StoryState, User
from articles.wording import Snippet, snippets
from review.board.filters import Filters
from review.board.signatures import stale_in
from review.board.stories import BEHIND_US, order_of, stories_for
from review.models import Decision
from review.standing import OpenFindings, worst_open

MOST_IN_A_COLUMN = 20  # more than anybody reads; the column leads to the table of the others
MOST_IN_A_TABLE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One story on the board, with its current drafts; `stale` is the last approval if its text stands no more."""

    story: Story
    drafts: tuple[Draft, ...]
    findings: OpenFindings | None
    stale: Decision | None
    snippet: Snippet | None

    @property
    def successor(self) -> Draft | None:
        """What stands now for the version that was signed; where that was left out, the newest of the others."""
        signed = self.stale.draft if self.stale else None
        same_version = (draft for draft in self.drafts if signed and draft.version == signed.version)
        newest = max(self.drafts, key=lambda draft: draft.number, default=None)
        return next(same_version, newest) if signed else None

    @property
    def is_overdue(self) -> bool:
        presses = self.story.deadline_at is not None and self.story.state not in BEHIND_US
        return presses and self.story.deadline_at < now()  # type: ignore[operator]

    @property
    def is_embargoed(self) -> bool:
        return self.story.embargo_until is not None and self.story.embargo_until > now()


@dataclass(frozen=True, slots=True)
class Column:
    """The first stories of one state; `total` counts the others as well, `address` is the table of them all."""

    state: StoryState
    rows: tuple[Row, ...]
    total: int
    address: str

    @property
    def hidden(self) -> int:
        return self.total - len(self.rows)


def columns_for(person: User, filters: Filters) -> list[Column]:
    """One column a state, in the order of a story's life, in a constant number of queries."""
    stories = stories_for(person, filters)
    totals = dict(stories.order_by().values_list("state").annotate(stories=Count("pk")))
    by_state: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(_first_of_each_state(stories, filters), filters):
        by_state[row.story.state].append(row)
    return [
        Column(
            state, tuple(by_state[state]), totals.get(state, 0), replace(filters, state=state, as_table=True).address
        )
        for state in StoryState
    ]


def table_for(person: User, filters: Filters, page: str | None) -> tuple[Page[Story], list[Row]]:
    """One page of the stories, and their rows."""
    shown = Paginator(stories_for(person, filters), MOST_IN_A_TABLE).get_page(page)
    return shown, _rows(list(shown), filters)


def _first_of_each_state(stories: QuerySet[Story], filters: Filters) -> list[Story]:
    place = Window(RowNumber(), partition_by=F("state"), order_by=order_of(filters.sort))
    return list(stories.annotate(place=place).filter(place__lte=MOST_IN_A_COLUMN))


def _rows(stories: Sequence[Story], filters: Filters) -> list[Row]:
    drafts, found, stale = _current_drafts(stories), worst_open(stories), stale_in(stories)
    told = snippets([story.pk for story in stories], filters.words) if filters.words else {}
    return [
        Row(story, tuple(drafts[story.pk]), found.get(story.pk), stale.get(story.pk), told.get(story.pk))
        for story in stories
    ]


def _current_drafts(stories: Iterable[Story]) -> dict[int, list[Draft]]:
    drafts = Draft.objects.current().filter(story__in=stories).defer("text", "sections").order_by("version")
    by_story: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_story[draft.story_id].append(draft)
    return by_story

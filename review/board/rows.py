"""The board's rows: each story with its drafts, what is open in it, and what its approval is worth."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.timezone import now

from articles.models import Draft, Story, StoryState
from articles.wording import Snippet, snippets
from review.board.filters import Filters
from review.board.first import Totals, first_of_each_state, totals_of
from review.board.stories import BEHIND_US, Chosen
from review.models import Decision
from review.standing import OpenFindings, worst_open
from review.standing.stale import last_signed_in

MOST_IN_A_COLUMN = 20  # more than anybody reads; the column leads to the table of the others
MOST_IN_A_TABLE = 100
MOST_AHEAD = 1_000  # stories before a page's end, or behind its beginning: in the middle, all are sorted


@dataclass(frozen=True, slots=True)
class Row:
    """One story on the board, with its current drafts and the last signature that nobody took back."""

    story: Story
    drafts: tuple[Draft, ...]
    findings: OpenFindings | None
    signature: Decision | None
    snippet: Snippet | None

    @property
    def headline(self) -> str:
        """Of the text that was signed, else of the newest draft, the desk's own before a wire's."""
        titled = [draft for draft in self.drafts if draft.headline]
        newest = max(titled, key=lambda draft: (not draft.source, draft.number), default=None)
        told = self._signed or newest
        return told.headline if told else ""

    @property
    def stale(self) -> Decision | None:
        """The last signature if its text stands no more."""
        return None if self._signed else self.signature

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

    @property
    def _signed(self) -> Draft | None:
        texts = {self.signature.sha256} if self.signature else set()
        return next((draft for draft in self.drafts if draft.sha256 in texts), None)


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


def columns_of(chosen: Chosen, filters: Filters) -> list[Column]:
    """One column a state, in the order of a story's life, in a constant number of queries."""
    totals = totals_of(chosen.stories)
    first: dict[str, list[Story]] = defaultdict(list)
    for story in first_of_each_state(chosen.stories, filters, totals, most=MOST_IN_A_COLUMN):
        first[story.state].append(story)
    by_state: dict[str, list[Row]] = defaultdict(list)
    for row in _rows([story for some in first.values() for story in some[:MOST_IN_A_COLUMN]], chosen, filters):
        by_state[row.story.state].append(row)
    return [
        Column(
            state,
            tuple(by_state[state]),
            sum(stories for (_, of_state), stories in totals.items() if of_state == state),
            replace(filters, state=state, as_table=True).address,
        )
        for state in StoryState
    ]


def table_of(chosen: Chosen, filters: Filters, page: str | None) -> tuple[Page[int], list[Row]]:
    """One page, as places among all of them, and their rows."""
    totals = totals_of(chosen.stories)
    shown = Paginator(range(sum(totals.values())), MOST_IN_A_TABLE).get_page(page)
    cut = slice(max(0, shown.start_index() - 1), shown.end_index())
    picked = _cut_out(chosen.stories, filters, totals, cut)
    return shown, _rows(list(chosen.stories.filter(pk__in=picked.values("pk"))), chosen, filters)


def _cut_out(stories: QuerySet[Story], filters: Filters, totals: Totals, cut: slice) -> QuerySet[Story]:
    """These places among all in their order, counted from whichever end is nearer."""
    total = sum(totals.values())
    if cut.stop <= MOST_AHEAD:
        return first_of_each_state(stories, filters, totals, most=cut.stop)[cut]
    if total - cut.start <= MOST_AHEAD:
        last = first_of_each_state(stories, filters, totals, most=total - cut.start, from_the_end=True)
        return last.reverse()[total - cut.stop : total - cut.start]
    return stories[cut]


def _rows(stories: Sequence[Story], chosen: Chosen, filters: Filters) -> list[Row]:
    drafts, found, signed = _current_drafts(stories), worst_open(stories), last_signed_in(stories)
    speaking = chosen.found.drafts if chosen.found else {}
    told = snippets({story.pk: speaking[story.pk] for story in stories if story.pk in speaking}, filters.words)
    return [
        Row(story, tuple(drafts[story.pk]), found.get(story.pk), signed.get(story.pk), told.get(story.pk))
        for story in stories
    ]


def _current_drafts(stories: Iterable[Story]) -> dict[int, list[Draft]]:
    drafts = Draft.objects.current().filter(story__in=stories).defer("text", "sections").order_by("version")
    by_story: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_story[draft.story_id].append(draft)
    return by_story

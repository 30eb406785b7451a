"""What the board's address asks for: which stories, in which order, in columns or as a table."""

from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.http import QueryDict
from django.urls import reverse

from articles.models import StoryState

NOBODY = "-"  # no username: stories that nobody looks after

Choice = TypeVar("Choice", bound=TextChoices)


class Sort(TextChoices):
    URGENCY = "urgency", "Most urgent"
    DEADLINE = "deadline", "Deadline"
    EMBARGO = "embargo", "End of embargo"
    TOUCHED = "touched", "Last touched"
    SLUG = "slug", "Slug line"


class Timing(TextChoices):
    OVERDUE = "overdue", "Overdue"
    SOON = "soon", "Due within a day"
    EMBARGOED = "embargoed", "Under embargo"


@dataclass(frozen=True, slots=True)
class Filters:
    """`desk` is a slug, `assignee` a username or NOBODY; what is empty narrows nothing."""

    desk: str = ""
    words: str = ""
    assignee: str = ""
    timing: Timing | None = None
    state: StoryState | None = None
    urgent: bool = False
    mine: bool = False
    blocking: bool = False
    news: bool = False
    stale: bool = False
    sort: Sort = Sort.URGENCY
    as_table: bool = False

    @classmethod
    def read(cls, query: QueryDict) -> "Filters":
        """What cannot be read narrows nothing: an old or mistyped link still shows the board."""
        return cls(
            desk=_text(query, "desk"),
            words=_text(query, "words"),
            assignee=_text(query, "with"),
            timing=_choice(Timing, query.get("time")),
            state=_choice(StoryState, query.get("state")),
            urgent="urgent" in query,
            mine="mine" in query,
            blocking="blocking" in query,
            news="news" in query,
            stale="stale" in query,
            sort=_choice(Sort, query.get("sort")) or Sort.URGENCY,
            as_table="table" in query,
        )

    @property
    def narrows(self) -> bool:
        return bool(self.words or self.mine or self.blocking or self.news or self.stale or self.has_rare)

    @property
    def has_rare(self) -> bool:
        """Whether one of those is set that the page folds away."""
        return bool(self.desk or self.assignee or self.timing or self.state or self.urgent)

    @property
    def address(self) -> str:
        """The board as it is asked for."""
        return f"{reverse('board')}?{self.query}" if self.query else reverse("board")

    @property
    def query(self) -> str:
        """The choices that differ from the usual ones, ready to follow a question mark."""
        chosen = {
            "words": self.words,
            "desk": self.desk,
            "with": self.assignee,
            "time": self.timing,
            "state": self.state,
            "urgent": self.urgent,
            "mine": self.mine,
            "blocking": self.blocking,
            "news": self.news,
            "stale": self.stale,
            "sort": self.sort if self.sort != Sort.URGENCY else "",
            "table": self.as_table,
        }
        return urlencode({name: 1 if value is True else value for name, value in chosen.items() if value})


def _text(query: QueryDict, name: str) -> str:
    return query.get(name, "").replace("\x00", "").strip()  # PostgreSQL fails at a NUL, even in a question


def _choice(kind: type[Choice], written: str | None) -> Choice | None:
    return kind(written) if written in kind.values else None

"""Who else has a story's review open, and what came of it since a page was shown."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db.models import Max, Model, QuerySet, Subquery
from django.http import QueryDict
from django.utils.http import urlencode

from articles.models import Story, User
from review.addresses import row_number
from review.models import Analysis, Comparison, Finding, Presence
from review.screen.look import Look
from review.screen.margin import Entry, Margin
from review.screen.spread import Spread


@dataclass(frozen=True, slots=True)
class Company:
    """The others who have the story open; `finding` is the one that the person who asks has open."""

    presences: Sequence[Presence]
    finding: int | None

    @property
    def people(self) -> list[User]:
        return [presence.user for presence in self.presences]

    @property
    def beside(self) -> list[User]:
        """Those at the same finding."""
        return [one.user for one in self.presences if self.finding and one.finding_id == self.finding]

    @property
    def token(self) -> str:
        """What a page shows of it: the same token, the same words."""
        beside = self.beside
        return ".".join(f"{person.pk}{'b' * (person in beside)}" for person in self.people)


@dataclass(frozen=True, slots=True)
class Known:
    """How far a page knows its story, by ids that only grow: the latest decision, draft, and runs over what lies open.

    0 where there is none.
    """

    decision: int = 0
    draft: int = 0
    reading: int = 0
    comparison: int = 0

    @classmethod
    def read(cls, query: QueryDict) -> "Known":
        """What a page says that it knows; what cannot be read counts as unknown."""
        told = {name: row_number(query.get(name)) for name in asdict(cls())}
        return cls(**{name: number for name, number in told.items() if number})

    @property
    def query(self) -> str:
        return urlencode(asdict(self))


@dataclass(frozen=True, slots=True)
class News:
    """What others decided of a finding that lies open."""

    entry: Entry
    by: User | None


def be_present(person: User, look: Look, *, at: datetime) -> None:
    """Note that a page is open, and at which finding of its story."""
    finding = Finding.objects.filter(pk=look.finding or 0, annotation__story=look.story).values("pk")[:1]
    here = Presence.objects.filter(user=person, story=look.story)
    if not here.update(at=at, finding=Subquery(finding)):
        # Two pages of one person may come at once.
        Presence.objects.bulk_create([Presence(user=person, story_id=look.story, at=at)], ignore_conflicts=True)
        here.update(finding=Subquery(finding))


def company_of(person: User, look: Look, *, at: datetime) -> Company:
    others = Presence.objects.filter(story=look.story).company_of(person, at)
    return Company(list(others.select_related("user").order_by("user")), look.finding)


def shown_by(spread: Spread) -> Known:
    """What a page of this spread shows."""
    return Known(
        _latest(spread.story.resolutions.all()),
        max(draft.pk for draft in spread.drafts),
        max((run.pk for side in spread.sides for run in side.runs), default=0),
        max((run.pk for run in spread.comparisons), default=0),
    )


def known_today(story: Story, look: Look) -> Known:
    """What a page with these drafts open would show now, in four small queries."""
    pair = [look.a, look.b]
    return Known(
        _latest(story.resolutions.all()),
        _latest(story.drafts.all()),
        _latest(Analysis.objects.filter(draft__in=pair, draft__story=story)),
        _latest(Comparison.objects.filter(left__in=pair, right__in=pair, story=story)),
    )


def decided_since(story: Story, decision: int) -> frozenset[str]:
    """The fingerprints of which anything was decided after that."""
    return frozenset(story.resolutions.filter(pk__gt=decision).values_list("fingerprint", flat=True))


def news_for(person: User, margin: Margin) -> list[News]:
    """Of the findings that were just decided, those that stand by the word of somebody else, in order of place."""
    told = (News(entry, entry.standing.resolution.by) for entry in margin.fresh if entry.standing.resolution)
    return [news for news in told if news.by != person]


def _latest(rows: QuerySet[Model]) -> int:
    latest: int | None = rows.aggregate(latest=Max("pk"))["latest"]
    return latest or 0

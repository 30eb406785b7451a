"""The stories that a person asks for, in the order that they ask for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Case, Exists, F, OrderBy, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest
from django.utils.timezone import now

from articles.models import AuditEvent, Draft, Story, StoryState, User
from articles.models.stories import WITHOUT_DEADLINE
from articles.wording import MOST_FOUND, Found, newest_with
from review.board.filters import NOBODY, Filters, Sort, Timing
from review.models import LastLooked
from review.standing import marks
from review.verbs import Verb

BEHIND_US = (StoryState.APPROVED, StoryState.KILLED)  # nothing presses any more
DUE_SOON = timedelta(days=1)
NEWS_FOR, MOST_NEWS = timedelta(days=14), 400  # stories
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_TOLD_BY_THE_SYSTEM = [
    Verb.FOUND_FIXED, Verb.FOUND_AGAIN, Verb.FOUND_CHANGED, Verb.FAILED_RUN, Verb.REFUSED_FILE, Verb.WENT_STALE,
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """The stories that pass the filters, and where words were searched for, the drafts that have them.

    `cut_at` is how many drafts or stories were looked at where there are more.
    """

    stories: QuerySet[Story]
    found: Found | None = None
    cut_at: int = 0


def stories_for(person: User, filters: Filters) -> Chosen:
    """Of the person's desks, with `has_news` for that person."""
    stories = Story.objects.visible_to(person).select_related("desk", "assignee", "touched_by", "handover_by")
    stories = stories.annotate(has_news=_has_news(person))
    for condition in _conditions(person, filters):
        stories = stories.filter(condition)
    stories, found, cut_at = stories.order_by(*order_of(filters.sort)), None, 0
    if filters.words:
        found, named = newest_with(filters.words, person), _named(filters.words, person)
        stories = stories.filter(pk__in=found.drafts.keys() | set(named[:MOST_FOUND]))
        cut_at = MOST_FOUND if found.is_cut or len(named) > MOST_FOUND else 0
    if filters.news:
        latest = _latest_news(stories)
        stories = stories.filter(pk__in=latest[:MOST_NEWS])
        cut_at = cut_at or (MOST_NEWS if len(latest) > MOST_NEWS else 0)
    return Chosen(stories, found, cut_at)


def _named(words: str, person: User) -> list[int]:
    """Stories by their slug line, the newest ones, and one more than are told."""
    stories = Story.objects.filter(desk__in=person.desks.order_by(), slug__icontains=words)
    newest = (F("pk") + 0).desc()  # so that only the index of slug lines is read, and not each story in that order
    return list(stories.order_by(newest).values_list("pk", flat=True)[: MOST_FOUND + 1])


def _latest_news(stories: QuerySet[Story]) -> list[int]:
    """Read off the index of what happened last, and no further than is shown."""
    recent = stories.filter(marks.recorded_since(now() - NEWS_FOR)).filter(Q(has_news=True))
    return list(recent.order_by("-recorded_at").values_list("pk", flat=True)[: MOST_NEWS + 1])


def order_of(sort: Sort) -> list[OrderBy]:
    """What has no deadline or embargo comes behind what has one, and what is approved or killed last."""
    is_over = Case(When(state__in=BEHIND_US, then=Value(1)), default=Value(0)).asc()
    within = order_within_state(sort)
    match sort:
        case Sort.URGENCY | Sort.DEADLINE:
            return [is_over, *within]
        case Sort.EMBARGO:
            return [within[0], is_over, *within[1:]]
    return within


def order_within_state(sort: Sort) -> list[OrderBy]:
    """The same among stories of one state, as an index of Story has them for the usual order."""
    deadline, touched = [WITHOUT_DEADLINE.asc(), F("deadline_at").asc()], F("touched_at").desc()
    orders = {
        Sort.URGENCY: [F("priority").asc(), *deadline, touched],
        Sort.DEADLINE: [*deadline, F("priority").asc(), touched],
        Sort.EMBARGO: [F("embargo_until").asc(nulls_last=True), *deadline, touched],
        Sort.TOUCHED: [touched],
        Sort.SLUG: [F("slug").asc()],
    }
    return [*orders[sort], F("pk").desc()]


def _conditions(person: User, filters: Filters) -> Iterator[Q | Exists]:
    if filters.desk:
        yield Q(desk__slug=filters.desk)
    if filters.assignee:
        yield _looked_after(filters.assignee)
    if filters.timing:
        yield _timed(filters.timing)
    if filters.state:
        yield Q(state=filters.state)
    if filters.urgent:
        yield Q(priority__lt=3)
    if filters.mine:
        yield _concerns(person)
    if filters.blocking:
        yield marks.blocked()
    if filters.stale:
        yield marks.stale()


def _looked_after(username: str) -> Q:
    return Q(assignee=None) if username == NOBODY else Q(assignee__username=username)


def _timed(timing: Timing | None) -> Q:
    moment = now()
    match timing:
        case Timing.OVERDUE:
            return Q(deadline_at__lt=moment) & ~Q(state__in=BEHIND_US)
        case Timing.SOON:
            return Q(deadline_at__range=(moment, moment + DUE_SOON))
        case Timing.EMBARGOED:
            return Q(embargo_until__gt=moment)
    return Q()


def _concerns(person: User) -> Q:
    """Looked up by the person, whose stories are few beside the others."""
    stories, drafts = Story.objects.order_by(), Draft.objects.order_by()
    theirs = (
        stories.filter(assignee=person)
        .values("pk")
        .union(
            stories.filter(opened_by=person).values("pk"),
            drafts.filter(written_by=person).values("story"),
            drafts.filter(handed_in_by=person).values("story"),
        )
    )
    return Q(pk__in=theirs)


def _has_news(person: User) -> Exists:
    """Whether others did something, or the workers found something, since the person last opened it; and not longer ago
    than news are new."""
    looked = LastLooked.objects.filter(user=person, story=OuterRef(OuterRef("pk"))).values("at")
    others = Q(actor__isnull=False) & ~Q(actor=person)
    told = AuditEvent.objects.filter(others | Q(actor=None, verb__in=_TOLD_BY_THE_SYSTEM), story=OuterRef("pk"))
    since = Coalesce(Subquery(looked[:1]), Value(NEVER))
    return Exists(told.filter(at__gt=Greatest(since, Value(now() - NEWS_FOR))))

"""The stories that a person asks for, in the order that they ask for."""

from datetime import UTC, datetime, timedelta

from django.db.models import Case, Exists, F, OrderBy, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.timezone import now

from articles.models import AuditEvent, Draft, Story, StoryState, User
from articles.models.stories import WITHOUT_DEADLINE
from articles.wording import drafts_with
from review.board.filters import NOBODY, Filters, Sort, Timing
from review.board.signatures import stale_signatures
from review.models import LastLooked
from review.standing import has_open_blocker
from review.verbs import Verb

BEHIND_US = (StoryState.APPROVED, StoryState.KILLED)  # nothing presses any more
DUE_SOON = timedelta(days=1)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_TOLD_BY_THE_SYSTEM = [
    Verb.FOUND_FIXED, Verb.FOUND_AGAIN, Verb.FOUND_CHANGED, Verb.FAILED_RUN, Verb.REFUSED_FILE, Verb.WENT_STALE,
]  # fmt: skip


def stories_for(person: User, filters: Filters) -> QuerySet[Story]:
    """The stories of the person's desks that pass the filters, with `has_news` for that person."""
    stories = Story.objects.visible_to(person).select_related("desk", "assignee", "touched_by", "handover_by")
    stories = stories.annotate(has_news=_has_news(person))
    for condition in _conditions(person, filters):
        stories = stories.filter(condition)
    return stories.order_by(*order_of(filters.sort))


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


def _conditions(person: User, filters: Filters) -> list[Q | Exists]:
    asked: list[tuple[object, Q | Exists]] = [
        (filters.desk, Q(desk__slug=filters.desk)),
        (filters.words, _speaks_of(filters.words)),
        (filters.assignee, _looked_after(filters.assignee)),
        (filters.timing, _timed(filters.timing)),
        (filters.state, Q(state=filters.state)),
        (filters.urgent, Q(priority__lt=3)),
        (filters.mine, _concerns(person)),
        (filters.blocking, has_open_blocker()),
        (filters.news, Q(has_news=True)),
        (filters.stale, Q(pk__in=stale_signatures().values("story"))),
    ]
    return [condition for is_asked, condition in asked if is_asked]


def _speaks_of(words: str) -> Q:
    return Q(slug__icontains=words) | Q(pk__in=drafts_with(words).values("story"))


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
    handed_in = Draft.objects.filter(Q(written_by=person) | Q(handed_in_by=person), story=OuterRef("pk"))
    return Q(assignee=person) | Q(opened_by=person) | Q(Exists(handed_in))


def _has_news(person: User) -> Exists:
    """Whether others did something, or the workers found something, since the person last opened it."""
    looked = LastLooked.objects.filter(user=person, story=OuterRef(OuterRef("pk"))).values("at")
    others = Q(actor__isnull=False) & ~Q(actor=person)
    told = AuditEvent.objects.filter(others | Q(actor=None, verb__in=_TOLD_BY_THE_SYSTEM), story=OuterRef("pk"))
    return Exists(told.filter(at__gt=Coalesce(Subquery(looked[:1]), Value(NEVER))))

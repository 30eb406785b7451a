"""The records of accounts and of desks, read as one: the latest first, from a place on."""

import heapq
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Self

from django.db.models import Q, QuerySet

from articles.models import AccountEvent, Desk, DeskEvent, User
from review.verbs import ABOUT_PEOPLE_AND_SETTINGS

RecordEvent = AccountEvent | DeskEvent

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_WRITTEN = re.compile(r"(\d{1,16})\.([ad])\.(\d{1,18})", re.ASCII)  # such as "1763890000123456.a.17"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where one event stands among those of both records. At the same moment what is of an account is the later."""

    at: datetime
    of_account: bool
    number: int

    @classmethod
    def of(cls, event: RecordEvent) -> Self:
        return cls(event.at, isinstance(event, AccountEvent), event.pk)

    @classmethod
    def read(cls, words: str) -> Self | None:
        """None for words that no page has written."""
        if not (written := _WRITTEN.fullmatch(words)):
            return None
        since, kind, number = written.groups()
        return cls(_BEGINNING + int(since) * _MICROSECOND, kind == "a", int(number))

    def __str__(self) -> str:
        return f"{(self.at - _BEGINNING) // _MICROSECOND}.{'a' if self.of_account else 'd'}.{self.number}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; None is whatever there is. A person did it, or it was done to them."""

    person: User | None = None
    desk: Desk | None = None
    since: datetime | None = None
    before: datetime | None = None


def events_of(
    wanted: Wanted, *, reader: User, beyond: Place | None = None, at_most: int | None = None
) -> Iterator[RecordEvent]:
    """The events of both records that are wanted and the reader may see, the latest first, `beyond` a place."""
    of_accounts = AccountEvent.objects.none() if wanted.desk else _of_accounts(wanted.person)
    of_desks = desk_events_for(reader).filter(_on_desk(wanted.desk), _about(wanted.person))
    accounts = of_accounts.filter(_within(wanted), _beyond(beyond, of_accounts=True)).order_by("-at", "-pk")
    desks = of_desks.filter(_within(wanted), _beyond(beyond, of_accounts=False)).order_by("-at", "-pk")
    each: list[Iterator[RecordEvent]] = [accounts[:at_most].iterator(), desks[:at_most].iterator()]
    return islice(heapq.merge(*each, key=Place.of, reverse=True), at_most)


def desk_events_for(reader: User) -> QuerySet[DeskEvent]:
    """Of a desk that they are not on, people and settings alone: its house list may name who is in stories."""
    own = Q(desk__in=Desk.objects.visible_to(reader).values("pk"))
    return DeskEvent.objects.filter(own | Q(verb__in=ABOUT_PEOPLE_AND_SETTINGS)).select_related("actor", "desk")


def _of_accounts(person: User | None) -> QuerySet[AccountEvent]:
    events = AccountEvent.objects.select_related("actor", "person")
    return events.filter(Q(person=person) | Q(actor=person)) if person else events


def _on_desk(desk: Desk | None) -> Q:
    return Q(desk=desk) if desk else Q()


def _about(person: User | None) -> Q:
    """What was recorded before accounts were named by their number names them by the person's name."""
    if not person:
        return Q()
    by_name = Q(details__person=str(person), details__account__isnull=True)
    return Q(actor=person) | Q(details__account=person.pk) | by_name


def _within(wanted: Wanted) -> Q:
    since = Q(at__gte=wanted.since) if wanted.since else Q()
    return since & Q(at__lt=wanted.before) if wanted.before else since


def _beyond(place: Place | None, *, of_accounts: bool) -> Q:
    if not place:
        return Q()
    earlier = Q(at__lt=place.at)
    if place.of_account == of_accounts:
        return earlier | Q(at=place.at, pk__lt=place.number)
    return earlier if of_accounts else Q(at__lte=place.at)

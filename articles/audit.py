"""Writing the records of every change, and finding where somebody tampered with one."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any, TypeVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import Max, QuerySet
from django.utils.timezone import now

from articles.chains import digest, digest_of
from articles.models import AccountEvent, AuditDetails, AuditEvent, Desk, DeskEvent, Story, User

Event = TypeVar("Event", AuditEvent, DeskEvent, AccountEvent)
AnyEvent = AuditEvent | DeskEvent | AccountEvent
Chain = Story | Desk | User


class OutsideTransaction(RuntimeError):
    """An event must stand or fall with the change it tells of."""


def record(*, story: Story, actor: User | None, verb: str, details: dict[str, Any]) -> AuditEvent:
    """Add one event to the story's chain, in the transaction of the change; `actor` None is the system."""
    _check_in_transaction(verb)
    content = _as_json(details)
    event = AuditEvent(story=story, actor=actor, verb=verb, details_digest=digest(content))
    _chained(event, Story.objects.locked().get(pk=story.pk))
    AuditDetails.objects.create(event=event, content=content)
    return event


def record_on_desk(*, desk: Desk, actor: User, verb: str, details: dict[str, Any]) -> DeskEvent:
    """Add one event to the desk's own chain, in the transaction of the change."""
    _check_in_transaction(verb)
    content = _as_json(details)
    event = DeskEvent(desk=desk, actor=actor, verb=verb, details=content, details_digest=digest(content))
    return _chained(event, Desk.objects.locked().get(pk=desk.pk))


def record_on_account(*, person: User, actor: User | None, verb: str, details: dict[str, Any]) -> AccountEvent:
    """Add one event to the person's own chain, in the transaction of the change; `actor` None is the system."""
    _check_in_transaction(verb)
    content = _as_json(details)
    event = AccountEvent(person=person, actor=actor, verb=verb, details=content, details_digest=digest(content))
    return _chained(event, User.objects.select_for_update(no_key=True).get(pk=person.pk))


def every_chain() -> Iterator[Chain]:
    """Whatever has a record of its own."""
    for of in (Story, Desk, User):
        yield from of._default_manager.order_by("pk").iterator()


def exported(of: Chain) -> Iterator[str]:
    """The record as JSON lines, oldest first: what each row holds and the digests that chain it to the one before."""
    about = _told_of(of)
    for event in _events_of(of).select_related("actor").iterator():
        row = {
            **about,
            "number": event.number,
            "at": event.at.astimezone(UTC).isoformat(),
            "actor": {"id": event.actor_id, "name": str(event.actor)} if event.actor else None,
            "verb": event.verb,
            "details": _details(event),
            "details_digest": event.details_digest,
            "previous": event.previous,
            "digest": event.digest,
        }
        yield json.dumps(row, ensure_ascii=False) + "\n"


def first_broken(of: Chain) -> int | None:
    """The number of the first event that is missing or not as it was written; a story's details may be purged."""
    of.refresh_from_db(fields=["audit_length", "audit_end"])  # first: the record may grow while it is read
    length, end = of.audit_length, of.audit_end
    number, previous = 0, ""
    events: Iterable[AnyEvent] = _events_of(of).filter(number__lte=length).iterator()
    for number, event in enumerate(events, start=1):
        if (event.number, event.previous) != (number, previous) or not _is_as_written(event):
            return number
        previous = event.digest
    if (number, previous) != (length, end):
        return number + 1
    return _beyond_the_end(of)


def _told_of(of: Chain) -> dict[str, object]:
    match of:
        case Story():
            return {"story": of.pk, "slug": of.slug}
        case Desk():
            return {"desk": of.pk, "name": of.name}
        case _:
            return {"account": of.pk, "name": str(of)}


def _beyond_the_end(of: Chain) -> int | None:
    """The number after the last event, where rows follow it that the chain does not know of."""
    last = _events_of(of).aggregate(last=Max("number"))["last"] or 0
    of.refresh_from_db(fields=["audit_length"])  # after it: each event moves the end along with its row
    return of.audit_length + 1 if last > of.audit_length else None


def _check_in_transaction(verb: str) -> None:
    if not connection.in_atomic_block:
        raise OutsideTransaction(f"“{verb}” was to be recorded outside a transaction.")


def _as_json(details: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever JSON can hold
    return json.loads(json.dumps(details, cls=DjangoJSONEncoder))


def _chained(event: Event, chain: Chain) -> Event:
    """Write the event behind the last one of the chain, which is locked, and move the chain's end."""
    event.number, event.previous, event.at = chain.audit_length + 1, chain.audit_end, now()
    event.digest = digest_of(event, chain=_chain_of(event))
    event.save(force_insert=True)
    chain.audit_length, chain.audit_end = event.number, event.digest
    fields = ["audit_length", "audit_end"]
    if isinstance(chain, Story):
        chain.recorded_at, chain.marked_to = event.at, chain.marked_to + 1
        fields += ["recorded_at", "marked_to"]
    chain.save(update_fields=fields)
    return event


def _chain_of(event: AnyEvent) -> int | str:
    """As the digests have it."""
    match event:
        case AuditEvent():
            return event.story_id
        case DeskEvent():
            return f"desk {event.desk_id}"
        case _:
            return f"account {event.person_id}"


def _events_of(of: Chain) -> QuerySet[AuditEvent] | QuerySet[DeskEvent] | QuerySet[AccountEvent]:
    match of:
        case Story():
            return AuditEvent.objects.filter(story=of).select_related("details").order_by("number")
        case Desk():
            return DeskEvent.objects.filter(desk=of).order_by("number")
        case _:
            return AccountEvent.objects.filter(person=of).order_by("number")


def _details(event: AnyEvent) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """None where they were purged."""
    if isinstance(event, DeskEvent | AccountEvent):
        return event.details
    details: AuditDetails | None = getattr(event, "details", None)
    return details.content if details else None


def _is_as_written(event: AnyEvent) -> bool:
    details = _details(event)
    if details is not None and digest(details) != event.details_digest:
        return False
    return digest_of(event, chain=_chain_of(event)) == event.digest

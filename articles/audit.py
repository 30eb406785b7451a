"""Writing the record of every change, and finding where somebody tampered with it."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.utils.timezone import now

from articles.models import AuditDetails, AuditEvent, Desk, DeskEvent, Story, User


class OutsideTransaction(RuntimeError):
    """An event must stand or fall with the change it tells of."""


def record(*, story: Story, actor: User | None, verb: str, details: dict[str, Any]) -> AuditEvent:
    """Add one event to the story's chain, in the transaction of the change; `actor` None is the system."""
    if not connection.in_atomic_block:
        raise OutsideTransaction(f"“{verb}” was to be recorded outside a transaction.")
    chain = Story.objects.locked().get(pk=story.pk)
    content = json.loads(json.dumps(details, cls=DjangoJSONEncoder))
    event = AuditEvent(
        story=story,
        number=chain.audit_length + 1,
        at=now(),
        actor=actor,
        verb=verb,
        details_digest=_digest(content),
        previous=chain.audit_end,
    )
    event.digest = _digest_of_event(event)
    event.save(force_insert=True)
    AuditDetails.objects.create(event=event, content=content)
    Story.objects.filter(pk=story.pk).update(audit_length=event.number, audit_end=event.digest)
    return event


def record_on_desk(*, desk: Desk, actor: User, verb: str, details: dict[str, Any]) -> DeskEvent:
    """Add one event to the desk's own record, in the transaction of the change."""
    if not connection.in_atomic_block:
        raise OutsideTransaction(f"“{verb}” was to be recorded outside a transaction.")
    return DeskEvent.objects.create(desk=desk, actor=actor, verb=verb, details=details)


def exported(story: Story) -> Iterator[str]:
    """The record as JSON lines, oldest first: what each row holds and the digests that chain it to the one before."""
    events = AuditEvent.objects.filter(story=story).select_related("actor", "details").order_by("number")
    for event in events.iterator():
        details: AuditDetails | None = getattr(event, "details", None)
        row = {
            "story": story.pk,
            "slug": story.slug,
            "number": event.number,
            "at": event.at.astimezone(UTC).isoformat(),
            "actor": {"id": event.actor_id, "name": str(event.actor)} if event.actor else None,
            "verb": event.verb,
            "details": details.content if details else None,
            "details_digest": event.details_digest,
            "previous": event.previous,
            "digest": event.digest,
        }
        yield json.dumps(row, ensure_ascii=False) + "\n"


def first_broken(story: Story) -> int | None:
    """The number of the first event that is missing or not as it was written; details may be purged."""
    number, previous = 0, ""
    chain = AuditEvent.objects.filter(story=story).select_related("details").order_by("number")
    for number, event in enumerate(chain.iterator(), start=1):
        if (event.number, event.previous) != (number, previous) or not _is_as_written(event):
            return number
        previous = event.digest
    end = Story.objects.filter(pk=story.pk).values_list("audit_length", "audit_end").get()
    return None if end == (number, previous) else number + 1


def _is_as_written(event: AuditEvent) -> bool:
    details: AuditDetails | None = getattr(event, "details", None)
    if details and _digest(details.content) != event.details_digest:
        return False
    return _digest_of_event(event) == event.digest


def _digest_of_event(event: AuditEvent) -> str:
    at = event.at.astimezone(UTC).isoformat()
    return _digest([event.story_id, event.number, at, event.actor_id, event.verb, event.details_digest, event.previous])


def _digest(content: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=True).encode()).hexdigest()

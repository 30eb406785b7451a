"""One mail of the outbox: claimed by one worker, tried again after growing pauses, given up with a reason."""

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import now

from review.models import AlertState, Outgoing
from review.models.timing import LEASE, PAUSES

Row = TypeVar("Row", bound=Outgoing)
log = logging.getLogger(__name__)


def claim(rows: Iterable[Outgoing]) -> None:
    """Promise to this worker what goes out in one mail; its try is counted before it is made. Needs a transaction."""
    for row in rows:
        row.tries += 1
        row.next_try_at = now() + LEASE
        row.save()


@transaction.atomic
def claim_next(due: QuerySet[Row]) -> Row | None:
    """What has waited longest, promised to this worker."""
    row = due.select_for_update(skip_locked=True, of=("self",)).order_by("next_try_at", "id").first()
    if row:
        claim([row])
    return row


def post(rows: Sequence[Outgoing], written: Callable[[], EmailMessage]) -> None:
    """Write the mail that all of the rows tell, and send it."""
    try:
        written().send()
    except Exception as error:  # an address or a text that no mail can carry stops no other, and is given up as well
        log.warning("%s was not sent: %r", [f"{row._meta.model_name} {row.pk}" for row in rows], error)
        _pause(rows, str(error))
    else:
        close(rows, AlertState.SENT)


def close(rows: Iterable[Outgoing], state: AlertState, reason: str = "") -> None:
    for row in rows:
        row.state, row.reason = state, reason
        row.sent_at = now() if state == AlertState.SENT else None
        row.save(update_fields=["state", "reason", "sent_at"])


def _pause(rows: Sequence[Outgoing], reason: str) -> None:
    if rows[0].tries > len(PAUSES):
        close(rows, AlertState.FAILED, reason)
        return
    for row in rows:
        row.reason, row.next_try_at = reason, now() + PAUSES[rows[0].tries - 1]
        row.save(update_fields=["reason", "next_try_at"])

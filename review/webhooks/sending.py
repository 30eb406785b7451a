"""Making the calls that are due: each claimed by one worker, tried again after growing pauses, then given up."""

import logging
from http import HTTPStatus

from django.db import transaction
from django.utils.timezone import now

from review.models import Call, CallState
from review.models.timing import LEASE, LONGEST_REST, PAUSES
from review.webhooks.calling import NotCalled, post
from review.webhooks.signing import signed

log = logging.getLogger(__name__)

AT_ONCE = 10  # a task ends long before its time limit, also where nobody answers


def make_calls() -> None:
    """Call one webhook after the other: at least once for each message, always with the same id and body."""
    for _ in range(AT_ONCE):
        call = _claimed()
        if call is None:
            return
        _make(call)


@transaction.atomic
def _claimed() -> Call | None:
    """What has waited longest, promised to this worker; its try is counted before it is made."""
    due = Call.objects.due().select_for_update(skip_locked=True, of=("self",)).order_by("next_try_at", "id")
    call = due.select_related("webhook").first()
    if call:
        call.tries, call.next_try_at = call.tries + 1, now() + LEASE
        call.save(update_fields=["tries", "next_try_at"])
    return call


def _make(call: Call) -> None:
    body = call.body.encode()
    headers = {"Content-Type": "application/json", "User-Agent": "Backread"}
    try:
        status = post(
            call.webhook.url,
            body=body,
            headers=headers | signed(call.webhook, message_id=call.message_id, at=now(), body=body),
        )
    except NotCalled as error:
        _pause(call, str(error))
        _put_off_others(call)
    else:
        _weigh(call, status)


def _weigh(call: Call, status: int) -> None:
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        call.state, call.reason, call.sent_at = CallState.SENT, "", now()
        call.save(update_fields=["state", "reason", "sent_at"])
    elif HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        _pause(call, f"It answered {status}, and no redirect is followed: name the address that it leads to.")
    else:
        _pause(call, f"It answered {status}.")


def _pause(call: Call, reason: str) -> None:
    """Wait before another try, or give it up for good: a chief can have it made once more."""
    log.warning("call %s was not made: %s", call.pk, reason)
    call.reason = reason
    if call.tries > len(PAUSES):
        call.state = CallState.FAILED
    else:
        call.next_try_at = now() + PAUSES[call.tries - 1]
    call.save(update_fields=["state", "reason", "next_try_at"])


def _put_off_others(failed: Call) -> None:
    """Where nobody answered one call, no other is made for a while: all desks' reading waits in the same queue.

    An answer, whatever it says, puts off nothing: it may be about that one message.
    """
    rest = min(PAUSES[min(failed.tries, len(PAUSES)) - 1], LONGEST_REST)
    others = Call.objects.due().filter(webhook=failed.webhook_id).exclude(pk=failed.pk)
    others.update(next_try_at=now() + rest, reason=failed.reason)

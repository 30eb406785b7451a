"""Sending the outbox: each mail claimed by one worker, tried again after growing pauses, given up with a reason."""

import logging
from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import now

from articles.models import StoryState
from review.alerting.mails import digest_of, mail_of
from review.models import Alert, AlertKind, AlertState
from review.standing import legal_read_of

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)  # a worker that dies with a claimed alert gives it back after this long
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))  # then it is given up
AT_ONCE = 100
_STILL_TO_SIGN = frozenset({StoryState.READY, StoryState.ANALYSING})


@shared_task(name="review.tasks.send_alerts")
def send_alerts() -> None:
    """Send what is due, one mail after the other: at least once each, always with the same Message-ID."""
    for _ in range(AT_ONCE):
        alerts = _claimed()
        if not alerts:
            return
        _send(alerts)


@transaction.atomic
def _claimed() -> list[Alert]:
    """What has waited longest, promised to this worker; its try is counted before it is made."""
    first = _due().first()
    alerts = [] if first is None else _batch_of(first) if first.in_digest else [first]
    for alert in alerts:
        alert.tries += 1
        alert.next_try_at = now() + LEASE
        alert.save(update_fields=["tries", "next_try_at", "batch"])
    return alerts


def _due() -> QuerySet[Alert]:
    return Alert.objects.due().select_for_update(skip_locked=True, of=("self",)).order_by("next_try_at", "id")


def _batch_of(first: Alert) -> list[Alert]:
    """All that goes into one digest. Once it was tried it stays the same one, so that its Message-ID means one mail."""
    mine = _due().filter(recipient=first.recipient, in_digest=True, batch=first.batch)
    alerts = sorted(mine, key=lambda alert: (alert.story.slug, alert.pk))
    for alert in alerts:
        alert.batch = first.batch or alerts[0].message_id
    return alerts


def _send(alerts: list[Alert]) -> None:
    """A digest, or an alert by itself, without those that need not go out any more."""
    wanted = [alert for alert in alerts if not _dropped(alert)]
    if not wanted:
        return
    if not wanted[0].recipient.email:
        _close(wanted, AlertState.FAILED, f"{wanted[0].recipient} has no mail address.")
        return
    try:
        (digest_of(wanted) if wanted[0].in_digest else mail_of(wanted[0])).send()
    except Exception as error:  # an address or a text that no mail can carry stops no other, and is given up as well
        log.warning("alerts %s were not sent: %r", [alert.pk for alert in wanted], error)
        _pause(wanted, str(error))
    else:
        _close(wanted, AlertState.SENT)


def _dropped(alert: Alert) -> bool:
    reason = _not_sent_because(alert)
    if reason:
        _close([alert], AlertState.DROPPED, reason)
    return bool(reason)


def _not_sent_because(alert: Alert) -> str:
    """Why this person gets no mail of this story, whatever was due when it was written."""
    person = alert.recipient
    if not person.is_active or not person.is_on(alert.story.desk):
        return f"{person} is no longer on the desk."
    if alert.kind == AlertKind.AWAITING and alert.story.state not in _STILL_TO_SIGN:
        return "The story no longer awaits a signature."
    if alert.kind == AlertKind.LEGAL_ASKED and legal_read_of(alert.story).asked is None:
        return "The story no longer awaits a legal read."
    if alert.in_digest and alert.read_at:
        return "It was read in the app before the digest went out."
    return ""


def _pause(alerts: list[Alert], reason: str) -> None:
    if alerts[0].tries > len(PAUSES):
        _close(alerts, AlertState.FAILED, reason)
        return
    for alert in alerts:
        alert.reason, alert.next_try_at = reason, now() + PAUSES[alerts[0].tries - 1]
        alert.save(update_fields=["reason", "next_try_at"])


def _close(alerts: list[Alert], state: AlertState, reason: str = "") -> None:
    for alert in alerts:
        alert.state, alert.reason = state, reason
        alert.sent_at = now() if state == AlertState.SENT else None
        alert.save(update_fields=["state", "reason", "sent_at"])

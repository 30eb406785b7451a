"""Sending the outbox: each alert claimed by one worker, tried again after growing pauses, given up with a reason."""

import logging
from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.utils.timezone import now

from articles.models import StoryState
from review.alerting.mails import mail_of
from review.models import Alert, AlertKind, AlertState

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)  # a worker that dies with a claimed alert gives it back after this long
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))  # then it is given up
AT_ONCE = 100
_STILL_TO_SIGN = frozenset({StoryState.READY, StoryState.ANALYSING})


@shared_task(name="review.tasks.send_alerts")
def send_alerts() -> None:
    """Send what is due, one alert after the other: at least once each, always with the same Message-ID."""
    for _ in range(AT_ONCE):
        alert = _claimed()
        if alert is None:
            return
        _send(alert)


@transaction.atomic
def _claimed() -> Alert | None:
    """The alert that has waited longest, promised to this worker; its try is counted before it is made."""
    due = Alert.objects.due().select_for_update(skip_locked=True, of=("self",)).order_by("next_try_at", "id")
    if alert := due.first():
        alert.tries += 1
        alert.next_try_at = now() + LEASE
        alert.save(update_fields=["tries", "next_try_at"])
    return alert


def _send(alert: Alert) -> None:
    if reason := _never_sent_because(alert):
        _close(alert, AlertState.FAILED, reason)
        return
    try:
        mail_of(alert).send()
    except Exception as error:  # an address or a text that no mail can carry stops no other, and is given up as well
        log.warning("alert %s was not sent: %r", alert.pk, error)
        _pause(alert, str(error))
    else:
        _close(alert, AlertState.SENT)


def _never_sent_because(alert: Alert) -> str:
    """Why this person gets no mail of this story, whatever was due when it was written."""
    person = alert.recipient
    if not person.is_active or not person.is_on(alert.story.desk):
        return f"{person} is no longer on the desk."
    if alert.kind == AlertKind.AWAITING and alert.story.state not in _STILL_TO_SIGN:
        return "The story no longer awaits a signature."
    return "" if person.email else f"{person} has no mail address."


def _pause(alert: Alert, reason: str) -> None:
    if alert.tries > len(PAUSES):
        _close(alert, AlertState.FAILED, reason)
        return
    alert.reason, alert.next_try_at = reason, now() + PAUSES[alert.tries - 1]
    alert.save(update_fields=["reason", "next_try_at"])


def _close(alert: Alert, state: AlertState, reason: str = "") -> None:
    alert.state, alert.reason = state, reason
    alert.sent_at = now() if state == AlertState.SENT else None
    alert.save(update_fields=["state", "reason", "sent_at"])

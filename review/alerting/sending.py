"""Sending what people are told: at once, or all of a day in one digest; what need not go out any more does not."""

from django.db import transaction
from django.db.models import QuerySet

from articles.models import StoryState
from review.alerting.mails import digest_of, mail_of
from review.alerting.posting import claim, close, post
from review.models import Alert, AlertKind, AlertState
from review.standing import legal_read_of

AT_ONCE = 100
_STILL_TO_SIGN = frozenset({StoryState.READY, StoryState.ANALYSING})


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
    claim(alerts)
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
        close(wanted, AlertState.FAILED, f"{wanted[0].recipient} has no mail address.")
        return
    post(wanted, lambda: digest_of(wanted) if wanted[0].in_digest else mail_of(wanted[0]))


def _dropped(alert: Alert) -> bool:
    if alert.kind == AlertKind.AWAITING and alert.findings and alert.story.state not in _STILL_TO_SIGN:
        alert.kind = AlertKind.FLAGGED  # nobody needs to sign any more, but what was found is still news
        alert.save(update_fields=["kind"])
    reason = _not_sent_because(alert)
    if reason:
        close([alert], AlertState.DROPPED, reason)
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

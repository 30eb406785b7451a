"""The mail that tells somebody that the way into their account was changed: a row of the outbox, like every other."""

from functools import partial

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from articles.models import User
from review.addresses import absolute
from review.alerting.alerts import new_message_id
from review.alerting.posting import claim_next, close, post
from review.models import AlertState, Notice
from review.runs.queue import Errand, enqueue

AT_ONCE = 100
SUBJECT = "Backread: how you log in was changed"


def write_notice(person: User, words: str) -> None:
    """In the transaction of what it tells; sent after its commit. Nobody can choose not to hear of it."""
    Notice.objects.create(recipient=person, address=person.email, words=words, message_id=new_message_id())
    enqueue(Errand.SEND_NOTICES)


def send_notices() -> None:
    """Send what is due, one mail after the other: at least once each, always with the same Message-ID."""
    for _ in range(AT_ONCE):
        notice = claim_next(Notice.objects.due())
        if notice is None:
            return
        if address := notice.address or notice.recipient.email:
            post([notice], partial(_mail, notice, address))
        else:
            close([notice], AlertState.DROPPED, f"{notice.recipient} has no mail address.")


def _mail(notice: Notice, address: str) -> EmailMessage:
    pages = {"forgotten": absolute(reverse("password_reset")), "account": absolute(reverse("second-factor"))}
    return EmailMessage(
        SUBJECT,
        render_to_string("mail/notice.txt", {"notice": notice, **pages}),
        to=[address],
        headers={"Message-ID": notice.message_id, "Auto-Submitted": "auto-generated"},
    )

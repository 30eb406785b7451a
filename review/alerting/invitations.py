"""The mail by which somebody who was invited to a desk comes to a password: a row of the outbox, like every other."""

from functools import partial

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from articles.models import Membership, User
from review.addresses import absolute
from review.alerting.alerts import new_message_id
from review.alerting.posting import claim_next, close, post
from review.models import AlertState, Invitation
from review.runs.queue import Errand, enqueue

AT_ONCE = 100


def write_invitation(membership: Membership) -> None:
    """In the transaction of what it tells; sent after its commit."""
    Invitation.objects.create(membership=membership, message_id=new_message_id())
    enqueue(Errand.SEND_INVITATIONS)


def send_invitations() -> None:
    """Send what is due, one mail after the other: at least once each, always with the same Message-ID."""
    for _ in range(AT_ONCE):
        invitation = claim_next(Invitation.objects.due())
        if invitation is None:
            return
        if invitation.membership.user.has_usable_password():
            close([invitation], AlertState.DROPPED, f"{invitation.membership.user} has a password by now.")
        else:
            post([invitation], partial(_mail, invitation))


def _mail(invitation: Invitation) -> EmailMessage:
    membership = invitation.membership
    context = {
        "membership": membership,
        "link": absolute(_way_in(membership.user)),
        "directory": settings.OIDC_NAME if settings.OIDC_ISSUER else "",
        "log_in": absolute(reverse("login")),
    }
    return EmailMessage(
        f"Backread: you are on the desk “{membership.desk}”",
        render_to_string("mail/invitation.txt", context),
        to=[membership.user.email],
        headers={"Message-ID": invitation.message_id, "Auto-Submitted": "auto-generated"},
    )


def _way_in(person: User) -> str:
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    return reverse("password_reset_confirm", args=[uid, default_token_generator.make_token(person)])

"""The mail by which somebody who was invited to a desk comes to a password."""

from smtplib import SMTPException

from celery import shared_task
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from articles.models import Membership, User
from review.addresses import absolute


@shared_task(
    name="review.tasks.send_invitation",
    autoretry_for=(OSError, SMTPException),
    retry_backoff=10,
    retry_kwargs={"max_retries": 6},
)
def send_invitation(membership_id: int) -> None:
    """Nothing for a membership that is over, or somebody who has a password."""
    membership = Membership.objects.select_related("user", "desk").filter(pk=membership_id).first()
    if membership is None or membership.user.has_usable_password():
        return
    context = {"membership": membership, "link": absolute(_way_in(membership.user))}
    body = render_to_string("mail/invitation.txt", context)
    EmailMessage(f"Backread: you are on the desk “{membership.desk}”", body, to=[membership.user.email]).send()


def _way_in(person: User) -> str:
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    return reverse("password_reset_confirm", args=[uid, default_token_generator.make_token(person)])

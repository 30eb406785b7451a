"""What every page's bar counts: unread notifications, and for administrators mails that were given up."""

from django import template

from articles.models import User
from review.models import Alert, AlertState, Invitation, Notice

register = template.Library()


@register.simple_tag
def unread_alerts(user: User) -> int:
    """How many of this person's notifications they have not opened."""
    return Alert.objects.to(user).filter(read_at=None).count()


@register.simple_tag
def undelivered_mails() -> int:
    """How many mails were given up and await an administrator."""
    return Alert.objects.filter(state=AlertState.FAILED).count()


@register.simple_tag
def undelivered_invitations() -> int:
    return Invitation.objects.filter(state=AlertState.FAILED).count()


@register.simple_tag
def undelivered_notices() -> int:
    return Notice.objects.filter(state=AlertState.FAILED).count()

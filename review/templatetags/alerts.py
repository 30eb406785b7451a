"""The count of unread notifications in every page's bar."""

from django import template

from articles.models import User
from review.models import Alert

register = template.Library()


@register.simple_tag
def unread_alerts(user: User) -> int:
    """How many of this person's notifications they have not opened."""
    return Alert.objects.to(user).filter(read_at=None).count()

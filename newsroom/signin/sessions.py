"""Where somebody is logged in, and how that ends."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils.timezone import now

from articles.models import User


def end_sessions(of: User, *, but: str | None = None) -> None:
    """Log the person out everywhere, or everywhere but in one session. Reads all that are open: whose one is, it tells
    only when it is unpacked."""
    others = Session.objects.filter(expire_date__gt=now()).exclude(pk=but or "")
    theirs = [each.pk for each in others.iterator() if each.get_decoded().get(SESSION_KEY) == str(of.pk)]
    Session.objects.filter(pk__in=theirs).delete()

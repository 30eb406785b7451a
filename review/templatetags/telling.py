"""Times and counts as people say them."""

from datetime import datetime, timedelta

from django import template
from django.utils.dateformat import format as date_format
from django.utils.timesince import timesince
from django.utils.timezone import now

from analysis.findings import Severity
from articles.models import Desk, User

register = template.Library()

_COUNTED = frozenset({Severity.BLOCKER, Severity.NOTE})  # the others are adjectives: "3 major"


@register.filter
def ago(moment: datetime) -> str:
    """In one unit: "just now", "3 hours ago"."""
    if now() - moment < timedelta(minutes=1):
        return "just now"
    return f"{timesince(moment, depth=1)} ago"


@register.filter
def stamp(moment: datetime) -> str:
    """As HTML's time element takes it, which knows no millionths of a second."""
    return moment.isoformat(timespec="seconds")


@register.filter
def on_clock(moment: datetime, desk: Desk) -> str:
    """On the desk's clock, which is named: "22 Nov, 17:01 GMT", and the year where it is not this one."""
    is_this_year = moment.astimezone(desk.clock).year == now().astimezone(desk.clock).year
    return _told(moment, desk, "j M, H:i") if is_this_year else kept_on_clock(moment, desk)


@register.filter
def kept_on_clock(moment: datetime, desk: Desk) -> str:
    """The same, always with its year: for what is read again years later, as a sign-off pack is."""
    return _told(moment, desk, "j M Y, H:i")


@register.filter
def today_on_clock(moment: datetime, desk: Desk) -> str:
    """The same, and for a time of today the time alone: "17:01 GMT"."""
    told = moment.astimezone(desk.clock)
    return f"{told:%H:%M %Z}" if told.date() == now().astimezone(desk.clock).date() else on_clock(moment, desk)


@register.filter
def of_severity(count: int, severity: str) -> str:
    """ "1 blocker", "2 blockers", "2 major"."""
    return f"{count} {severity}s" if count != 1 and severity in _COUNTED else f"{count} {severity}"


@register.filter
def initials(person: User) -> str:
    """ "CV" for Carl Venner."""
    first, *others = str(person).split()
    return (first[0] + others[-1][0] if others else first[:2]).upper()


def _told(moment: datetime, desk: Desk, form: str) -> str:
    told = moment.astimezone(desk.clock)
    return f"{date_format(told, form)} {told:%Z}"

"""When it is time for a row that waits: by the clock as it is now, also where it was wrong when the row was written."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.timezone import now

LONGEST = timedelta(minutes=5)  # no work is put off for longer: a row that is was written by a clock that ran ahead
LEASE = timedelta(minutes=5)  # a worker that dies with a claimed mail or call gives it back after this long
LONGEST_REST = timedelta(minutes=30)  # of calls that were not tried, beside one that found nobody
A_DAY = timedelta(hours=25)  # until a person's own hour comes, on the longest day of a year
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))  # then it is given up


def is_time(field: str = "due_at", *, longest: timedelta = LONGEST) -> Q:
    """For rows of work: it is the time that `field` names, or that is further off than it can be."""
    moment = now()
    return Q(**{f"{field}__lte": moment}) | _after(field, moment + longest)


def is_time_to_send(*, longest_rest: timedelta = LONGEST) -> Q:
    """For messages: how far off it can be goes by their tries, and by how long they may rest though nobody tried."""
    moment = now()
    too_far = Q(tries=0) & _after("next_try_at", moment + longest_rest)
    for tries, pause in enumerate(PAUSES, start=1):
        too_far |= Q(tries=tries) & _after("next_try_at", moment + max(pause + LONGEST, longest_rest))
    return Q(next_try_at__lte=moment) | too_far


def lies_ahead(moment: datetime, *, longest: timedelta = LONGEST) -> bool:
    """Whether it is yet to come, and not further off than it can be."""
    return now() < moment <= now() + longest


def _after(field: str, moment: datetime) -> Q:
    return Q(**{f"{field}__gt": moment})

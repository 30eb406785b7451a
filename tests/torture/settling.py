"""Waiting, within bounds, until the newsroom is through with everything that it was asked for."""

import time
from collections.abc import Callable
from datetime import timedelta

from django.db import OperationalError, connections
from django.utils.timezone import now

from articles.models import Upload
from review.models import Alert, AlertState, Analysis, Call, CallState, Comparison
from tests.torture.house import House
from tests.torture.poison import POISON

WORK_SECONDS = 240  # for what is read and compared, from the last fault on, with every clock right again
SWEPT_SECONDS = 60  # for a sweep that may have lost its broker a moment ago
OUTBOX_SECONDS = 240  # for what has to pause, while hours pass on the newsroom's clocks
STEP, STEP_SECONDS = timedelta(minutes=3), 2
LONGEST_RUN = timedelta(minutes=2)  # no row of work ever waits longer than that, on a clock that is right


def wait_for_work() -> str:
    """Empty, or what still hangs."""
    return _wait(_work_left, WORK_SECONDS)


def let_hours_pass(house: House) -> str:
    """Pauses of an outbox are minutes and hours: they pass on the faked clock. Empty, or what still hangs."""
    began, ahead = time.monotonic(), timedelta()

    def left() -> str:
        nonlocal ahead
        if house.clock and (time.monotonic() - began) * STEP > ahead * STEP_SECONDS:
            ahead += STEP
            house.set_clock(ahead)
        return _outbox_left()

    return _wait(left, OUTBOX_SECONDS)


def _work_left() -> str:
    poisoned = Analysis.objects.filter(draft__text__contains=POISON).values("draft")
    left = {
        "uploads": Upload.objects.to_be_read().count(),
        "readings": Analysis.objects.unfinished().exclude(draft__in=poisoned).count(),
        "comparisons": Comparison.objects.unfinished().exclude(left__in=poisoned).exclude(right__in=poisoned).count(),
    }
    return _in_words(left)


def _outbox_left() -> str:
    left = {
        "runs": Analysis.objects.unfinished().count() + Comparison.objects.unfinished().count(),
        "alerts": Alert.objects.filter(state=AlertState.WAITING, in_digest=False).count(),
        "calls": Call.objects.filter(state=CallState.WAITING).count(),
    }
    return _in_words(left)


def wait_for_clocks() -> str:
    """Empty, or what a clock which was ahead has put off and no sweep has taken up."""
    return _wait(_due_too_late, SWEPT_SECONDS)


def _due_too_late() -> str:
    late = now() + LONGEST_RUN + timedelta(seconds=30)
    rows = (Upload.objects.to_be_read(), Analysis.objects.unfinished(), Comparison.objects.unfinished())
    return _in_words(
        {str(found.model._meta.verbose_name_plural): found.filter(due_at__gt=late).count() for found in rows}
    )


def _in_words(left: dict[str, int]) -> str:
    return ", ".join(f"{count} {what}" for what, count in left.items() if count)


def _wait(left: Callable[[], str], seconds: float) -> str:
    deadline, found = time.monotonic() + seconds, "nobody knows what"
    while time.monotonic() < deadline:
        try:
            found = left()
        except OperationalError:  # the database has just come back, and our own line to it is gone
            connections.close_all()
        if not found:
            return ""
        time.sleep(0.5)
    return found

"""The clock's reminders go on, whatever somebody does to the time of day."""

from datetime import UTC, datetime, timedelta

from django.conf import settings

from newsroom.rhythm import Rhythm

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


def is_due(*, last_run_at: datetime) -> tuple[bool, float]:
    due = Rhythm(10, nowfun=lambda: NOON).is_due(last_run_at)
    return due.is_due, due.next


def test_reminder_is_due_again_when_its_seconds_are_over() -> None:
    assert is_due(last_run_at=NOON - timedelta(seconds=10)) == (True, 10)
    assert is_due(last_run_at=NOON - timedelta(seconds=4)) == (False, 6)


def test_reminder_is_due_at_once_when_the_clock_was_set_back() -> None:
    assert is_due(last_run_at=NOON + timedelta(hours=1)) == (True, 10)


def test_all_reminders_of_the_newsroom_are_of_that_kind() -> None:
    assert all(isinstance(entry["schedule"], Rhythm) for entry in settings.CELERY_BEAT_SCHEDULE.values())

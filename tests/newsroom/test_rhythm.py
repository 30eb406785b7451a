"""The clock's reminders go on, whatever somebody does to the time of day."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from newsroom.celery import app
from newsroom.rhythm import Rhythm, SteadyScheduler

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Beat:
    """The scheduler of the newsroom, on a clock that the test sets; `reminded` is what it sent since it was asked."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.at = NOON
        self.reminded: list[str] = []
        monkeypatch.setattr(type(app), "now", lambda _: self.at)
        monkeypatch.setattr(time, "time", lambda: self.at.timestamp())
        monkeypatch.setattr(time, "monotonic", lambda: 0.0)
        self.scheduler = SteadyScheduler(app=app, schedule_filename=str(folder / "beat"))
        monkeypatch.setattr(self.scheduler, "apply_entry", lambda entry, **_: self.reminded.append(entry.name))

    def reminds_of(self, at: datetime) -> list[str]:
        self.at, self.reminded = at, []
        while self.scheduler.tick() == 0:
            pass
        return self.reminded


@pytest.fixture
def beat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Beat]:
    started = Beat(tmp_path, monkeypatch)
    yield started
    started.scheduler.close()


def is_due(*, last_run_at: datetime) -> tuple[bool, float]:
    due = Rhythm(10, nowfun=lambda: NOON).is_due(last_run_at)
    return due.is_due, due.next


def test_reminder_is_due_again_when_its_seconds_are_over() -> None:
    assert is_due(last_run_at=NOON - timedelta(seconds=10)) == (True, 10)
    assert is_due(last_run_at=NOON - timedelta(seconds=4)) == (False, 6)


def test_reminder_is_due_at_once_when_the_clock_was_set_back() -> None:
    assert is_due(last_run_at=NOON + HOUR) == (True, 10)


def test_sweep_goes_on_at_once_when_the_clock_is_set_back_by_an_hour(beat: Beat) -> None:
    beat.reminds_of(NOON + HOUR)

    assert "sweep" in beat.reminds_of(NOON)
    assert "sweep" in beat.reminds_of(NOON + timedelta(seconds=10))


def test_sweep_is_not_asked_for_twice_in_its_ten_seconds(beat: Beat) -> None:
    beat.reminds_of(NOON + HOUR)

    assert "sweep" not in beat.reminds_of(NOON + HOUR + timedelta(seconds=1))


def test_all_reminders_of_the_newsroom_are_of_that_kind() -> None:
    assert all(isinstance(entry["schedule"], Rhythm) for entry in settings.CELERY_BEAT_SCHEDULE.values())
    assert settings.CELERY_BEAT_SCHEDULER == "newsroom.rhythm:SteadyScheduler"

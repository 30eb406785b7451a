"""What waits is taken up in time, also when the clock was wrong while it was put off."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from articles.models import StoryState, UploadState
from review.actions.resolutions import dismiss
from review.models import Alert, Analysis, Call, CallState, Reason, RunState, Scope, Unsettled
from review.models.timing import PAUSES
from review.runs.queue import Errand
from review.runs.rests import AGAIN
from review.runs.rests import PAUSES as PAUSES_OF_RUNS
from review.standing import standings
from review.tasks import settle_story, sweep
from tests.factories import AlertFactory, CallFactory, StoryFactory, UploadFactory, found
from tests.review.conftest import Newsroom
from tests.review.errands import Sent

HOUR = timedelta(hours=1)
WALL = "The wall is 40 metres long."

pytestmark = pytest.mark.django_db


def test_draft_put_off_by_a_clock_that_was_an_hour_ahead_is_read_with_the_next_sweep(newsroom: Newsroom) -> None:
    draft = newsroom.hand_in(WALL)
    Analysis.objects.update(due_at=now() + HOUR)

    assert Analysis.objects.due().get().draft == draft


def test_run_that_a_worker_held_by_a_clock_that_was_an_hour_ahead_is_free(newsroom: Newsroom) -> None:
    newsroom.hand_in(WALL)
    Analysis.objects.update(state=RunState.RUNNING, due_at=now() + HOUR)

    sweep()

    assert Analysis.objects.get().state == RunState.WAITING


def test_file_put_off_by_a_clock_that_was_an_hour_ahead_is_taken_up(newsroom: Newsroom) -> None:
    upload = UploadFactory.create(story=newsroom.story, state=UploadState.WAITING, due_at=now() + HOUR)

    sweep()

    upload.refresh_from_db()
    assert upload.due_at < now() + HOUR - AGAIN


@pytest.mark.parametrize("pause", [AGAIN, *PAUSES_OF_RUNS])
def test_draft_is_left_alone_for_as_long_as_its_pause_lasts(newsroom: Newsroom, pause: timedelta) -> None:
    newsroom.hand_in(WALL)
    Analysis.objects.update(due_at=now() + pause)

    assert not Analysis.objects.due().exists()


def test_mail_written_by_a_clock_that_was_an_hour_ahead_goes_out() -> None:
    AlertFactory.create(next_try_at=now() + HOUR)

    assert Alert.objects.due().exists()


def test_digest_waits_for_its_hour() -> None:
    AlertFactory.create(in_digest=True, next_try_at=now() + timedelta(hours=23))

    assert not Alert.objects.due().exists()


@pytest.mark.parametrize("tries", range(1, len(PAUSES) + 1))
def test_mail_is_left_alone_for_as_long_as_its_pause_lasts(tries: int) -> None:
    AlertFactory.create(tries=tries, next_try_at=now() + PAUSES[tries - 1])

    assert not Alert.objects.due().exists()


def test_call_that_rests_beside_one_that_found_nobody_is_left_alone() -> None:
    CallFactory.create(state=CallState.WAITING, next_try_at=now() + timedelta(minutes=30))

    assert not Call.objects.due().exists()


def test_call_written_by_a_clock_that_was_an_hour_ahead_is_made() -> None:
    CallFactory.create(state=CallState.WAITING, next_try_at=now() + HOUR)

    assert Call.objects.due().exists()


def test_story_that_a_decision_for_the_desk_reaches_is_settled_though_every_message_is_lost(
    newsroom: Newsroom, sent: Sent
) -> None:
    newsroom.alone[WALL] = [found()]
    newsroom.read_in(WALL)
    sister = StoryFactory.create(desk=newsroom.desk)
    newsroom.read_in(WALL, story=sister)
    finding = standings(newsroom.story)[0].finding
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, scope=Scope.DESK, seen=None)
    Unsettled.objects.update(due_at=now())

    assert (Errand.SETTLE_STORY, sister.pk) in sent.by_a_sweep()
    settle_story(sister.pk)

    sister.refresh_from_db()
    assert sister.state == StoryState.READY
    assert not Unsettled.objects.exists()

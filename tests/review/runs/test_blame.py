"""A start that came to nothing by no fault of the text counts for nothing."""

from collections.abc import Callable
from typing import NoReturn

import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.utils.timezone import now
from redis.exceptions import RedisError

from articles.models import Draft, UploadState
from review import tasks
from review.models import Analysis, RunState
from review.runs import reading
from review.runs.blame import FORGIVEN_FOR
from tests.factories import UploadFactory
from tests.losses import lost_line
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long."

pytestmark = pytest.mark.django_db


def analysis_of(draft: Draft) -> Analysis:
    return Analysis.objects.get(draft=draft)


def raising(error: BaseException, *, before: Callable[[], object] = lambda: None) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        before()
        raise error

    return fail


def test_draft_whose_database_vanished_three_times_is_read(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    run = analysis_of(newsroom.hand_in(WALL))
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("review.runs.analysing.tell_stage", raising(lost_line()))
        for _ in range(3):
            tasks.analyse_draft(run.pk)
            run.refresh_from_db()
            assert (run.state, run.tries) == (RunState.WAITING, 0)

    tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert (run.state, run.tries) == (RunState.DONE, 1)


def test_draft_over_which_the_database_broke_down_for_an_hour_has_its_starts_counted(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = analysis_of(newsroom.hand_in(WALL))
    Analysis.objects.update(asked_at=now() - FORGIVEN_FOR)
    monkeypatch.setattr("review.runs.analysing.tell_stage", raising(lost_line()))

    tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert run.tries == 1


def test_query_that_is_refused_counts_as_a_start(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    run = analysis_of(newsroom.hand_in(WALL))
    monkeypatch.setattr("review.runs.analysing.tell_stage", raising(OperationalError("no such column")))

    tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert (run.state, run.tries) == (RunState.WAITING, 1)


def test_worker_that_is_told_to_stop_gives_the_start_back(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    run = analysis_of(newsroom.hand_in(WALL))
    monkeypatch.setattr("review.runs.analysing.tell_stage", raising(SystemExit()))

    with pytest.raises(SystemExit):
        tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert (run.state, run.tries) == (RunState.WAITING, 0)


def test_start_is_given_back_to_nobody_who_has_taken_the_draft_up_since(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = analysis_of(newsroom.hand_in(WALL))

    def another_takes_it_up() -> None:
        Analysis.objects.update(tries=2, started_at=now())

    broken = raising(lost_line(), before=another_takes_it_up)
    monkeypatch.setattr("review.runs.analysing.tell_stage", broken)

    tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert (run.state, run.tries) == (RunState.RUNNING, 1)


def test_file_whose_database_vanished_is_read_at_another_start(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = UploadFactory.create(story=newsroom.story, content=b"Wall to rise\n\nThe wall is 40 metres long.")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("review.runs.reading._finish", raising(lost_line()))
        for _ in range(3):
            reading.read(upload)
    upload.refresh_from_db()
    assert (upload.state, upload.tries) == (UploadState.WAITING, 0)

    reading.read(upload)

    upload.refresh_from_db()
    assert (upload.state, upload.tries) == (UploadState.READ, 1)


def test_draft_whose_worker_is_killed_while_it_waits_for_the_database_is_read(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = analysis_of(newsroom.hand_in(WALL))
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("review.runs.analysing.tell_stage", raising(lost_line()))
        meanwhile.setattr("review.runs.blame.wait_for_line", raising(SystemExit()))
        for _ in range(4):
            killed_over(run)

    tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert (run.state, run.tries) == (RunState.DONE, 1)


def killed_over(run: Analysis) -> None:
    """Its worker begins it and dies; whoever comes next finds the hold lapsed."""
    with pytest.raises(SystemExit):
        tasks.analyse_draft(run.pk)
    Analysis.objects.update(due_at=now())


def test_file_whose_worker_is_killed_while_it_waits_for_the_database_is_read(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = UploadFactory.create(story=newsroom.story, content=b"Wall to rise\n\nThe wall is 40 metres long.")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("review.runs.reading._finish", raising(lost_line()))
        meanwhile.setattr("review.runs.blame.wait_for_line", raising(SystemExit()))
        for _ in range(4):
            with pytest.raises(SystemExit):
                reading.read(upload)

    reading.read(upload)

    upload.refresh_from_db()
    assert (upload.state, upload.tries) == (UploadState.READ, 1)


def test_start_is_excused_once(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    run = analysis_of(newsroom.hand_in(WALL))
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("review.runs.analysing.tell_stage", raising(lost_line()))
        meanwhile.setattr("review.runs.blame.wait_for_line", raising(SystemExit()))
        killed_over(run)
    monkeypatch.setattr("review.runs.analysing.tell_stage", raising(ValueError("no figure")))

    for _ in range(2):
        tasks.analyse_draft(run.pk)
        Analysis.objects.update(due_at=now())

    run.refresh_from_db()
    assert run.tries == 2


def test_start_that_another_worker_excused_meanwhile_is_not_given_back_once_more(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = analysis_of(newsroom.hand_in(WALL))
    monkeypatch.setattr("review.runs.analysing.tell_stage", raising(lost_line()))

    def another_takes_it_up() -> None:
        Analysis.objects.update(due_at=now())
        monkeypatch.setattr("review.runs.analysing.tell_stage", raising(ValueError("no figure")))
        tasks.analyse_draft(run.pk)

    monkeypatch.setattr("review.runs.blame.wait_for_line", another_takes_it_up)
    tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert (run.state, run.tries) == (RunState.WAITING, 1)


def test_where_the_cache_is_away_too_a_start_is_given_back_by_the_worker_that_waited(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = analysis_of(newsroom.hand_in(WALL))
    monkeypatch.setattr("review.runs.analysing.tell_stage", raising(lost_line()))
    for act in ("set", "get"):
        monkeypatch.setattr(f"django.core.cache.backends.redis.RedisCache.{act}", raising(RedisError()))

    tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert run.tries == 0


def test_where_the_cache_was_emptied_meanwhile_a_start_is_given_back_by_the_worker_that_waited(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = analysis_of(newsroom.hand_in(WALL))
    monkeypatch.setattr("review.runs.analysing.tell_stage", raising(lost_line()))
    monkeypatch.setattr("review.runs.blame.wait_for_line", cache.clear)

    tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert run.tries == 0

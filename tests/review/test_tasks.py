"""What workers do: once in effect, however often they start, and never to the harm of another draft."""

from collections.abc import Sequence

import pytest
from celery import current_app
from celery.exceptions import SoftTimeLimitExceeded
from django.utils.timezone import now
from kombu.exceptions import OperationalError
from pytest_django import DjangoCaptureOnCommitCallbacks

from analysis.document import Claim, Document, HouseEntry, SourceClass
from analysis.stored import loaded
from articles.models import AuditEvent, Draft, StoryState
from review import tasks
from review.models import Analysis, ClaimSighting, Comparison, Finding, RunState, Stage
from review.models import Claim as LedgerClaim
from review.runs.queue import Errand
from review.runs.rests import HOLD
from review.runs.running import BROUGHT_DOWN, TOOK_TOO_LONG, WENT_WRONG
from tests.factories import HouseEntryFactory, found
from tests.review.conftest import Newsroom
from tests.review.errands import Sent
from tests.tampering import take_the_guard_from

WALL = "The wall is 40 metres long."
WIRE = "According to the wire, the wall is 50 metres long."


def analysis_of(draft: Draft) -> Analysis:
    return Analysis.objects.get(draft=draft)


def break_reading(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def broken(text: str, **_options: object) -> Document:
        raise error

    monkeypatch.setattr("analysis.pipeline.annotate", broken)


def test_draft_is_read_and_its_document_and_findings_are_kept(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(fingerprint="wall-length")]

    draft = newsroom.read_in(WALL)

    run = analysis_of(draft)
    passage = run.found.get().annotation.passages.get()
    assert (run.state, run.stage, run.tries) == (RunState.DONE, Stage.FINISHED, 1)
    assert loaded(run.document or {}).text == WALL
    assert (passage.draft, passage.exact, passage.suffix) == (draft, "The", " wall is 40 metres long.")


def test_analysis_that_is_done_is_not_done_again(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found()]
    draft = newsroom.read_in(WALL)
    events = AuditEvent.objects.count()

    tasks.analyse_draft(analysis_of(draft).pk)

    assert (Finding.objects.count(), AuditEvent.objects.count(), analysis_of(draft).tries) == (1, events, 1)


def test_analysis_that_ran_twice_at_a_time_is_stored_once(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.alone[WALL] = [found()]
    draft = newsroom.hand_in(WALL)
    annotate, started = newsroom.annotate, list[str]()

    def annotate_while_another_worker_does(text: str, **_options: object) -> Document:
        if not started:
            started.append(text)
            tasks.analyse_draft(analysis_of(draft).pk)
        return annotate(text)

    monkeypatch.setattr("analysis.pipeline.annotate", annotate_while_another_worker_does)
    tasks.analyse_draft(analysis_of(draft).pk)

    assert (Finding.objects.count(), analysis_of(draft).state) == (1, RunState.DONE)


def test_house_list_of_the_desk_goes_into_the_reading(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    HouseEntryFactory.create(desk=newsroom.desk, name="Mira Okonjo", aliases=["Okonjo"], role="mayor")
    HouseEntryFactory.create(name="Somebody of another desk")
    heard: list[Sequence[HouseEntry]] = []

    def listen(text: str, *, house: Sequence[HouseEntry], **_options: object) -> Document:
        heard.append(house)
        return newsroom.annotate(text)

    monkeypatch.setattr("analysis.pipeline.annotate", listen)
    newsroom.read_in(WALL)

    [entry] = heard[0]
    assert (entry.name, entry.aliases, entry.role) == ("Mira Okonjo", ("Okonjo",), "mayor")


def test_draft_in_another_language_is_marked_with_the_reason(newsroom: Newsroom) -> None:
    newsroom.foreign.add("Die Mauer ist 40 Meter lang.")

    draft = newsroom.read_in("Die Mauer ist 40 Meter lang.")

    run = analysis_of(draft)
    assert (run.state, run.reason) == (
        RunState.NOT_ANALYSED,
        "This draft seems to be in German; Backread reads English.",
    )


def test_pair_with_a_draft_that_was_not_read_says_so(newsroom: Newsroom) -> None:
    newsroom.foreign.add("Die Mauer ist 40 Meter lang.")
    newsroom.read_in("Die Mauer ist 40 Meter lang.")

    newsroom.read_in(WALL)

    pair = Comparison.objects.get()
    assert pair.state == RunState.NOT_ANALYSED
    assert pair.reason.startswith("Draft A1 was not read. This draft seems to be in German")


def test_failure_pauses_and_fails_for_good_at_the_third_start(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_reading(monkeypatch, RuntimeError("no such word"))
    run = analysis_of(newsroom.hand_in(WALL))

    tasks.analyse_draft(run.pk)
    run.refresh_from_db()
    assert (run.state, run.tries) == (RunState.WAITING, 1)
    assert run.due_at > now()

    tasks.analyse_draft(run.pk)
    tasks.analyse_draft(run.pk)
    run.refresh_from_db()
    newsroom.story.refresh_from_db()
    assert (run.state, run.reason) == (RunState.FAILED, WENT_WRONG)
    assert newsroom.story.state == StoryState.NEEDS_WORK


def test_reading_that_takes_too_long_is_told_as_that(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    break_reading(monkeypatch, SoftTimeLimitExceeded())
    run = analysis_of(newsroom.hand_in(WALL))
    Analysis.objects.update(tries=2)

    tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert (run.state, run.reason) == (RunState.FAILED, TOOK_TOO_LONG)


def test_text_that_kills_its_worker_fails_at_the_fourth_start_without_being_read(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_reading(monkeypatch, AssertionError("it was read"))
    run = analysis_of(newsroom.hand_in(WALL))
    Analysis.objects.update(tries=3, state=RunState.RUNNING, due_at=now())

    tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert (run.state, run.reason, run.tries) == (RunState.FAILED, BROUGHT_DOWN, 3)


def test_run_that_another_worker_holds_is_neither_started_nor_counted_again(newsroom: Newsroom) -> None:
    run = analysis_of(newsroom.hand_in(WALL))
    Analysis.objects.update(tries=3, state=RunState.RUNNING, due_at=now() + HOLD)

    tasks.analyse_draft(run.pk)

    run.refresh_from_db()
    assert (run.state, run.tries) == (RunState.RUNNING, 3)


def test_draft_that_is_read_again_disturbs_no_comparison_at_work(newsroom: Newsroom, sent: Sent) -> None:
    draft, _ = newsroom.read_in(WALL), newsroom.read_in(WIRE)
    Comparison.objects.update(state=RunState.RUNNING, due_at=now() + HOLD)

    assert sent.by(lambda: tasks.analyse_draft(analysis_of(draft).pk)) == []


def test_failed_draft_blocks_no_other(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    poison = newsroom.hand_in(WALL)
    Analysis.objects.update(tries=3)

    newsroom.read_in(WIRE)

    assert analysis_of(poison).state == RunState.FAILED
    assert analysis_of(newsroom.story.drafts.get(number=2)).state == RunState.DONE


def test_draft_whose_text_is_not_the_one_handed_in_is_not_read(newsroom: Newsroom) -> None:
    draft = newsroom.hand_in(WALL)
    take_the_guard_from(Draft)
    Draft.objects.update(text="Somebody wrote into the table.")

    tasks.analyse_draft(analysis_of(draft).pk)

    assert analysis_of(draft).state == RunState.WAITING
    assert not Finding.objects.exists()


def test_whichever_draft_is_read_last_asks_for_the_comparison(newsroom: Newsroom, sent: Sent) -> None:
    one, other = newsroom.hand_in(WALL), newsroom.hand_in(WIRE)

    assert sent.by(lambda: tasks.analyse_draft(analysis_of(other).pk)) == []
    asked = sent.by(lambda: tasks.analyse_draft(analysis_of(one).pk))

    assert asked == [(Errand.COMPARE_DRAFTS, Comparison.objects.get().pk)]


def test_comparison_that_is_asked_for_too_early_waits(newsroom: Newsroom) -> None:
    newsroom.read_in(WALL)
    newsroom.hand_in(WIRE)

    tasks.compare_drafts(Comparison.objects.get().pk)

    assert (Comparison.objects.get().state, Comparison.objects.get().tries) == (RunState.WAITING, 0)


def test_comparison_that_is_done_is_not_done_again(newsroom: Newsroom) -> None:
    newsroom.between[frozenset({WALL, WIRE})] = [found()]
    newsroom.read_in(WALL)
    newsroom.read_in(WIRE)

    tasks.compare_drafts(Comparison.objects.get().pk)

    assert Finding.objects.count() == 1


def test_one_finding_is_stored_where_two_checks_found_the_same(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(), found()]

    newsroom.read_in(WALL)

    assert Finding.objects.count() == 1


def test_claim_lives_with_the_story_and_is_sighted_in_each_draft(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def claiming(text: str, **_options: object) -> Document:
        start = text.index("The wall is 40 metres long")
        claim = Claim(start, start + 26, 0.8, True, ("A figure.",), None, SourceClass.NONE)  # noqa: FBT003
        return Document(text, sentences=newsroom.annotate(text).sentences, claims=(claim,))

    monkeypatch.setattr("analysis.pipeline.annotate", claiming)
    newsroom.read_in(WALL)
    newsroom.read_in(f"Work begins. {WALL}")

    assert LedgerClaim.objects.get().text == "The wall is 40 metres long"
    assert [sighting.passage.start for sighting in ClaimSighting.objects.order_by("id")] == [0, 13]


def test_broker_that_is_down_costs_no_hand_in(
    newsroom: Newsroom,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def down(_errand: str, _ids: tuple[int, ...]) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(current_app, "send_task", down)

    with django_capture_on_commit_callbacks(execute=True):
        draft = newsroom.hand_in(WALL)

    assert analysis_of(draft).state == RunState.WAITING
    assert "waits for the sweep, since the broker is down" in caplog.text


def test_one_transaction_asks_once_for_the_same_work(newsroom: Newsroom, sent: Sent) -> None:
    newsroom.alone[WALL] = [found()]
    run = analysis_of(newsroom.hand_in(WALL))

    asked = sent.by(lambda: tasks.analyse_draft(run.pk))

    assert newsroom.story.alerts.count() > 1
    assert asked == [(Errand.SEND_ALERTS,)]

"""Two people, or two workers, in the same moment: real transactions in threads of their own."""

from collections.abc import Callable
from threading import Barrier, Event, Thread
from time import sleep

import pytest
from celery import current_app
from django.db import connections
from django.http import HttpResponse
from django.test import Client
from ninja import Schema

from analysis.document import Document, Sentence
from articles.audit import first_broken
from articles.models import Draft, DraftStanding, Role, Story, User
from review import tasks
from review.actions.connections import make_token, revoke_token
from review.actions.decisions import approve
from review.actions.drafts import receive_draft
from review.actions.resolutions import DecidedMeanwhile, dismiss, mark_to_fix
from review.actions.stories import open_story
from review.actions.uploads import AlreadyHandedIn, receive_upload
from review.alerting.sending import send_alerts
from review.api.once import once
from review.models import Alert, Analysis, Decision, Finding, Reason, Resolution, RunState, TokenScope
from review.policies import Refused
from review.webhooks.sending import make_calls
from tests.factories import (
    AnalysisFactory,
    CallFactory,
    DeskFactory,
    DraftFactory,
    FindingFactory,
    StoryFactory,
    found,
    member,
)

pytestmark = pytest.mark.django_db(transaction=True)

Act = Callable[[], object]


@pytest.fixture(autouse=True)
def nobody_is_told_to_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current_app, "send_task", lambda *_told: None)


def at_once(*acts: Act) -> list[object]:
    """What each act returned, or the refusal that it met, in the order given."""
    start, results = Barrier(len(acts)), dict[int, object]()

    def run(place: int, act: Act) -> None:
        start.wait()
        try:
            results[place] = act()
        except Refused as refusal:
            results[place] = refusal
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results[place] for place in range(len(acts))]


def refusals(results: list[object]) -> list[Refused]:
    return [result for result in results if isinstance(result, Refused)]


@pytest.fixture
def story() -> Story:
    return StoryFactory.create()


def hand_in(story: Story, by: User, body: str, revises: Draft | None = None) -> Act:
    return lambda: receive_draft(by=by, story=story, headline="", body=body, revises=revises)


def test_two_drafts_at_once_get_two_numbers(story: Story) -> None:
    people = [member(story.desk) for _ in range(4)]

    at_once(*(hand_in(story, person, f"Draft of {person}.") for person in people))

    assert sorted(story.drafts.values_list("number", "version")) == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert story.comparisons.count() == 6
    assert first_broken(story) is None


def test_two_revisions_of_one_draft_at_once_leave_one(story: Story) -> None:
    first = DraftFactory.create(story=story)
    people = [member(story.desk) for _ in range(2)]

    results = at_once(*(hand_in(story, person, f"Revised by {person}.", first) for person in people))

    assert len(refusals(results)) == 1
    assert story.drafts.filter(standing=DraftStanding.CURRENT).count() == 1


def test_same_file_handed_in_twice_at_once_is_kept_once(story: Story) -> None:
    people = [member(story.desk) for _ in range(2)]

    results = at_once(
        *(lambda by=by: receive_upload(by=by, story=story, filename="a.txt", content=b"A wall.") for by in people)
    )

    assert [type(refusal) for refusal in refusals(results)] == [AlreadyHandedIn]
    assert story.uploads.count() == 1


def test_two_stories_of_one_slug_line_at_once_leave_one() -> None:
    desk = DeskFactory.create()
    people = [member(desk) for _ in range(2)]

    results = at_once(*(lambda by=by: open_story(by=by, desk=desk, slug="budget-vote") for by in people))

    assert len(refusals(results)) == 1
    assert desk.stories.count() == 1


def test_two_editors_at_once_do_not_overrule_each_other(story: Story) -> None:
    finding: Finding = FindingFactory.create(analysis=AnalysisFactory.create(draft__story=story))
    one, other = (member(story.desk, Role.EDITOR) for _ in range(2))

    results = at_once(
        lambda: dismiss(by=one, finding=finding, reason=Reason.WRONG, seen=None),
        lambda: mark_to_fix(by=other, finding=finding, seen=None),
    )

    assert [type(refusal) for refusal in refusals(results)] == [DecidedMeanwhile]
    assert Resolution.objects.count() == 1


def test_one_chief_who_signs_twice_at_once_signs_once(story: Story) -> None:
    draft = AnalysisFactory.create(draft__story=story).draft
    chief = member(story.desk, Role.CHIEF)

    results = at_once(*[lambda: approve(by=chief, draft=draft, seen_sha256=draft.sha256)] * 2)

    assert len(refusals(results)) == 1
    assert Decision.objects.count() == 1


def test_signature_and_new_text_at_once_never_leave_an_approved_text_that_was_not_signed(story: Story) -> None:
    draft = AnalysisFactory.create(draft__story=story).draft
    chief, reporter = member(story.desk, Role.CHIEF), member(story.desk)

    at_once(
        lambda: approve(by=chief, draft=draft, seen_sha256=draft.sha256),
        hand_in(story, reporter, "The wall is gone.", draft),
    )

    story.refresh_from_db()
    assert story.state == "analysing"
    assert first_broken(story) is None


def test_two_workers_at_once_store_one_result(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "analysis.pipeline.annotate",
        lambda text, **_options: Document(text, sentences=(Sentence(0, 3, 0, 0),), findings=(found(),)),
    )
    analysis = AnalysisFactory.create(draft__story=story, state=RunState.WAITING)

    at_once(*[lambda: tasks.analyse_draft(analysis.pk)] * 2)

    assert Analysis.objects.get().state == RunState.DONE
    assert Finding.objects.count() == 1
    assert first_broken(story) is None


def test_two_workers_at_once_send_each_alert_once(
    story: Story, monkeypatch: pytest.MonkeyPatch, mailoutbox: list[object]
) -> None:
    chief = member(story.desk, Role.CHIEF)
    for number in range(6):
        Alert.objects.create(recipient=chief, story=story, kind="held", message_id=f"<{number}@backread.example>")

    at_once(send_alerts, send_alerts, send_alerts)

    assert len(mailoutbox) == 6


def test_request_sent_twice_at_once_under_one_key_is_done_once(story: Story) -> None:
    chief = member(story.desk, Role.CHIEF)
    token, written = make_token(by=chief, desk=story.desk, name="CMS", scopes=[TokenScope.HAND_IN])
    headers = {"Authorization": f"Bearer {written}", "Idempotency-Key": "k-1"}
    body = {"story": story.pk, "text": "The wall is 40 metres long."}

    def ask() -> bytes:
        return Client().post("/api/v1/hand-ins", body, content_type="application/json", headers=headers).content

    answers = at_once(ask, ask, ask)

    assert len(set(answers)) == 1
    assert story.uploads.count() == token.answers.count() == 1


def test_token_is_revoked_while_it_opens_a_story_and_neither_fails(story: Story) -> None:
    chief, asked = member(story.desk, Role.CHIEF), Event()
    token, _ = make_token(by=chief, desk=story.desk, name="CMS", scopes=[TokenScope.HAND_IN])

    def open_one() -> tuple[Schema, str]:
        asked.set()
        sleep(0.5)  # so that whoever revokes has come as far as they get
        open_story(by=token.account, desk=story.desk, slug="budget-vote")
        return Schema(), ""

    def revoke() -> bool:
        asked.wait()
        revoke_token(by=chief, token=token)
        return True

    response, is_revoked = at_once(lambda: once(token, "", b"", open_one), revoke)

    assert (isinstance(response, HttpResponse), is_revoked) == (True, True)
    assert Story.objects.filter(slug="budget-vote").exists()


def test_call_is_made_by_one_worker_of_two(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def post(url: str, **_told: object) -> int:
        made.append(url)
        return 204

    monkeypatch.setattr("review.webhooks.sending.post", post)
    CallFactory.create(story=story)

    at_once(make_calls, make_calls)

    assert len(made) == 1

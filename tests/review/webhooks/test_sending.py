"""What systems are told: of what, once each, signed, tried again, and given up in plain sight."""

import base64
import hashlib
import hmac
import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils.timezone import now

from analysis.findings import Severity
from articles.models import Desk
from review.actions.connections import add_webhook, remove_webhook, send_again
from review.actions.decisions import approve
from review.actions.resolutions import dismiss, reopen
from review.models import Call, CallState, Reason, Webhook, WebhookEvent
from review.models.timing import PAUSES
from review.runs.queue import Errand
from review.standing import standings
from review.tasks import sweep
from review.webhooks.sending import make_calls
from tests.factories import CallFactory, WebhookFactory, found
from tests.review.conftest import Newsroom
from tests.review.webhooks.conftest import Heard, Listener

WALL = "The wall is 40 metres long."
LONGER = "The wall is 50 metres long."
DOCUMENT = settings.BASE_DIR / "docs" / "api.md"


@pytest.fixture
def webhook(room: Newsroom, listener: Listener) -> Webhook:
    return add_webhook(by=room.chief, desk=room.desk, url=listener.url, events=list(WebhookEvent))[0]


def told(heard: Heard) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(heard.body)
    return message


def test_approval_and_its_going_stale_are_told(room: Newsroom, webhook: Webhook, listener: Listener) -> None:
    draft = room.read_in(WALL)
    approve(by=room.chief, draft=draft, seen_sha256=draft.sha256)
    room.hand_in(LONGER, revises=draft)

    make_calls()

    approved, stale = map(told, listener.heard)
    assert (approved["type"], stale["type"]) == ("story.approved", "approval.stale")
    assert approved["data"]["draft"]["sha256"] == draft.sha256
    assert approved["data"]["signatures"][0]["by"] == "Caro Chief"
    assert stale["data"]["draft"]["label"] == "A2"


def test_approval_is_told_when_the_last_signature_that_is_wanted_is_given(room: Newsroom, webhook: Webhook) -> None:
    Desk.objects.update(signatures_needed=2)
    draft = room.read_in(WALL)

    approve(by=room.chief, draft=draft, seen_sha256=draft.sha256)

    assert not Call.objects.exists()


def test_flagged_draft_is_told_with_its_findings_once(room: Newsroom, webhook: Webhook, listener: Listener) -> None:
    room.alone[WALL] = [found()]
    draft = room.read_in(WALL)
    room.read_in("Another version.")

    make_calls()

    (message,) = map(told, listener.heard)
    assert message["data"]["draft"]["id"] == draft.pk
    assert [finding["message"] for finding in message["data"]["findings"]] == ["The figure differs."]


def test_finding_below_the_desks_threshold_flags_nothing(room: Newsroom, webhook: Webhook) -> None:
    room.alone[WALL] = [found(severity=Severity.NOTE)]

    room.read_in(WALL)

    assert not Call.objects.exists()


def test_finding_that_is_open_again_is_news_again(room: Newsroom, webhook: Webhook) -> None:
    room.alone[WALL] = [found()]
    room.read_in(WALL)
    finding = standings(room.story)[0].finding
    seen = dismiss(by=room.editor, finding=finding, reason=Reason.WRONG, seen=None).pk
    reopen(by=room.editor, finding=finding, seen=seen)

    room.read_in("Another version.")

    assert Call.objects.filter(event=WebhookEvent.FLAGGED).count() == 2


def test_desk_that_lets_nothing_be_quoted_sends_no_word_of_the_copy(room: Newsroom, webhook: Webhook) -> None:
    Desk.objects.update(mails_quote=False)
    room.alone[WALL] = [found()]

    room.read_in(WALL)

    assert "The figure differs." not in Call.objects.get().body


def test_webhook_hears_only_of_what_it_asked_for_and_of_its_own_desk(room: Newsroom) -> None:
    WebhookFactory.create(desk=room.desk, events=[WebhookEvent.STALE])
    WebhookFactory.create()
    draft = room.read_in(WALL)

    approve(by=room.chief, draft=draft, seen_sha256=draft.sha256)

    assert not Call.objects.exists()


def test_call_is_signed_as_the_standard_says_and_its_time_with_it(room: Newsroom, listener: Listener) -> None:
    webhook, secret = add_webhook(by=room.chief, desk=room.desk, url=listener.url, events=[WebhookEvent.APPROVED])
    CallFactory.create(webhook=webhook, message_id="msg_1", body='{"type": "é"}')

    make_calls()

    (heard,) = listener.heard
    at = heard.headers["webhook-timestamp"]
    key = base64.b64decode(secret.removeprefix("whsec_"))
    content = b"msg_1." + at.encode() + b"." + heard.body
    expected = base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    assert heard.headers["webhook-signature"] == f"v1,{expected}"
    assert abs(datetime.fromtimestamp(int(at), UTC) - now()) < timedelta(minutes=5)
    assert heard.headers["content-type"] == "application/json"


def test_call_passes_the_check_that_the_document_shows_and_a_changed_one_does_not(
    room: Newsroom, listener: Listener
) -> None:
    webhook, secret = add_webhook(by=room.chief, desk=room.desk, url=listener.url, events=[WebhookEvent.APPROVED])
    CallFactory.create(webhook=webhook, body='{"type": "é"}')
    shown: dict[str, Any] = {}
    exec(re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(), re.DOTALL)[0], shown)  # noqa: S102 - our own page

    make_calls()

    (heard,) = listener.heard
    assert shown["is_from_backread"](heard.headers, heard.body, secret)
    assert not shown["is_from_backread"](heard.headers, heard.body + b" ", secret)
    assert not shown["is_from_backread"](heard.headers | {"webhook-timestamp": "1"}, heard.body, secret)


def test_secret_is_in_no_row_and_no_two_webhooks_share_one(room: Newsroom) -> None:
    first, one = add_webhook(by=room.chief, desk=room.desk, url="https://a.example", events=[WebhookEvent.STALE])
    _, other = add_webhook(by=room.chief, desk=room.desk, url="https://b.example", events=[WebhookEvent.STALE])

    assert one != other
    assert one.removeprefix("whsec_") not in str(Webhook.objects.filter(pk=first.pk).values().get())


def test_system_that_answers_late_gets_the_very_same_message(
    room: Newsroom, webhook: Webhook, listener: Listener
) -> None:
    listener.answers = [503]
    call = CallFactory.create(webhook=webhook)
    make_calls()
    call.refresh_from_db()
    assert (call.state, call.reason) == (CallState.WAITING, "It answered 503.")
    assert call.next_try_at > now()

    Call.objects.update(next_try_at=now())
    make_calls()

    call.refresh_from_db()
    first, second = listener.heard
    assert call.state == CallState.SENT
    assert (first.body, first.headers["webhook-id"]) == (second.body, second.headers["webhook-id"])


def test_pauses_grow_and_then_a_chief_decides(room: Newsroom, webhook: Webhook, listener: Listener) -> None:
    listener.answers = [500] * (len(PAUSES) + 1)
    call = CallFactory.create(webhook=webhook)
    for _ in range(len(PAUSES) + 1):
        Call.objects.update(next_try_at=now())
        make_calls()
    call.refresh_from_db()
    assert (call.state, len(listener.heard)) == (CallState.FAILED, len(PAUSES) + 1)
    assert sorted(PAUSES) == list(PAUSES)

    send_again(by=room.chief, call=call)
    make_calls()

    call.refresh_from_db()
    assert call.state == CallState.SENT


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_redirect_is_a_failure_that_says_what_to_do(
    room: Newsroom, webhook: Webhook, listener: Listener, status: int
) -> None:
    listener.answers = [status]
    call = CallFactory.create(webhook=webhook)

    make_calls()

    call.refresh_from_db()
    assert "no redirect is followed" in call.reason


def test_system_that_is_not_there_stops_no_other(room: Newsroom, webhook: Webhook, listener: Listener) -> None:
    gone = CallFactory.create(webhook=WebhookFactory.create(desk=room.desk, url="http://localhost:1/"))
    CallFactory.create(webhook=webhook)

    make_calls()

    gone.refresh_from_db()
    assert (gone.state, len(listener.heard)) == (CallState.WAITING, 1)
    assert "did not answer" in gone.reason


def test_system_that_is_not_there_is_tried_once_a_pause_whatever_waits_for_it(room: Newsroom) -> None:
    webhook = WebhookFactory.create(desk=room.desk, url="http://localhost:1/")
    first, *others = [CallFactory.create(webhook=webhook) for _ in range(3)]
    for _ in range(2):
        make_calls()

    first.refresh_from_db()
    waiting = Call.objects.filter(pk__in=[call.pk for call in others])
    assert {(call.state, call.tries, call.reason) for call in waiting} == {(CallState.WAITING, 0, first.reason)}
    assert all(call.next_try_at > now() for call in waiting)
    assert first.tries == 1


def test_message_that_is_answered_with_no_holds_up_no_other(webhook: Webhook, listener: Listener) -> None:
    listener.answers = [400]
    refused, other = CallFactory.create(webhook=webhook), CallFactory.create(webhook=webhook)

    make_calls()

    refused.refresh_from_db()
    other.refresh_from_db()
    assert (refused.state, other.state) == (CallState.WAITING, CallState.SENT)


def test_removed_webhook_is_not_called_with_what_waits(room: Newsroom, webhook: Webhook, listener: Listener) -> None:
    CallFactory.create(webhook=webhook)
    remove_webhook(by=room.chief, webhook=webhook)

    make_calls()

    assert listener.heard == []


def test_sweep_has_due_calls_made(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Errand] = []
    monkeypatch.setattr("review.tasks.enqueue", lambda errand, *_: asked.append(errand))
    CallFactory.create(webhook=WebhookFactory.create(desk=room.desk))

    sweep()

    assert asked == [Errand.MAKE_CALLS]

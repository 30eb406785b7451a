"""Tokens and webhooks of a desk: a chief makes and takes them back, and the record has it."""

from collections.abc import Callable

import pytest

from articles.models import Role
from review.actions.connections import add_webhook, make_token, remove_webhook, revoke_token, send_again
from review.models import CallState, TokenScope, WebhookEvent
from review.policies import Refused
from tests.factories import CallFactory, TokenFactory, WebhookFactory, member
from tests.review.conftest import Newsroom

ADDRESS = "https://cms.example/backread"


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR, Role.LEGAL])
def test_only_a_chief_opens_or_shuts_a_door(newsroom: Newsroom, role: Role) -> None:
    person, desk = member(newsroom.desk, role), newsroom.desk
    token, webhook = TokenFactory.create(desk=desk), WebhookFactory.create(desk=desk)
    call = CallFactory.create(webhook=webhook, state=CallState.FAILED)
    acts: list[Callable[[], object]] = [
        lambda: make_token(by=person, desk=desk, name="CMS", scopes=[TokenScope.DRAFTS]),
        lambda: revoke_token(by=person, token=token),
        lambda: add_webhook(by=person, desk=desk, url=ADDRESS, events=[WebhookEvent.STALE]),
        lambda: remove_webhook(by=person, webhook=webhook),
        lambda: send_again(by=person, call=call),
    ]

    for act in acts:
        with pytest.raises(Refused, match="Only a chief"):
            act()


def test_record_tells_of_every_door(newsroom: Newsroom) -> None:
    desk, chief = newsroom.desk, newsroom.chief
    token, written = make_token(by=chief, desk=desk, name="CMS", scopes=[TokenScope.DRAFTS])
    revoke_token(by=chief, token=token)
    webhook, secret = add_webhook(by=chief, desk=desk, url=ADDRESS, events=[WebhookEvent.STALE])
    send_again(by=chief, call=CallFactory.create(webhook=webhook, state=CallState.FAILED))
    remove_webhook(by=chief, webhook=webhook)

    events = list(desk.events.order_by("id"))

    verbs = ["made_token", "revoked_token", "added_webhook", "sent_call_again", "removed_webhook"]
    assert [event.verb for event in events] == verbs
    assert not [event for event in events if written in str(event.details) or secret in str(event.details)]


def test_two_tokens_in_force_never_bear_one_name(newsroom: Newsroom) -> None:
    token, _ = make_token(by=newsroom.chief, desk=newsroom.desk, name="CMS", scopes=[TokenScope.DRAFTS])

    with pytest.raises(Refused, match="has a token already"):
        make_token(by=newsroom.chief, desk=newsroom.desk, name=" CMS ", scopes=[TokenScope.DRAFTS])

    revoke_token(by=newsroom.chief, token=token)
    assert make_token(by=newsroom.chief, desk=newsroom.desk, name="CMS", scopes=[TokenScope.DRAFTS])


def test_door_is_shut_once(newsroom: Newsroom) -> None:
    token, webhook = TokenFactory.create(desk=newsroom.desk), WebhookFactory.create(desk=newsroom.desk)
    revoke_token(by=newsroom.chief, token=token)
    remove_webhook(by=newsroom.chief, webhook=webhook)

    with pytest.raises(Refused, match="revoked already"):
        revoke_token(by=newsroom.chief, token=token)
    with pytest.raises(Refused, match="removed already"):
        remove_webhook(by=newsroom.chief, webhook=webhook)


@pytest.mark.parametrize("state", [CallState.WAITING, CallState.SENT])
def test_only_a_call_that_was_given_up_is_made_again(newsroom: Newsroom, state: CallState) -> None:
    call = CallFactory.create(webhook=WebhookFactory.create(desk=newsroom.desk), state=state)

    with pytest.raises(Refused, match="given up"):
        send_again(by=newsroom.chief, call=call)


@pytest.mark.parametrize(
    "url",
    ["", "cms.example", "ftp://cms.example", "file:///etc/passwd", "https://", "http://[::1", "http://127.0.0.1/x",
     "http://[::1]/", "https://user:word@cms.example/", "http://169.254.169.254/latest", "http://10.1.2.3/"],
)  # fmt: skip
def test_address_that_may_never_be_called_is_refused_at_once(newsroom: Newsroom, url: str) -> None:
    with pytest.raises(Refused):
        add_webhook(by=newsroom.chief, desk=newsroom.desk, url=url, events=[WebhookEvent.STALE])

"""The page of a desk's tokens and webhooks: what is secret is shown once, and to a chief alone."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Desk, Role, User
from review.models import CallState, Token, Webhook
from tests.factories import CallFactory, TokenFactory, WebhookFactory, member

SHOWN = re.compile(r'class="once"[^>]*value="([^"]+)"')


@pytest.fixture
def chief(desk: Desk, client: Client) -> User:
    person = member(desk, Role.CHIEF)
    client.force_login(person)
    return person


def page(client: Client, desk: Desk) -> str:
    return client.get(reverse("connections", args=[desk.slug])).content.decode()


def test_token_is_shown_once_and_lets_in(client: Client, desk: Desk, chief: User) -> None:
    told = {"name": "CMS", "scopes": ["drafts", "hand_in"]}

    response = client.post(reverse("token-make", args=[desk.slug]), told)

    shown = SHOWN.search(response.content.decode())
    assert shown
    assert Client().get("/api/v1/token", headers={"Authorization": f"Bearer {shown[1]}"}).status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    assert shown[1] not in page(client, desk)
    assert "never used" not in page(client, desk)


def test_secret_of_a_webhook_is_shown_once(client: Client, desk: Desk, chief: User) -> None:
    told = {"url": "https://cms.example/backread", "events": ["story.approved"]}

    shown = SHOWN.search(client.post(reverse("webhook-add", args=[desk.slug]), told).content.decode())

    assert shown
    assert shown[1].startswith("whsec_")
    assert shown[1] not in page(client, desk)
    assert "https://cms.example/backread" in page(client, desk)


@pytest.mark.parametrize(
    ("name", "told", "status"),
    [
        ("token-make", {"name": "", "scopes": ["drafts"]}, 422),
        ("token-make", {"name": "CMS"}, 422),
        ("token-make", {"name": "CMS", "scopes": ["everything"]}, 422),
        ("webhook-add", {"url": "https://cms.example/", "events": []}, 422),
        ("webhook-add", {"url": "http://localhost/", "events": ["approved"]}, 422),
        ("webhook-add", {"url": "http://10.0.0.1/", "events": ["story.approved"]}, 409),
    ],
)
def test_what_was_typed_wrong_comes_back_with_what_was_typed(
    client: Client, desk: Desk, chief: User, name: str, told: dict[str, object], status: int
) -> None:
    response = client.post(reverse(name, args=[desk.slug]), told)

    assert response.status_code == status
    assert not Token.objects.exists()
    assert not Webhook.objects.exists()


def test_chief_revokes_removes_and_has_a_call_made_again(client: Client, desk: Desk, chief: User) -> None:
    token, webhook = TokenFactory.create(desk=desk, name="Old system"), WebhookFactory.create(desk=desk)
    call = CallFactory.create(webhook=webhook, state=CallState.FAILED, reason="It answered 500.")
    assert "It answered 500." in page(client, desk)

    for name, row in (("call-again", call), ("token-revoke", token), ("webhook-remove", webhook)):
        client.post(reverse(name, args=[row.pk]), follow=True)

    call.refresh_from_db()
    assert call.state == CallState.WAITING
    assert not Token.objects.in_force().exists()
    assert not Webhook.objects.in_force().exists()


def test_editor_reads_which_systems_are_connected_and_opens_no_door(client: Client, desk: Desk, editor: User) -> None:
    TokenFactory.create(desk=desk, name="CMS")

    shown = page(client, desk)

    assert "CMS" in shown
    assert "Make the token" not in shown
    refused = client.post(reverse("token-make", args=[desk.slug]), {"name": "X", "scopes": ["drafts"]})
    assert refused.status_code == 409


def test_account_of_a_token_is_not_among_the_people(client: Client, desk: Desk, chief: User) -> None:
    client.post(reverse("token-make", args=[desk.slug]), {"name": "CMS", "scopes": ["drafts"]})

    shown = client.get(reverse("desk", args=[desk.slug])).content.decode()

    assert "CMS (API)" not in shown.partition("What changed")[0]

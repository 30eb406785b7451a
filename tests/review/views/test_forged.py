"""Acts and sessions that were not asked for by the person themselves: forged forms, planted and stolen sessions."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from articles.models import AuditEvent, User
from tests.factories import PASSWORD, UserFactory
from tests.review.views.test_access import addresses

__all__ = ["addresses"]

TOO_OLD = "That page was too old"
NEW = "a-wall-of-forty-metres"
ELSEWHERE = {"Origin": "https://elsewhere.example"}


@pytest.fixture
def person(db: None) -> User:
    return UserFactory.create(can_log_in=True)


def logged_in(person: User) -> Client:
    client = Client()
    client.post(reverse("login"), {"username": person.username, "password": PASSWORD})
    return client


def sees_the_board(client: Client) -> bool:
    return client.get(reverse("board")).status_code == 200


def test_no_address_takes_a_form_that_another_site_sent(addresses: dict[str, str], editor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    before = AuditEvent.objects.count()

    answers = {name: client.post(address, headers=ELSEWHERE) for name, address in addresses.items()}

    told = {name: (answer.status_code, TOO_OLD in answer.content.decode()) for name, answer in answers.items()}
    assert told == dict.fromkeys(addresses, (403, True))
    assert AuditEvent.objects.count() == before


@pytest.mark.parametrize("name", ["login", "password_reset", "logout"])
def test_no_form_for_strangers_is_taken_from_another_site(db: None, name: str) -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.post(reverse(name), headers=ELSEWHERE).status_code == 403


def test_a_session_that_was_planted_is_not_the_one_that_is_logged_in(person: User) -> None:
    client = Client()
    planted = client.session
    planted["planted"] = "by somebody else"
    planted.save()
    key = planted.session_key or ""
    client.cookies[settings.SESSION_COOKIE_NAME] = key

    client.post(reverse("login"), {"username": person.username, "password": PASSWORD})

    assert sees_the_board(client)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != key
    stolen = Client()
    stolen.cookies[settings.SESSION_COOKIE_NAME] = key
    assert not sees_the_board(stolen)


def test_a_new_password_ends_all_sessions_but_the_one_that_chose_it(person: User) -> None:
    own, stolen = logged_in(person), logged_in(person)

    own.post(reverse("password_change"), {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW})

    assert (sees_the_board(own), sees_the_board(stolen)) == (True, False)


def test_a_session_that_was_logged_out_opens_nothing(person: User) -> None:
    client = logged_in(person)
    kept = client.cookies[settings.SESSION_COOKIE_NAME].value

    client.post(reverse("logout"))

    stolen = Client()
    stolen.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert not sees_the_board(stolen)

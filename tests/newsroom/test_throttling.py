"""Strangers try a few times: guessing a password and sending mails to others end in a wait."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles.models import AccountEvent, User
from review.verbs import AccountVerb
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return UserFactory.create(username="edda", can_log_in=True)


def log_in(client: Client, username: str, password: str, *, address: str = "192.0.2.7", page: str = "login") -> int:
    sent = {"username": username, "password": password}
    return client.post(reverse(page), sent, REMOTE_ADDR=address).status_code


def guess(client: Client, times: int, *, address: str = "192.0.2.7") -> None:
    for number in range(times):
        log_in(client, "edda", f"guess {number}", address=address)


def test_after_five_wrong_passwords_the_right_one_opens_nothing_from_there(client: Client, person: User) -> None:
    guess(client, 5)

    assert log_in(client, "edda", PASSWORD) == 429
    assert "_auth_user_id" not in client.session


def test_who_is_guessed_by_a_stranger_logs_in_from_elsewhere(client: Client, person: User) -> None:
    guess(client, 6)

    assert log_in(client, "edda", PASSWORD, address="198.51.100.4") == 302


def test_a_quarter_of_an_hour_later_it_opens_again(client: Client, person: User) -> None:
    guess(client, 5)
    AccessAttempt.objects.update(attempt_time=AccessAttempt.objects.get().attempt_time - timedelta(minutes=16))

    assert log_in(client, "edda", PASSWORD) == 302


def test_who_mistypes_a_few_times_is_let_in(client: Client, person: User) -> None:
    guess(client, 4)

    assert log_in(client, "edda", PASSWORD) == 302


def test_a_name_guessed_from_many_places_is_guessed_slowly(client: Client, person: User) -> None:
    statuses = [log_in(client, "Edda ", f"guess {number}", address=f"192.0.2.{number}") for number in range(22)]

    assert statuses == [200] * 20 + [429] * 2


def test_a_name_in_other_letters_is_the_same_name(client: Client, person: User) -> None:
    written = ["ｅdda", "eｄda", "edｄa", "eddａ", "𝐞dda", "𝑒dda", "𝕖dda"]
    statuses = [log_in(client, written[n % 7], f"guess {n}", address=f"192.0.2.{n}") for n in range(22)]

    assert statuses == [200] * 20 + [429] * 2


def test_whoever_has_a_whole_line_of_addresses_guesses_no_faster(client: Client, person: User) -> None:
    for number in range(5):
        log_in(client, "edda", f"guess {number}", address=f"2001:db8::{number}")

    assert log_in(client, "edda", PASSWORD, address="2001:db8::ffff") == 429


def test_proxy_that_names_no_address_keeps_nobody_out(client: Client, person: User, settings: Settings) -> None:
    settings.BEHIND_PROXY = True
    for forwarded in ("unknown", "", "a\u0101"):
        client.post(reverse("login"), {"username": "edda", "password": "guess"}, headers={"X-Forwarded-For": forwarded})

    assert log_in(client, "edda", PASSWORD) == 302


def test_many_names_guessed_from_one_place_are_guessed_slowly(client: Client) -> None:
    statuses = [log_in(client, f"person{number}", "letmein") for number in range(62)]

    assert statuses == [200] * 60 + [429] * 2


def test_nobody_is_sent_more_than_three_password_mails(
    client: Client, person: User, mailoutbox: list[EmailMessage]
) -> None:
    asked = [client.post(reverse("password_reset"), {"email": person.email}).status_code for _ in range(5)]

    assert asked == [302, 302, 302, 429, 429]
    assert len(mailoutbox) == 3


def test_a_password_mail_is_asked_for_alike_whether_there_is_such_a_person(client: Client, person: User) -> None:
    known, unknown = (
        client.post(reverse("password_reset"), {"email": email}) for email in (person.email, "nobody@backread.example")
    )

    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_saw(
    client: Client, person: User, settings: Settings
) -> None:
    settings.BEHIND_PROXY = True
    for number in range(5):
        invented = {"X-Forwarded-For": f"203.0.113.{number}, 192.0.2.7"}
        client.post(reverse("login"), {"username": "edda", "password": "guess"}, headers=invented)
    sent = {"username": "edda", "password": PASSWORD}

    there = client.post(reverse("login"), sent, headers={"X-Forwarded-For": "203.0.113.99, 192.0.2.7"})
    elsewhere = client.post(reverse("login"), sent, headers={"X-Forwarded-For": "192.0.2.7, 198.51.100.4"})

    assert (there.status_code, elsewhere.status_code) == (429, 302)


def test_people_log_in_while_the_cache_is_down(client: Client, person: User, settings: Settings) -> None:
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}}

    assert log_in(client, "edda", PASSWORD) == 302


@pytest.fixture
def administrator() -> User:
    return UserFactory.create(is_staff=True, is_superuser=True, first_name="Ada", last_name="Admin")


def wait_ended(administrator: User, person: User) -> str:
    """What the administrator's list of accounts says to it."""
    client = Client()
    client.force_login(administrator)
    chosen = {"action": "end_wait", "_selected_action": [person.pk]}
    return client.post(reverse("admin:articles_user_changelist"), chosen, follow=True).content.decode()


def test_administrator_ends_the_wait_and_the_record_tells_of_it(
    client: Client, person: User, administrator: User
) -> None:
    guess(client, 5)
    assert log_in(client, "edda", PASSWORD) == 429

    told = wait_ended(administrator, person)

    assert "The wait is over" in told
    assert log_in(client, "edda", PASSWORD) == 302
    event = AccountEvent.objects.get()
    assert (event.person, event.actor, event.verb) == (person, administrator, AccountVerb.ENDED_WAIT)


def test_administrator_ends_the_wait_of_a_name_that_was_guessed_from_many_places(
    client: Client, person: User, administrator: User
) -> None:
    for number in range(22):
        log_in(client, "edda", "guess", address=f"192.0.2.{number}")
    assert log_in(client, "edda", PASSWORD, address="198.51.100.4") == 429

    wait_ended(administrator, person)

    assert log_in(client, "edda", PASSWORD, address="198.51.100.4") == 302


def test_nobody_who_does_not_wait_is_let_in_on_record(person: User, administrator: User) -> None:
    assert "None of them has to wait" in wait_ended(administrator, person)
    assert not AccountEvent.objects.exists()


def test_who_is_locked_out_comes_in_by_another_password(
    client: Client, person: User, mailoutbox: list[EmailMessage]
) -> None:
    guess(client, 5)
    locked = client.post(reverse("login"), {"username": "edda", "password": PASSWORD}, REMOTE_ADDR="192.0.2.7")
    client.post(reverse("password_reset"), {"email": person.email}, REMOTE_ADDR="192.0.2.7")
    link = re.search(rf"{settings.SITE_URL}(/\S+)", str(mailoutbox[0].body))
    assert link

    form = client.get(link[1], follow=True, REMOTE_ADDR="192.0.2.7").redirect_chain[-1][0]
    new = {"new_password1": "ink-on-paper-42", "new_password2": "ink-on-paper-42"}
    board = client.post(form, new, follow=True, REMOTE_ADDR="192.0.2.7")

    assert "Have you forgotten your password?" in locked.content.decode()
    assert board.context["user"] == person
    assert log_in(Client(), "edda", "ink-on-paper-42") == 302

"""The second factor at the log-in: nobody comes by it, codes work once, and guessing ends in a wait."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles.audit import first_broken
from articles.models import AccountEvent, User
from newsroom.signin import factors
from review.verbs import AccountVerb
from tests.factories import PASSWORD, UserFactory
from tests.factors import code_for, code_of

LOCAL, ELSEWHERE = "192.0.2.7", "198.51.100.4"


def type_password(client: Client, *, to: str = "", address: str = LOCAL) -> Any:  # noqa: ANN401 - a test client's answer
    page = reverse("login") + (f"?next={to}" if to else "")
    return client.post(page, {"username": "edda", "password": PASSWORD}, REMOTE_ADDR=address)


def type_code(client: Client, code: str, *, address: str = LOCAL) -> Any:  # noqa: ANN401 - a test client's answer
    return client.post(reverse("mfa_authenticate"), {"code": code}, REMOTE_ADDR=address)


def is_logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def verbs(person: User) -> list[str]:
    return list(AccountEvent.objects.filter(person=person).order_by("number").values_list("verb", flat=True))


def test_the_password_alone_lets_nobody_in_who_has_a_second_factor(client: Client, codes: list[str]) -> None:
    answer = type_password(client)

    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert not is_logged_in(client)
    assert client.get(reverse("board")).status_code == 302


def test_the_code_lets_in_and_leads_to_the_page_that_was_asked_for(
    client: Client, person: User, codes: list[str]
) -> None:
    type_password(client, to="/hand-in/")
    before = client.session.session_key

    answer = type_code(client, code_of(person))

    assert answer.headers["Location"] == "/hand-in/"
    assert client.session["_auth_user_id"] == str(person.pk)
    assert client.session.session_key != before


@pytest.mark.parametrize("next_page", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_the_code_leads_nowhere_else(client: Client, person: User, codes: list[str], next_page: str) -> None:
    type_password(client, to=next_page)

    answer = client.post(
        f"{reverse('mfa_authenticate')}?next={next_page}", {"code": code_of(person), "next": next_page}
    )

    assert answer.headers["Location"] == reverse("board")


def test_a_code_of_the_app_works_once(client: Client, person: User, codes: list[str]) -> None:
    code = code_of(person)
    type_password(client)
    type_code(client, code)
    client.logout()
    type_password(client)

    answer = type_code(client, code)

    assert answer.status_code == 422
    assert "used already" in answer.content.decode()


def test_a_recovery_code_works_once(client: Client, person: User, codes: list[str]) -> None:
    type_password(client)
    first = type_code(client, f" {codes[3][:4]} {codes[3][4:]} ")
    client.logout()
    type_password(client)

    again = type_code(client, codes[3])

    assert (first.status_code, again.status_code) == (302, 422)
    assert verbs(person) == [AccountVerb.USED_CODE]


def board_after(client: Client, code: str) -> str:
    type_password(client)
    type_code(client, code)
    return client.get(reverse("board")).content.decode()


def test_who_comes_in_by_a_recovery_code_is_told_how_many_are_left(client: Client, codes: list[str]) -> None:
    assert "you have 9 left. Is your phone lost?" in board_after(client, codes[0])


def test_who_comes_in_by_the_last_one_is_told_whom_to_ask(client: Client, person: User, codes: list[str]) -> None:
    for code in codes[1:]:
        factors.take_code(of=person, code=code)

    assert "your last recovery code. Is your phone lost? Then ask your administrator" in board_after(client, codes[0])


def test_who_comes_in_by_the_app_is_told_nothing_of_codes(client: Client, person: User, codes: list[str]) -> None:
    assert "recovery code" not in board_after(client, code_of(person))


@pytest.mark.parametrize("code", ["", "000", "١٢٣٤٥٦", "1\x00", "9" * 31])
def test_what_is_no_code_is_refused_with_a_sentence(client: Client, codes: list[str], code: str) -> None:
    type_password(client)

    assert type_code(client, code).status_code == 422
    assert not is_logged_in(client)


def test_whoever_typed_no_password_is_not_asked_for_a_code(client: Client, person: User, codes: list[str]) -> None:
    answer = type_code(client, code_of(person))

    assert answer.headers["Location"] == reverse("login")
    assert not is_logged_in(client)


def test_whoever_is_switched_off_between_password_and_code_stays_out(
    client: Client, person: User, codes: list[str]
) -> None:
    type_password(client)
    User.objects.filter(pk=person.pk).update(is_active=False)

    type_code(client, code_of(person))

    assert client.get(reverse("board")).status_code == 302


def test_another_persons_code_opens_nothing(client: Client, person: User, codes: list[str]) -> None:
    type_password(client)

    answer = type_code(client, code_for("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"))

    assert answer.status_code == 422


def test_after_five_wrong_codes_the_right_one_opens_nothing_from_there(
    client: Client, person: User, codes: list[str]
) -> None:
    type_password(client)
    for _ in range(5):
        type_code(client, "wrong")

    right = type_code(client, code_of(person))
    password = type_password(client)

    assert (right.status_code, password.status_code) == (429, 429)
    assert not is_logged_in(client)


def test_the_right_password_between_does_not_make_guessing_codes_free(
    client: Client, person: User, codes: list[str]
) -> None:
    for _ in range(5):
        type_password(client)
        type_code(client, "wrong")

    assert type_password(client).status_code == 429


def test_codes_guessed_from_many_places_are_guessed_slowly(client: Client, person: User, codes: list[str]) -> None:
    type_password(client)

    statuses = [type_code(client, "wrong", address=f"192.0.2.{number}").status_code for number in range(12)]

    assert statuses == [422] * 10 + [429] * 2


def test_who_is_guessed_by_a_stranger_logs_in_from_elsewhere(client: Client, person: User, codes: list[str]) -> None:
    type_password(client)
    for _ in range(5):
        type_code(client, "wrong")
    own = Client()
    type_password(own, address=ELSEWHERE)

    assert type_code(own, code_of(person), address=ELSEWHERE).status_code == 302


def test_codes_are_taken_while_the_cache_is_down(
    client: Client, person: User, codes: list[str], settings: Settings
) -> None:
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}}
    type_password(client)

    assert type_code(client, code_of(person)).status_code == 302


def test_a_new_password_over_a_mail_does_not_come_by_the_second_factor(
    client: Client, person: User, codes: list[str], mailoutbox: list[EmailMessage]
) -> None:
    client.post(reverse("password_reset"), {"email": person.email})
    link = re.search(r"https?://[^/]+(/\S+)", str(mailoutbox[0].body))
    assert link
    form = client.get(link[1], follow=True).redirect_chain[-1][0]

    answer = client.post(form, {"new_password1": "ink-on-paper-42", "new_password2": "ink-on-paper-42"})

    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert not is_logged_in(client)


def test_the_administrators_pages_have_no_door_of_their_own(client: Client, person: User) -> None:
    sent = client.post(reverse("admin:login"), {"username": "edda", "password": PASSWORD})

    assert sent.status_code == 405
    assert client.get(reverse("admin:index"), follow=True).redirect_chain[-1][0].startswith(reverse("login"))


def test_whoever_was_logged_in_on_the_machine_is_not_while_another_types_their_code(
    client: Client, person: User, codes: list[str]
) -> None:
    client.force_login(UserFactory.create())

    type_password(client)

    assert not is_logged_in(client)
    assert client.get(reverse("mfa_authenticate")).status_code == 200


def test_the_secret_is_sealed_in_the_database(person: User, codes: list[str], settings: Settings) -> None:
    written = str(list(Authenticator.objects.values_list("data", flat=True)))
    settings.SECRET_KEY = "another-secret-" * 4

    assert not [code for code in codes if code in written]
    assert "gAAAA" in written  # as its seal begins


def test_a_factor_that_was_sealed_with_another_secret_key_opens_nothing_and_is_no_error(
    client: Client, person: User, codes: list[str], settings: Settings
) -> None:
    Authenticator.objects.filter(type=Authenticator.Type.TOTP).update(data={"secret": "gAAAAABno"})
    type_password(client)

    assert type_code(client, "123456").status_code == 422
    assert type_code(client, codes[0]).status_code == 302


def test_a_factor_that_an_earlier_secret_key_sealed_opens_the_door(
    client: Client, person: User, codes: list[str], settings: Settings
) -> None:
    code = code_of(person)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-secret-" * 4, [settings.SECRET_KEY]
    type_password(client)

    assert type_code(client, code).status_code == 302


def test_what_happened_to_the_account_is_a_chain(client: Client, person: User, codes: list[str]) -> None:
    type_password(client)
    type_code(client, codes[0])

    assert first_broken(person) is None

"""The page on which somebody sets up their second factor, switches it off, and makes recovery codes."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from articles.models import AccountEvent, User
from newsroom.signin import factors
from review.verbs import AccountVerb
from tests.factories import PASSWORD
from tests.factors import code_for, code_of

SET_UP, OFF, CODES = (reverse(name) for name in ("second-factor-set-up", "second-factor-off", "recovery-codes"))


@pytest.fixture
def client(client: Client, person: User) -> Client:
    client.force_login(person)
    return client


def verbs() -> list[str]:
    return list(AccountEvent.objects.order_by("number").values_list("verb", flat=True))


def secret_on(client: Client) -> str:
    return str(client.get(SET_UP).context["secret"]).replace(" ", "")


def test_it_is_set_up_with_the_secret_that_stands_in_words_and_in_the_picture(client: Client) -> None:
    page = client.get(SET_UP)
    secret = page.context["secret"].replace(" ", "")

    answer = client.post(SET_UP, {"password": PASSWORD, "code": code_for(secret)})

    assert page.context["secret"] in page.content.decode()
    assert 'src="data:image/svg+xml;base64,' in page.content.decode()
    assert len(re.findall(r"<code>(\d{8})</code>", answer.content.decode())) == 10
    assert verbs() == [AccountVerb.SET_UP_FACTOR]


def test_recovery_codes_are_shown_once(client: Client) -> None:
    client.post(SET_UP, {"password": PASSWORD, "code": code_for(secret_on(client))})

    again = client.get(reverse("second-factor")).content.decode()

    assert not re.findall(r"\d{8}", again)
    assert "10 recovery codes left" in again


@pytest.mark.parametrize("wrong", [{"code": "000000"}, {"password": "letmein"}, {"password": ""}, {"code": ""}])
def test_it_is_not_set_up_by_a_wrong_code_or_password(client: Client, person: User, wrong: dict[str, str]) -> None:
    right = {"password": PASSWORD, "code": code_for(secret_on(client))}

    answer = client.post(SET_UP, right | wrong)

    assert answer.status_code == 422
    assert not factors.has_second_factor(person)
    assert verbs() == []


def test_guessing_the_password_there_locks_as_at_the_log_in(client: Client) -> None:
    wrong = {"password": "letmein", "code": "000000"}

    statuses = [client.post(SET_UP, wrong).status_code for _ in range(6)]

    assert statuses[-1] == 429


def test_a_reload_shows_the_same_secret(client: Client) -> None:
    assert secret_on(client) == secret_on(client)


def test_a_second_one_is_not_set_up_over_the_first(client: Client, person: User, codes: list[str]) -> None:
    answer = client.get(SET_UP)

    assert answer.headers["Location"] == reverse("second-factor")


def test_it_is_switched_off_by_its_code_alone(client: Client, person: User, codes: list[str]) -> None:
    refused = client.post(OFF, {"code": "000000"})
    done = client.post(OFF, {"code": code_of(person)})

    assert (refused.status_code, done.status_code) == (422, 302)
    assert not Authenticator.objects.exists()
    assert verbs() == [AccountVerb.SWITCHED_OFF_FACTOR]


def test_new_recovery_codes_end_the_old_ones(client: Client, person: User, codes: list[str]) -> None:
    answer = client.post(CODES, {"code": code_of(person)})

    new = re.findall(r"<code>(\d{8})</code>", answer.content.decode())
    assert len(new) == 10
    assert not factors.take_code(of=person, code=codes[0])
    assert factors.take_code(of=person, code=new[0])
    assert verbs() == [AccountVerb.MADE_CODES, AccountVerb.USED_CODE]


def test_it_cannot_be_switched_off_where_there_is_none(client: Client) -> None:
    assert client.post(OFF, {"code": "123456"}).status_code == 422
    assert verbs() == []


def test_what_cannot_be_recorded_is_not_done(
    client: Client, person: User, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.signin.factors.record_and_tell", _fail)

    with pytest.raises(OSError, match="full"):
        client.post(OFF, {"code": code_of(person)})

    assert factors.has_second_factor(person)


def _fail(**_told: object) -> None:
    raise OSError("The disk is full.")

"""Many directories sign who somebody is, and tell their mail address only to who asks for it."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from pytest_django import Settings

from articles.models import User
from tests.directory.provider import EDDA, THIN, THIN_OF_ANOTHER
from tests.directory.running import Directory


def is_logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_an_address_that_the_token_leaves_out_is_asked_for(client: Client, directory: Directory, person: User) -> None:
    directory.set_fault(THIN)

    directory.log_in(client, EDDA)

    assert client.session["_auth_user_id"] == str(person.pk)


def test_groups_that_the_token_leaves_out_are_asked_for(
    client: Client, directory: Directory, person: User, settings: Settings
) -> None:
    settings.OIDC_GROUP = "backread"
    directory.set_fault(THIN)

    directory.log_in(client, EDDA)

    assert is_logged_in(client)


def test_what_is_told_of_another_person_lets_nobody_in(client: Client, directory: Directory, person: User) -> None:
    directory.set_fault(THIN_OF_ANOTHER)

    answer = directory.log_in(client, EDDA)

    assert "does not vouch for your mail address" in answer.content.decode()
    assert not is_logged_in(client)
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    ("fault", "sentence"), [("is down", "does not answer"), ("is no object", "could not be trusted")]
)
def test_an_answer_that_tells_nothing_is_a_sentence(
    client: Client, directory: Directory, person: User, fault: str, sentence: str
) -> None:
    directory.set_fault(f"{THIN}, and userinfo {fault}")

    answer = directory.log_in(client, EDDA)

    assert sentence in answer.content.decode()
    assert not is_logged_in(client)


def test_nothing_is_asked_for_that_the_token_tells(client: Client, directory: Directory, person: User) -> None:
    directory.set_fault("userinfo is down")

    directory.log_in(client, EDDA)

    assert is_logged_in(client)

"""What the settings say of signing in: a slip is told at the start, and leaves no door open."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom.signin.asking import PROVIDER, Asked, asked_of, directories

SOUND = {"issuer": "https://id.example", "name": "Id", "client_id": "backread", "secret": "s", "production": True}


@pytest.mark.parametrize("written", ["", "chief", "Everybody", "true"])
def test_a_word_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="say nobody, chiefs or everybody"):
        asked_of(written)


def test_the_words_are_taken() -> None:
    assert asked_of("everybody") is Asked.EVERYBODY


@pytest.mark.parametrize(
    ("wrong", "why"),
    [({"client_id": ""}, "OIDC_CLIENT_ID"), ({"secret": ""}, "OIDC_CLIENT_SECRET"), ({"issuer": "http://id"}, "https")],
)
def test_half_a_directory_is_refused(wrong: dict[str, str], why: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=why):
        directories(**(SOUND | wrong))  # type: ignore[arg-type]


def test_a_directory_is_asked_with_proof_of_the_code_and_its_links_bear_its_name() -> None:
    app = directories(**SOUND)[PROVIDER]["APPS"][0]  # type: ignore[arg-type]

    assert app["settings"]["oauth_pkce_enabled"]
    assert app["provider_id"] == "https://id.example"


def test_there_is_none_by_default() -> None:
    assert directories(**(SOUND | {"issuer": ""}))[PROVIDER]["APPS"] == []  # type: ignore[arg-type]

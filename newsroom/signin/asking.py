"""What the settings say of signing in: who is asked for a second factor, and which directory is believed."""

from enum import StrEnum
from typing import Any

from django.core.exceptions import ImproperlyConfigured

PROVIDER = "openid_connect"
_OUR_CLASS = "newsroom.signin.directory.Directory"


class Asked(StrEnum):
    """Who has to have a second factor."""

    NOBODY = "nobody"
    CHIEFS = "chiefs"
    EVERYBODY = "everybody"


def asked_of(written: str) -> Asked:
    """Raises ImproperlyConfigured for a word that is none: a slip must not leave the door open."""
    try:
        return Asked(written)
    except ValueError as slip:
        raise ImproperlyConfigured(f"SECOND_FACTOR_FOR is “{written}”: say nobody, chiefs or everybody.") from slip


def directories(*, issuer: str, name: str, client_id: str, secret: str, production: bool) -> dict[str, Any]:
    """django-allauth's setting: none, or the one directory, whose links bear its issuer's name."""
    if not issuer:
        return {PROVIDER: {"provider_class": _OUR_CLASS, "APPS": []}}
    if not (client_id and secret):
        raise ImproperlyConfigured("OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.")
    if production and not issuer.startswith("https://"):
        raise ImproperlyConfigured("PRODUCTION needs an OIDC_ISSUER that begins with https://.")
    app = {
        "provider_id": issuer,
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": issuer, "oauth_pkce_enabled": True},
    }
    return {PROVIDER: {"provider_class": _OUR_CLASS, "APPS": [app]}}

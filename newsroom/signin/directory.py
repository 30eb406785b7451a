"""The newsroom's own directory, by OpenID Connect: there and back, believing only what it signed for this log-in.

django-allauth discovers it, keeps the state in the session, proves possession of the code (PKCE) and fetches the token;
it does not check the token's signature nor know a nonce, which is done here (OpenID Connect Core 1.0, 3.1.3.7).
"""

import secrets
from collections.abc import Callable
from functools import cached_property
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.app_settings import UID_MAX_LENGTH
from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET
from jwt import PyJWKSet, PyJWTError, decode, get_unverified_header
from requests import RequestException

from newsroom.signin.admission import trouble_page
from newsroom.signin.doors import page_after
from newsroom.signin.luggage import come_back, leave

SIGNED_BY = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
CLAIMS = ["iss", "sub", "aud", "exp", "iat", "nonce"]
ENDPOINTS = ["authorization_endpoint", "token_endpoint", "jwks_uri"]
CLOCKS_DIFFER_SECONDS = 60


class DirectoryClient(OpenIDConnectOAuth2Adapter):  # type: ignore[misc] # allauth has no types
    """How we talk to it."""

    @cached_property
    def openid_config(self) -> dict[str, Any]:
        """What it says of itself. Raises OAuth2Error where that is not the directory that was set up."""
        config = _fetched(self.get_provider().server_url)
        if str(config.get("issuer", "")).rstrip("/") != settings.OIDC_ISSUER:
            raise OAuth2Error("It names another issuer.")
        if missing := [name for name in ENDPOINTS if not isinstance(config.get(name), str)]:
            raise OAuth2Error(f"It does not say its {missing[0]}.")
        return config

    def get_callback_url(self, request: HttpRequest, app: object) -> str:  # noqa: ARG002
        return request.build_absolute_uri(reverse("directory-back"))

    def parse_token(self, data: object) -> SocialToken:  # noqa: ARG002
        """It is asked with once, if at all, and not kept."""
        return SocialToken()

    def complete_login(self, request: HttpRequest, app: Any, token: object, **told: Any) -> SocialLogin:  # noqa: ANN401, ARG002
        """Who came back, by the token's claims. Raises OAuth2Error for a token that is not signed, or not for us."""
        claims = self._proven(str(told["response"].get("id_token", "")), audience=app.client_id)
        _check_is_for_us(claims, client=app.client_id)
        _check_can_be_kept(claims["sub"])
        claims = self._told_besides(claims, access_token=str(told["response"].get("access_token", ""))) | claims
        login: SocialLogin = self.get_provider().sociallogin_from_response(request, {"id_token": claims})
        login.claims = claims
        return login

    def _proven(self, token: str, *, audience: str) -> dict[str, Any]:
        try:
            return decode(
                token,
                self._key_of(token),
                algorithms=SIGNED_BY,
                audience=audience,
                issuer=self.openid_config["issuer"],
                leeway=CLOCKS_DIFFER_SECONDS,
                options={"require": CLAIMS},
            )
        except PyJWTError as wrong:
            raise OAuth2Error(f"Its token is not sound: {type(wrong).__name__}.") from wrong

    def _told_besides(self, claims: dict[str, Any], *, access_token: str) -> dict[str, Any]:
        """Of the same person, where the token leaves out what lets them in (OpenID Connect Core 1.0, 5.3.2 and 5.4)."""
        asked = {"email", settings.OIDC_GROUPS_CLAIM} if settings.OIDC_GROUP else {"email"}
        address = self.openid_config.get("userinfo_endpoint")
        if asked <= claims.keys() or not isinstance(address, str):
            return {}
        told = _fetched(address, headers={"Authorization": f"Bearer {access_token}"})
        return told if told.get("sub") == claims["sub"] else {}

    def _key_of(self, token: str) -> Any:  # noqa: ANN401 - a key of any kind
        """The public one that the token names; without a name, the only one."""
        keys = PyJWKSet.from_dict(_fetched(self.openid_config["jwks_uri"])).keys
        named = get_unverified_header(token).get("kid")
        fitting = [key for key in keys if key.key_id == named] if named else keys
        if len(fitting) != 1:
            raise OAuth2Error("Its token is signed with a key that it does not show.")
        return fitting[0]


class Directory(OpenIDConnectProvider):  # type: ignore[misc] # allauth has no types
    """The directory of the settings."""

    oauth2_adapter_class = DirectoryClient

    def get_callback_url(self) -> str:
        return reverse("directory-back")

    def extract_extra_data(self, data: object) -> dict[str, Any]:  # noqa: ARG002
        """What else it says of people is not kept."""
        return {}

    def extract_common_fields(self, data: object) -> dict[str, Any]:  # noqa: ARG002
        """Nor looked at: a name may be anything."""
        return {}

    def extract_email_addresses(self, data: object) -> list[Any]:  # noqa: ARG002
        return []


@login_not_required
@require_GET
def to_directory(request: HttpRequest) -> HttpResponse:
    """Off to its log-in page, by a link: our policy lets no form lead to another site."""
    directory, nonce = _directory(request), secrets.token_urlsafe()
    there = {"next_url": page_after(request), "auth_params": {"nonce": nonce}, "nonce": nonce}
    return leave(request, lambda: _answered(request, lambda: directory.redirect(request, AuthProcess.LOGIN, **there)))


@login_not_required
@require_GET
def back_from_directory(request: HttpRequest) -> HttpResponse:
    """Whoever it sent back is let in, or told why not."""
    view = OAuth2CallbackView.adapter_view(_directory(request).get_oauth2_adapter(request))
    return come_back(request, lambda: _answered(request, lambda: view(request)))


def _fetched(address: str, *, headers: dict[str, str] | None = None) -> dict[str, Any]:
    """Raises OAuth2Error for JSON that is no object."""
    with get_adapter().get_requests_session() as session:
        answer = session.get(address, headers=headers)
    answer.raise_for_status()
    told = answer.json()
    if not isinstance(told, dict):
        raise OAuth2Error("It answers what is no object.")
    return told


def _check_is_for_us(claims: dict[str, Any], *, client: str) -> None:
    """A token for several says to whom it was given, and that may be another (OpenID Connect Core 1.0, 3.1.3.7)."""
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") != client:
        raise OAuth2Error("Its token was given to another.")


def _check_can_be_kept(subject: str) -> None:
    """An empty one would be everybody's, and PostgreSQL takes neither a longer one nor NUL."""
    if not (subject.isprintable() and 0 < len(subject) <= UID_MAX_LENGTH):
        raise OAuth2Error("Its subject cannot be kept.")


def _directory(request: HttpRequest) -> Any:  # noqa: ANN401 - allauth has no types
    if not settings.OIDC_ISSUER:
        raise Http404
    return get_adapter(request).get_provider(request, provider=settings.OIDC_ISSUER)


def _answered(request: HttpRequest, ask: Callable[[], HttpResponse]) -> HttpResponse:
    """django-allauth tells us of most that goes wrong, but not when it first asks where to go."""
    try:
        return ask()
    except (RequestException, OAuth2Error) as trouble:
        return trouble_page(request, trouble, back=page_after(request))

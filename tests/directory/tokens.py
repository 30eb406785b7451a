"""What the directory says of people in its tokens."""

from typing import Any

from oauth2_provider.oauth2_validators import OAuth2Validator

from tests.directory.provider import THIN, THIN_OF_ANOTHER, fault, spoilt


class DirectoryTokens(OAuth2Validator):  # type: ignore[misc] # django-oauth-toolkit has no types
    """Adds the address, which it vouches for, and spoils the token where a test wants that."""

    oidc_claim_scope = None

    def get_additional_claims(self, request: Any) -> dict[str, Any]:  # noqa: ANN401
        return {"email": request.user.email, "email_verified": True}

    def get_userinfo_claims(self, request: Any) -> dict[str, Any]:  # noqa: ANN401
        claims: dict[str, Any] = super().get_userinfo_claims(request)
        other: dict[str, dict[str, Any]] = {THIN: {"groups": ["backread"]}, THIN_OF_ANOTHER: {"sub": "another"}}
        return claims | other.get(fault(), {})

    def finalize_id_token(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401
        return spoilt(super().finalize_id_token(*args, **kwargs))

"""The provider: django-oauth-toolkit as a newsroom would run it, with two people, and faults that a test asks for.

Start it as `python -m tests.directory.provider PORT FOLDER REDIRECT_URI...`.
"""

import sys
import time
from collections.abc import Callable
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings

CLIENT, SECRET, PASSWORD = "backread", "a-secret-between-the-two", "known-to-the-directory"
EDDA, GHOST = "edda", "ghost"
LOGIN = (
    "<!doctype html><title>Directory</title><form method='post'>{% csrf_token %}{{ form }}<button>Enter</button></form>"
)
# With this its tokens name nobody's address: that is told to who asks for it, as many directories have it.
THIN = "of the subject alone"
THIN_OF_ANOTHER = f"{THIN}, and what is told besides is of another person"
_fault = ""
_real, _false = generate_private_key(65537, 2048), generate_private_key(65537, 2048)

Claims = dict[str, Any]
# Each makes of a sound token's claims and header what a sound client refuses.
FAULTS: dict[str, Callable[[Claims, Claims], str]] = {
    "signature": lambda claims, header: _signed(claims, header, _false),
    "unknown key": lambda claims, header: _signed(claims, header | {"kid": "another"}, _false),
    "unsigned": lambda claims, header: jwt.encode(claims, "", algorithm="none", headers=header | {"alg": "none"}),
    "signed with our secret": lambda claims, header: jwt.encode(claims, SECRET, "HS256", header | {"alg": "HS256"}),
    "issuer": lambda claims, header: _signed(claims | {"iss": "https://elsewhere.example"}, header, _real),
    "audience": lambda claims, header: _signed(claims | {"aud": "another-client"}, header, _real),
    "expired": lambda claims, header: _signed(claims | {"exp": int(time.time()) - 3600}, header, _real),
    "nonce": lambda claims, header: _signed(claims | {"nonce": "of-another-log-in"}, header, _real),
    "no nonce": lambda claims, header: _signed(_without(claims, "nonce"), header, _real),
    "a long subject": lambda claims, header: _signed(claims | {"sub": "x" * 192}, header, _real),
    "no subject": lambda claims, header: _signed(claims | {"sub": ""}, header, _real),
    "a subject with NUL": lambda claims, header: _signed(claims | {"sub": "1\x00"}, header, _real),
    "given to another": lambda claims, header: _signed(claims | {"azp": "another-client"}, header, _real),
    "for several, given to nobody": lambda claims, header: _signed(_for_several(claims), header, _real),
    "for several, given to another": lambda claims, header: _signed(_for_several(claims, azp="other"), header, _real),
    "a nonce that no text can hold": lambda claims, header: _signed(claims | {"nonce": "\ud800"}, header, _real),
    "no token": lambda _claims, _header: "",
}
# These are sound, and tell something else of the person.
OTHER_WORDS: dict[str, Claims] = {
    "not vouched for": {"email_verified": False},
    "nothing of the address": {"email": ""},
    "in the group": {"groups": ["desks", "backread"]},
    "for several, given to us": {"aud": [CLIENT, "another-client"], "azp": CLIENT},
    "an address with NUL": {"email": "edda\x00@backread.example"},
    "an address that is too long": {"email": f"{'e' * 250}@backread.example"},
    "an address that is half a sign": {"email": "\ud800@backread.example"},
    "an address that is a number": {"email": 7},
    "a name with NUL": {"name": "Ed\x00da", "given_name": "\x00", "preferred_username": "ed\x00da"},
    "a name that is too long": {"name": "Edda " * 500, "family_name": "E" * 500},
    "a name that is a number": {"name": 7, "given_name": ["Edda"]},
}


def fault() -> str:
    return _fault


def set_fault(name: str) -> None:
    global _fault
    _fault = name


def spoilt(token: str) -> str:
    """The token as the fault that is set has it."""
    claims: Claims = jwt.decode(token, options={"verify_signature": False})
    header: Claims = jwt.get_unverified_header(token)
    if THIN in _fault:
        return _signed(_without(claims, "email", "email_verified"), header, _real)
    if _fault in OTHER_WORDS:
        return _signed(claims | OTHER_WORDS[_fault], header, _real)
    return FAULTS[_fault](claims, header) if _fault in FAULTS else token


def _signed(claims: Claims, header: Claims, key: RSAPrivateKey) -> str:
    return jwt.encode(claims, key, "RS256", header)


def _for_several(claims: Claims, **more: str) -> Claims:
    return claims | {"aud": [CLIENT, "another-client"]} | more


def _without(claims: Claims, *names: str) -> Claims:
    return {key: value for key, value in claims.items() if key not in names}


def main(port: str, folder: str, redirects: list[str]) -> None:
    import django
    from django.core.management import call_command

    _configure(port, folder)
    django.setup()
    call_command("migrate", verbosity=0)
    _make_rows(redirects)
    call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, skip_checks=True, use_threading=True)


def _configure(port: str, folder: str) -> None:
    pem = _real.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    locmem = ("django.template.loaders.locmem.Loader", {"registration/login.html": LOGIN})
    settings.configure(
        SECRET_KEY="of-the-directory-of-these-tests",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="tests.directory.addresses",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{folder}/directory.sqlite3"}},
        INSTALLED_APPS=[
            "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": [locmem]}},
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_ISS_ENDPOINT": f"http://127.0.0.1:{port}",
            "OIDC_RSA_PRIVATE_KEY": pem,
            "OAUTH2_VALIDATOR_CLASS": "tests.directory.tokens.DirectoryTokens",
            "SCOPES": {"openid": "Who you are", "profile": "Your name", "email": "Your address"},
            "PKCE_REQUIRED": True,
        },
    )  # fmt: skip


def _make_rows(redirects: list[str]) -> None:
    from django.contrib.auth.models import User
    from oauth2_provider.models import Application

    for name in (EDDA, GHOST):
        User.objects.create_user(name, f"{name}@backread.example", PASSWORD)
    Application.objects.create(
        name="Backread",
        client_id=CLIENT,
        client_secret=SECRET,
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris=" ".join(redirects),
        algorithm=Application.RS256_ALGORITHM,
        skip_authorization=True,
    )


if __name__ == "__main__":
    from tests.directory import provider  # this file under its own name, which the addresses know

    provider.main(sys.argv[1], sys.argv[2], sys.argv[3:])

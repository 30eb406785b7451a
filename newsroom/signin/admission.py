"""Who of the directory comes in: whoever has an account here already. Nobody gets one by coming."""

import hmac
import logging
from http import HTTPStatus
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from requests import RequestException

from articles.models import User
from newsroom.signin.doors import let_in, log_in_page
from newsroom.signin.record import record_and_tell
from newsroom.signin.requirement import note_proven
from review.verbs import AccountVerb

log = logging.getLogger(__name__)

NOT_NOW = "The directory does not answer. Try again in a moment, or log in with your password."
NOT_SOUND = "The directory’s answer could not be trusted. Try again; if it happens again, tell your administrator."
GAVE_UP = "You did not log in there, so you are not logged in here either."
UNKNOWN = (
    "The directory knows you, and Backread does not. Ask your desk chief to invite you, by the mail address that the "
    "directory has."
)
NOT_PROVEN = (
    "The directory does not vouch for your mail address, so Backread cannot tell which account is yours. Ask your "
    "administrator."
)
NO_ADDRESS = "The directory gives no mail address of yours that Backread can use. Ask your administrator."
SWITCHED_OFF = "Your account is switched off. Ask your administrator."
NOT_OF_GROUP = "The directory does not name you among those who use Backread. Ask your administrator."


class Refused(Exception):
    """Why somebody of the directory does not come in, in a sentence for them."""


class Admission(DefaultSocialAccountAdapter):  # type: ignore[misc] # allauth has no types
    """What django-allauth asks before it logs in whoever came back."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Ends it: what follows would write the person's row and the directory's token into the session."""
        try:
            person = admit(sociallogin, sociallogin.claims)
        except Refused as refused:
            log.warning("Somebody of the directory was refused: %s", refused)
            raise ImmediateHttpResponse(_page(request, str(refused), back=_back(sociallogin.state))) from refused
        answer = let_in(request, person, to=_back(sociallogin.state))
        if settings.OIDC_BRINGS_SECOND_FACTOR and request.user.is_authenticated:
            note_proven(request, person)
        raise ImmediateHttpResponse(answer)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        return False

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: object,  # noqa: ARG002
        error: str = AuthError.UNKNOWN,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """The log-in page with a sentence, in place of allauth's own."""
        back = _back((extra_context or {}).get("state") or {})
        if error == AuthError.CANCELLED:
            raise ImmediateHttpResponse(_page(request, GAVE_UP, back=back))
        raise ImmediateHttpResponse(trouble_page(request, exception, back=back))


def trouble_page(request: HttpRequest, trouble: Exception | None, *, back: str) -> HttpResponse:
    """The log-in page, which says that the directory is down or not to be trusted. The log names the error
    and its cause (a clock that is wrong, say), no more."""
    kinds = [type(error).__name__ for error in (trouble, trouble and trouble.__cause__) if error]
    log.warning("No log-in over the directory: %s", ", by ".join(kinds))
    if isinstance(trouble, RequestException):
        return _page(request, NOT_NOW, back=back, status=HTTPStatus.SERVICE_UNAVAILABLE)
    return _page(request, NOT_SOUND, back=back)


def admit(login: SocialLogin, claims: dict[str, Any]) -> User:
    """The person whose account it is: by the link, or by a mail address that the directory vouches for, which is then
    linked for good. Raises Refused."""
    _check_is_for_this_log_in(login, claims)
    _check_is_of_group(claims)
    account = login.account
    person: User = account.user if account.pk else _owner_of(claims)
    if not person.is_active:
        raise Refused(SWITCHED_OFF)
    if not account.pk:
        _link(person, subject=account.uid)
    return person


@transaction.atomic
def _link(person: User, *, subject: str) -> None:
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    there = SocialAccount.objects.filter(user=person, provider=settings.OIDC_ISSUER).first()
    if there and there.uid == subject:
        return  # by another log-in of theirs, a moment ago
    if there:
        raise Refused(UNKNOWN)  # somebody else there has taken over the address
    SocialAccount.objects.create(user=person, provider=settings.OIDC_ISSUER, uid=subject)
    details = {"issuer": settings.OIDC_ISSUER, "subject": subject}
    record_and_tell(person=person, actor=person, verb=AccountVerb.LINKED, details=details)


@transaction.atomic
def unlink(*, by: User | None, person: User) -> bool:
    """Let the directory's next log-in be linked anew, by mail address. Whether there was a link."""
    deleted, _ = SocialAccount.objects.filter(user=person).delete()
    if deleted:
        record_and_tell(person=person, actor=by, verb=AccountVerb.UNLINKED, details={})
    return bool(deleted)


def _owner_of(claims: dict[str, Any]) -> User:
    """Of the one account with this address; an address that two have tells nobody apart."""
    if claims.get(settings.OIDC_VERIFIED_CLAIM) not in (True, "true", 1, "1"):
        raise Refused(NOT_PROVEN)
    owners = list(User.objects.filter(email__iexact=_address_in(claims))[:2])
    if len(owners) != 1:
        raise Refused(UNKNOWN)
    return owners[0]


def _address_in(claims: dict[str, Any]) -> str:
    """Raises Refused for what no account can have, and PostgreSQL would not even look for."""
    address = str(claims.get("email") or "").strip()
    try:
        User(email=address).clean_fields(exclude={field.name for field in User._meta.fields} - {"email"})
    except ValidationError as wrong:
        raise Refused(NO_ADDRESS) from wrong
    if not address:
        raise Refused(NO_ADDRESS)
    return address


def _check_is_for_this_log_in(login: SocialLogin, claims: dict[str, Any]) -> None:
    """The nonce went out with this session's log-in and no other."""
    ours, theirs = str(login.state.get("nonce", "")), str(claims["nonce"])
    if not hmac.compare_digest(ours.encode(), theirs.encode(errors="replace")):
        raise Refused(NOT_SOUND)


def _check_is_of_group(claims: dict[str, Any]) -> None:
    groups = claims.get(settings.OIDC_GROUPS_CLAIM, [])
    if settings.OIDC_GROUP and settings.OIDC_GROUP not in (groups if isinstance(groups, list) else [groups]):
        raise Refused(NOT_OF_GROUP)


def _back(state: dict[str, Any]) -> str:
    """The page that was asked for when they left for the directory: one of ours, as was checked then."""
    return str(state.get("next") or reverse("board"))


def _page(request: HttpRequest, why: str, *, back: str, status: HTTPStatus = HTTPStatus.FORBIDDEN) -> HttpResponse:
    return log_in_page(request, status=status, back=back, refused=why)

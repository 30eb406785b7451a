"""The pages of the second factor: asked for at the log-in, set up, switched off, its recovery codes made anew."""

import base64
import re
from http import HTTPStatus

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.stagekit import unstash_login
from allauth.mfa.adapter import get_adapter
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from articles.models import AccountEvent, User
from newsroom.signin import factors
from newsroom.signin.forms import WRONG_CODE, CodeForm, SetUpForm, tell_failure
from newsroom.signin.requirement import forget_proof, is_asked_of, lacks_proof, note_proven
from review.verbs import AccountVerb
from review.views.pages import PersonRequest

EVENTS_SHOWN = 10
AFTER_A_RECOVERY_CODE = (
    "That was a recovery code; you have {} left. Is your phone lost? Under “Second factor” (your name, at the top) "
    "switch it off with another of them, and set it up anew."
)
AFTER_THE_LAST_CODE = (
    "That was your last recovery code. Is your phone lost? Then ask your administrator today to reset the second "
    "factor. Else make new codes under “Second factor” (your name, at the top)."
)
_SECRET = "second_factor_secret"  # noqa: S105 - where the session holds it until it is set up


def account_of(request: HttpRequest) -> str:
    """Whose code is tried: of whoever is logged in, or is about to be."""
    if request.user.is_authenticated:
        return str(request.user.pk)
    login = unstash_login(request, peek=True)
    return str(login.user.pk) if login and login.user else ""


@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="login")  # type: ignore[untyped-decorator] # allauth
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The second page of a log-in."""
    stage = request._login_stage  # type: ignore[attr-defined] # set by allauth
    person: User = stage.login.user
    form = CodeForm(request, person)
    if not form.is_valid():
        return render(request, "signin/code.html", {"form": form, "person": person}, status=_status(form))
    answer: HttpResponse = stage.exit()
    if request.user.is_authenticated:
        note_proven(request, person)
        if form.took_recovery_code:
            left = factors.codes_left(person)
            messages.warning(request, AFTER_A_RECOVERY_CODE.format(left) if left else AFTER_THE_LAST_CODE)
    return answer


@require_GET
def second_factor(request: PersonRequest) -> HttpResponse:
    return _shown(request)


@require_http_methods(["GET", "POST"])
def set_up(request: PersonRequest) -> HttpResponse:
    """The answer itself shows the recovery codes: after a redirect they would have to be kept somewhere."""
    if factors.has_second_factor(request.user):
        return redirect("second-factor")
    secret = request.session.setdefault(_SECRET, generate_totp_secret())
    form = SetUpForm(request, request.user)
    if form.is_valid():
        codes = factors.set_up(by=request.user, secret=secret, code=form.cleaned_data["code"])
        if codes:
            del request.session[_SECRET]
            note_proven(request, request.user)
            return _shown(request, codes=codes)
        tell_failure(request, request.user)
        form.add_error("code", WRONG_CODE)
    context = {
        "form": form,
        "secret": " ".join(re.findall("....", secret)),
        "must": lacks_proof(request, request.user),
        "picture": _qr(request, secret),
    }
    return render(request, "signin/set_up.html", context, status=_status(form))


@require_POST
def switch_off(request: PersonRequest) -> HttpResponse:
    form = CodeForm(request, request.user, place="off")
    if not form.is_valid():
        return _shown(request, off_form=form)
    factors.switch_off(by=request.user)
    update_session_auth_hash(request, request.user)
    forget_proof(request)
    told = "The second factor is off: from now on your password alone lets you in. Elsewhere you are logged out."
    messages.success(request, told)
    return redirect("second-factor")


@require_POST
def recovery_codes(request: PersonRequest) -> HttpResponse:
    form = CodeForm(request, request.user, place="codes")
    if not form.is_valid():
        return _shown(request, codes_form=form)
    return _shown(request, codes=factors.make_recovery_codes(by=request.user))


def _shown(
    request: PersonRequest,
    *,
    codes: list[str] | None = None,
    off_form: CodeForm | None = None,
    codes_form: CodeForm | None = None,
) -> HttpResponse:
    """`codes` are new, and shown this once."""
    person = request.user
    events = AccountEvent.objects.filter(person=person).select_related("actor").order_by("-number")[:EVENTS_SHOWN]
    context = {
        "is_on": factors.has_second_factor(person),
        "is_asked": is_asked_of(person),
        "left": factors.codes_left(person),
        "codes": codes,
        "off_form": off_form or CodeForm(request, person, place="off", is_sent=False),
        "codes_form": codes_form or CodeForm(request, person, place="codes", is_sent=False),
        "directory": settings.OIDC_NAME if _is_linked(person) else "",
        "events": [(event, AccountVerb(event.verb).label) for event in events],
    }
    faulty = off_form or codes_form
    return render(request, "signin/second_factor.html", context, status=_status(faulty) if faulty else HTTPStatus.OK)


def _is_linked(person: User) -> bool:
    return bool(settings.OIDC_ISSUER) and SocialAccount.objects.filter(user=person).exists()


def _qr(request: PersonRequest, secret: str) -> str:
    """As the address of a picture, which the content security policy lets pass."""
    adapter = get_adapter()
    svg = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _status(form: CodeForm | SetUpForm) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK

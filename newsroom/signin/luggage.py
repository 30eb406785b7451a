"""What a browser carries to the directory and back, in a signed cookie: whoever only leaves makes no row here."""

from collections.abc import Callable

from allauth.socialaccount.internal.statekit import STATE_TTL, STATES_SESSION_KEY
from django.conf import settings
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpRequest, HttpResponse

COOKIE = "__Host-directory" if settings.PRODUCTION else "directory"


def leave(request: HttpRequest, go: Callable[[], HttpResponse]) -> HttpResponse:
    """django-allauth packs into the session, which is another one meanwhile. Only the last of several ways there leads
    back."""
    own, request.session = request.session, SessionStore()
    try:
        answer = go()
    finally:
        packed, request.session = request.session, own
    answer.set_cookie(
        COOKIE,
        packed.session_key or "",
        max_age=STATE_TTL,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",  # else it would not come back from another site
    )
    return answer


def come_back(request: HttpRequest, arrive: Callable[[], HttpResponse]) -> HttpResponse:
    """With the luggage of this very journey, once."""
    carried = SessionStore(request.COOKIES.get(COOKIE)).get(STATES_SESSION_KEY, {})
    if request.GET.get("state") in carried:
        request.session[STATES_SESSION_KEY] = carried
    answer = arrive()
    answer.delete_cookie(COOKIE, samesite="Lax")
    return answer

"""Sends to the log-in page whoever is not logged in, and tells what they had sent: it was not saved.

Whoever is logged in without the second factor that the newsroom asks of them goes no further than setting one up.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django_htmx.http import HttpResponseClientRedirect

from articles.models import User
from newsroom.signin.doors import log_in_page
from newsroom.signin.factors import has_second_factor
from newsroom.signin.requirement import lacks_proof
from review.views.pages import where_from

READING = ("GET", "HEAD", "OPTIONS")
SETTING_UP = "second-factor-set-up"
OPEN_WITHOUT_FACTOR = frozenset({SETTING_UP, "logout"})


class Doorkeeper(LoginRequiredMiddleware):
    """A form that comes too late has no page to go back to at its own address: the one that it stood on is asked for.

    What comes by htmx is only turned away: the script on the page keeps the form by itself (static/base.js).
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[Any, Any],
    ) -> HttpResponseBase | None:
        if isinstance(request.user, User) and _is_guarded(request, view_func) and lacks_proof(request, request.user):
            if not has_second_factor(request.user):
                return _to_setting_up(request)
            logout(request)  # then the log-in asks for the code
        refused = super().process_view(request, view_func, view_args, view_kwargs)
        if refused is None or request.method in READING or "HX-Request" in request.headers:
            return refused
        return _log_in_again(request)


def written_by_hand(sent: QueryDict) -> list[str]:
    """What was written by hand: the page's own values are single words, and a password is shown to nobody."""
    told = [values for name, values in sent.lists() if "password" not in name]
    return [value.strip() for values in told for value in values if " " in value.strip()]


def _log_in_again(request: HttpRequest) -> HttpResponse:
    page = urlsplit(where_from(request))
    back = urlunsplit(("", "", page.path, page.query, ""))
    written = written_by_hand(request.POST)
    page_to_log_in = log_in_page(request, status=HTTPStatus.FORBIDDEN, back=back, came_too_late=True, written=written)
    patch_cache_control(page_to_log_in, private=True, no_store=True)  # what was written may be copy
    return page_to_log_in


def _is_guarded(request: HttpRequest, view_func: Callable[..., HttpResponseBase]) -> bool:
    """What asks for a log-in; the administrator's pages do so by themselves."""
    match = request.resolver_match
    if match is None or match.url_name in OPEN_WITHOUT_FACTOR:
        return False
    return match.app_name == "admin" or getattr(view_func, "login_required", True)


def _to_setting_up(request: HttpRequest) -> HttpResponse:
    page = redirect(SETTING_UP)
    return HttpResponseClientRedirect(page.url) if "HX-Request" in request.headers else page

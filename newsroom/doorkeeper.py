"""Sends to the log-in page whoever is not logged in, and tells what they had sent: it was not saved."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render
from django.urls import reverse

from review.views.pages import where_from

READING = ("GET", "HEAD", "OPTIONS")


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
        refused = super().process_view(request, view_func, view_args, view_kwargs)
        if refused is None or request.method in READING or "HX-Request" in request.headers:
            return refused
        return _log_in_again(request)


def _log_in_again(request: HttpRequest) -> HttpResponse:
    page = urlsplit(where_from(request))
    back = urlencode({"next": urlunsplit(("", "", page.path, page.query, ""))})
    told = {
        "form": AuthenticationForm(request),
        "action": f"{reverse('login')}?{back}",
        "came_too_late": True,
        "written": _written(request.POST),
    }
    return render(request, "registration/login.html", told, status=HTTPStatus.FORBIDDEN)


def _written(sent: QueryDict) -> list[str]:
    """What was written by hand: the page's own values are single words."""
    return [value.strip() for _, values in sent.lists() for value in values if " " in value.strip()]

"""What the screens share: the request of a person logged in, page or fragment, and refusals in words."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from articles.models import Story, User
from review.policies import Refused

STOP_POLLING = 286  # htmx ends its polling at this status and still swaps what came with it

Rest = ParamSpec("Rest")


class PersonRequest(HttpRequest):
    """A request past the login, as the middlewares leave it."""

    user: User
    htmx: HtmxDetails


View = Callable[Concatenate[PersonRequest, Rest], HttpResponse]


def page_or_fragment(
    request: PersonRequest, page: str, fragment: str, context: Mapping[str, object], *, status: int = HTTPStatus.OK
) -> HttpResponse:
    """One address for both: htmx gets the fragment, unless it goes back in history, and everybody else the page."""
    wants_fragment = request.htmx and not request.htmx.history_restore_request
    template = fragment if wants_fragment else page
    response = render(request, template, dict(context), status=status)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


def tells_refusals(view: View[Rest]) -> View[Rest]:
    """Answer a policy's refusal with its sentence, so that no refused act ends in an error page."""

    @wraps(view)
    def told(request: PersonRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Refused as refused:
            context = {"refusal": str(refused), "back": where_from(request)}
            return page_or_fragment(request, "refused.html", "_refused.html", context, status=HTTPStatus.CONFLICT)

    return told


@contextmanager
def telling(request: HttpRequest) -> Iterator[None]:
    """Where several acts are asked for at once: a refusal is told on the next page, and the others go on."""
    try:
        yield
    except Refused as refused:
        messages.warning(request, str(refused))


def page_of_story(story: Story, page: str) -> str:
    """Where to return to after an act, if that is a page of this story; else empty."""
    return page if page.startswith(reverse("story", args=[story.pk])) else ""


def where_from(request: HttpRequest) -> str:
    """The page that the person came from, if it is one of ours."""
    page = request.headers.get("referer", "")
    ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
    return page if ours else reverse("board")

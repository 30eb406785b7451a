"""The API itself: its description at /api/v1/openapi.json, and its addresses, none of which a login opens."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path, re_path
from ninja import NinjaAPI

from review.api import handing_in, reading
from review.api.problems import problem, tell_problems

api = NinjaAPI(
    title="Backread",
    version="1",
    description="Hand in drafts, follow how they are read, and take out what was found and decided.",
    urls_namespace="api",
    docs_url=None,  # its page would load scripts from elsewhere, which the content security policy forbids
)
api.add_router("", handing_in.router)
api.add_router("", reading.router)
tell_problems(api)


@login_not_required
def nowhere(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Whatever else is asked for under the API's address, so that nobody is led to the login."""
    return problem(HTTPStatus.NOT_FOUND, "The API has no such address.")


def _open(patterns: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """Every address asks for a token itself; the login is for people."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = login_not_required(pattern.callback)
    return patterns


_patterns, _app, _namespace = api.urls
urlpatterns = [
    path("v1/", (_open(_patterns), _app, _namespace)),
    re_path("", nowhere, name="api-nowhere"),
]

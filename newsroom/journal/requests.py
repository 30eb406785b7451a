"""A line for each request, at level INFO: which page, how it ended, how long it took."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

log = logging.getLogger(__name__)


def tell_requests(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def respond(request: HttpRequest) -> HttpResponse:
        began = time.monotonic()
        response = get_response(request)
        milliseconds = (time.monotonic() - began) * 1_000
        log.info("%s %s: %s in %.0f ms", request.method, _page(request), response.status_code, milliseconds)
        return response

    return respond


def _page(request: HttpRequest) -> str:
    """Its address as the app knows it, with the numbers of rows: words in an address may be searched for, or secret."""
    match = request.resolver_match
    if match is None:
        return "an address that is not there"
    numbers = [f"{name}={number}" for name, number in match.kwargs.items() if isinstance(number, int)]
    return " ".join([f"/{match.route}", *numbers])

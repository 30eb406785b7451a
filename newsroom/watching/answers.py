"""How long answers took, by page and class of status, counted by the web processes of one machine together."""

import os
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from prometheus_client import CollectorRegistry, Histogram
from prometheus_client.multiprocess import MultiProcessCollector

# Set by gunicorn.conf.py: the web processes of one machine count in files there, and each tells the sum of all.
SHARED = "PROMETHEUS_MULTIPROC_DIR"
NO_PAGE = "other"  # addresses that are not there, and files

_took = Histogram(
    "backread_answer_seconds",
    "How long this machine's web processes took to answer.",
    labelnames=["page", "status"],
    buckets=(0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10),
    registry=None,
)


def time_answers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def respond(request: HttpRequest) -> HttpResponse:
        began = time.monotonic()
        response = get_response(request)
        _took.labels(_page(request), f"{response.status_code // 100}xx").observe(time.monotonic() - began)
        return response

    return respond


def add_to(registry: CollectorRegistry) -> None:
    """What was counted so far, also by processes that ended since."""
    if SHARED in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(_took)


def _page(request: HttpRequest) -> str:
    """Its name, which has no word and no number of anybody's: there are as many as the app has pages."""
    match = request.resolver_match
    return (match.view_name or match.route) if match else NO_PAGE

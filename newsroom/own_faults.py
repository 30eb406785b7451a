"""What is answered where the fault is ours: a page that needs nothing of what may be broken."""

import errno
import sys
from http import HTTPStatus

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.defaults import server_error

from articles.database_line import RETRY_AFTER_SECONDS, line_is_lost
from newsroom.doorkeeper import READING, written_by_hand


def our_fault(request: HttpRequest) -> HttpResponse:
    """The error page, with words of its own where a disk has no room, and where the database went away."""
    fault = sys.exc_info()[1]
    if isinstance(fault, OSError) and fault.errno == errno.ENOSPC:
        return render(request, "507.html", status=HTTPStatus.INSUFFICIENT_STORAGE)
    if line_is_lost(fault):
        return _without_database(request)
    return server_error(request)


def _without_database(request: HttpRequest) -> HttpResponse:
    """What was written is shown, since nobody else has it; loading the page anew sends it again."""
    is_sent = request.method not in READING
    told = {"is_sent": is_sent, "written": _written(request) if is_sent else []}
    # By itself: the fault may have come up outside newsroom.confidence.
    headers = {"Retry-After": str(RETRY_AFTER_SECONDS), "Cache-Control": "private, no-store"}
    return HttpResponse(render_to_string("503.html", told), status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)


def _written(request: HttpRequest) -> list[str]:
    """Nothing of a form that cannot be read: broken off, too big, or no form at all."""
    try:
        return written_by_hand(request.POST)
    except (OSError, SuspiciousOperation, MultiPartParserError, BadRequest):
        return []

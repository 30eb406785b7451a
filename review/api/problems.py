"""Errors as RFC 9457 writes them: whatever goes wrong under the API's address is told in application/problem+json."""

import errno
import json
import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.cache import patch_cache_control
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from articles.database_line import RETRY_AFTER_SECONDS, line_is_lost
from review.actions.uploads import AlreadyHandedIn
from review.policies import Refused

PREFIX = "/api/"
CONTENT_TYPE = "application/problem+json"
_KINDS = "urn:backread:problem:"

log = logging.getLogger(__name__)


def problem(
    status: int,
    detail: str = "",
    *,
    kind: str = "",
    headers: dict[str, str] | None = None,
    **particulars: Any,  # noqa: ANN401
) -> HttpResponse:
    """An answer that says what was wrong; `kind` is for programs, `detail` for people."""
    told = {
        "type": f"{_KINDS}{kind}" if kind else "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail or HTTPStatus(status).description or HTTPStatus(status).phrase,
    }
    body = json.dumps(told | particulars, ensure_ascii=False)
    return HttpResponse(body, status=status, content_type=CONTENT_TYPE, headers=headers)


def tell_problems(api: NinjaAPI) -> None:
    """Have everything that is raised behind the API told in this way."""
    handlers: dict[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
        AlreadyHandedIn: lambda _, error: problem(HTTPStatus.CONFLICT, str(error), **_twin(error)),
        Refused: lambda _, error: problem(HTTPStatus.CONFLICT, str(error), kind="refused"),
        Http404: lambda _, __: problem(HTTPStatus.NOT_FOUND, "There is nothing here that this token may see."),
        AuthenticationError: lambda request, _: _unknown_token(request),
        Throttled: lambda _, error: _too_many(error),
        HttpError: lambda _, error: problem(error.status_code, str(error)),
        ValidationError: lambda _, error: _not_understood(error),
        MultiPartParserError: lambda _, __: problem(HTTPStatus.BAD_REQUEST, "The form cannot be read."),
        SuspiciousOperation: lambda _, __: problem(HTTPStatus.BAD_REQUEST, "The request is larger than is read."),
        OperationalError: lambda _, error: _no_line(error) if line_is_lost(error) else _our_fault(error),
        OSError: lambda _, error: _no_room(error) if error.errno == errno.ENOSPC else _our_fault(error),
        Exception: lambda _, error: _our_fault(error),
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def problems_of_the_api(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware: what Django itself refuses under the API's address is told alike, and nothing of it is stored."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path_info.startswith(PREFIX):
            return response
        if response.status_code >= HTTPStatus.BAD_REQUEST and response.headers.get("Content-Type") != CONTENT_TYPE:
            kept = {name: response.headers[name] for name in ("Allow", "Retry-After") if name in response.headers}
            is_away = response.status_code == HTTPStatus.SERVICE_UNAVAILABLE
            response = _later() if is_away else problem(response.status_code, headers=kept)
        patch_cache_control(response, private=True, no_store=True)
        return response

    return respond


def _twin(error: AlreadyHandedIn) -> dict[str, Any]:
    """Where the same bytes or the same text are."""
    draft = error.draft.pk if error.draft else None
    return {"kind": "already-handed-in", "hand_in": error.upload.pk if error.upload else None, "draft": draft}


def _unknown_token(request: HttpRequest) -> HttpResponse:
    told = request.headers.get("Authorization", "").casefold().startswith("bearer ")
    detail = "No such token is in force." if told else "This takes a token of a desk: Authorization: Bearer …"
    return problem(HTTPStatus.UNAUTHORIZED, detail, headers={"WWW-Authenticate": 'Bearer realm="Backread"'})


def _too_many(error: Throttled) -> HttpResponse:
    headers = {"Retry-After": str(error.wait)} if error.wait else {}
    return problem(HTTPStatus.TOO_MANY_REQUESTS, "This token has asked too often.", headers=headers)


def _not_understood(error: ValidationError) -> HttpResponse:
    """Field by field, without what was sent: it may be copy."""
    errors = [{"field": _field(*map(str, one["loc"])), "message": one["msg"]} for one in error.errors]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "Something in the request is not as it should be.", errors=errors)


def _field(place: str, *names: str) -> str:
    """Such as “body.slug”: django-ninja also names our function's argument, which is nobody's business."""
    return ".".join(dict.fromkeys([place, *(names[1:] or names)]))


def _no_room(error: OSError) -> HttpResponse:
    log.error("a disk is full", exc_info=error)
    detail = "The newsroom's disk is full, and nothing was kept: send it again later."
    return problem(HTTPStatus.INSUFFICIENT_STORAGE, detail, kind="no-room")


def _no_line(error: OperationalError) -> HttpResponse:
    log.error("the database is away", exc_info=error)
    return _later()


def _later() -> HttpResponse:
    detail = "The newsroom's database is away, and this may not have been kept: send it again in a moment."
    headers = {"Retry-After": str(RETRY_AFTER_SECONDS)}
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, detail, kind="away", headers=headers)


def _our_fault(error: Exception) -> HttpResponse:
    log.error("the API failed", exc_info=error)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side; it has been logged.")

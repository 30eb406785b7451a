"""What the description of the API says of errors: the same of each, in application/problem+json."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from review.api.problems import CONTENT_TYPE

_ALWAYS = (400, 401, 403, 429)
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "description": "about:blank, or what programs can tell it by."},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What was wrong, in a sentence for people."},
        "errors": {"type": "array", "items": {"type": "object"}, "description": "Field by field, where it was those."},
    },
}


def errors(*statuses: int) -> dict[str, Any]:
    """The answers that an address gives beside the good one; those that every address gives are among them."""
    return {"responses": {status: _response(status) for status in sorted({*_ALWAYS, *statuses})}}


def files(content_types: Iterable[str], otherwise: dict[str, Any]) -> dict[str, Any]:
    """The good answer is a file of one of these types."""
    content: dict[str, Any] = {kind.partition(";")[0]: {"schema": {}} for kind in sorted(content_types)}
    return {"responses": {200: {"description": "The file", "content": content}, **otherwise["responses"]}}


def _response(status: int) -> dict[str, Any]:
    phrase = HTTPStatus(status).phrase
    example = {"type": "about:blank", "title": phrase, "status": status, "detail": HTTPStatus(status).description}
    content = {CONTENT_TYPE: {"schema": _PROBLEM, "example": example}}
    return {"description": phrase, "content": content}

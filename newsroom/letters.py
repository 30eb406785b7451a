"""Everything that comes in is UTF-8, as every page of ours asks browsers to write.

A request may name another encoding for itself, also one that is none of text ("hex"). Django would fail at
that wherever what was sent is first looked at: in an address before any middleware is asked.
"""

import codecs
from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_header_parameters

_OURS = ("utf-8", "ascii")


class Request(WSGIRequest):
    """Reads its address and its form as UTF-8, whatever it says of itself."""

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))


def read_letters(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def respond(request: HttpRequest) -> HttpResponse:
        if not _is_ours((request.content_params or {}).get("charset", "utf-8")):
            raise BadRequest("It is not written in UTF-8.")
        return get_response(request)

    return respond


def _is_ours(letters: str) -> bool:
    """What nobody has heard of says nothing."""
    try:
        return codecs.lookup(letters).name in _OURS
    except (LookupError, ValueError):  # a name with NUL in it
        return True

"""Everything that comes in is UTF-8, as every page of ours asks browsers to write.

A request may name another encoding for itself, also one that is none of text ("hex"): Django fails at it wherever a
view first looks at what was sent.
"""

import codecs
from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

_OURS = ("utf-8", "ascii")


def read_letters(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def respond(request: HttpRequest) -> HttpResponse:
        if request.encoding and codecs.lookup(request.encoding).name not in _OURS:
            raise BadRequest("It is not written in UTF-8.")
        return get_response(request)

    return respond

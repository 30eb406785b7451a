"""Where a request came from."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The visitor's address. Behind a proxy the last of X-Forwarded-For: those before it anybody can invent."""
    if settings.BEHIND_PROXY:
        return request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))

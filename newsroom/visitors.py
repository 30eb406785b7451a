"""Where a request came from."""

import re
from ipaddress import IPv4Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

_WITH_PORT = re.compile(r"\[?(?P<address>[\d.]+|(?<=\[)[^\]]+)\]?(?::\d+)?")
ONE_LINE = 64  # bits: whoever has an address of the sixth version has all that begin so (RFC 6177)


def address_of(request: HttpRequest) -> str:
    """The visitor's address, of the sixth version as much as tells visitors apart; empty for what is no address.

    Behind a proxy it is the last of X-Forwarded-For: those before it anybody can invent.
    """
    try:
        address = ip_address(_written(request))
    except ValueError:
        return ""
    if isinstance(address, IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or IPv6Network((int(address), ONE_LINE), strict=False).network_address)


def _written(request: HttpRequest) -> str:
    if not settings.BEHIND_PROXY:
        return str(request.META.get("REMOTE_ADDR", ""))
    last = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    found = _WITH_PORT.fullmatch(last)  # as some proxies write it
    return found["address"] if found else last

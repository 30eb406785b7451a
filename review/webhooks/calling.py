"""Calling an address that somebody typed, and never anything inside the newsroom that was not named for it.

The name is looked up once, all that it leads to is checked, and the line goes to an address that was checked: a name
that leads elsewhere a moment later gains nothing. No redirect is followed, and no proxy is asked.
"""

import socket
import ssl
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Timer
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

PATIENCE_SECONDS = 5  # for the line and for each part of the answer
LONGEST_SECONDS = 10  # for a call as a whole, however slowly the other side drips
_PORTS = {"http": 80, "https": 443}
_TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address stands in the last four bytes (RFC 6052)


class NotCalled(Exception):
    """Why nobody was reached, in one sentence."""


def check_address(url: str) -> None:
    """Raises NotCalled for what can be told from the address alone; where its name leads is looked at in each call."""
    parts = _parts(url)
    host = parts.hostname or ""
    try:
        address = ip_address(host)
    except ValueError:
        return
    _check_may_call(host, address)


def post(url: str, *, body: bytes, headers: dict[str, str]) -> int:
    """Send the body and return the status of the answer, which is not read any further. Raises NotCalled."""
    parts = _parts(url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    try:
        with closing(_line(parts, host, port)) as line:
            return _answer(line, f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}", body, headers)
    except (OSError, HTTPException, ValueError) as error:  # whatever the address, the call ends with a reason
        raise NotCalled(f"{host} did not answer: {error or type(error).__name__}.") from error


def _parts(url: str) -> SplitResult:
    """Raises NotCalled for what is no plain http(s) address, or has a name that no look-up takes or a path that no line
    carries."""
    try:
        parts = urlsplit(url)
        port = parts.port
        (parts.hostname or "").encode("idna")
        f"{parts.path}{parts.query}".encode("ascii")
    except ValueError as error:
        raise NotCalled("That is no address of the web.") from error
    if parts.scheme not in _PORTS or not parts.hostname or port == 0:
        raise NotCalled("Only addresses that begin with https:// or http:// can be called.")
    if parts.username is not None or parts.password is not None:
        raise NotCalled("An address with a user name or password in it is not called.")
    return parts


def _line(parts: SplitResult, host: str, port: int) -> HTTPConnection:
    """A connection to one of the addresses that the name leads to, all of which were checked."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(place[4][0]) for place in found]
    for address in addresses:
        _check_may_call(host, ip_address(address.partition("%")[0]))
    plain = socket.create_connection((addresses[0], port), timeout=PATIENCE_SECONDS)
    if parts.scheme == "http":
        line = HTTPConnection(host, port)
        line.sock = plain
        return line
    context = ssl.create_default_context()
    safe = HTTPSConnection(host, port, context=context)
    try:
        safe.sock = context.wrap_socket(plain, server_hostname=host)
    except OSError:
        plain.close()
        raise
    return safe


def _answer(line: HTTPConnection, target: str, body: bytes, headers: dict[str, str]) -> int:
    timer = Timer(LONGEST_SECONDS, line.sock.shutdown, [socket.SHUT_RDWR])
    timer.daemon = True
    timer.start()
    try:
        line.request("POST", target, body=body, headers=headers | {"Connection": "close"})
        with line.getresponse() as response:
            return response.status
    finally:
        timer.cancel()


def _check_may_call(host: str, address: IPv4Address | IPv6Address) -> None:
    if host.lower() in settings.WEBHOOK_INTERNAL_HOSTS:
        return
    if not _is_public(address):
        raise NotCalled(f"{host} lies inside a network: WEBHOOK_INTERNAL_HOSTS names those that may be called.")


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether it and whatever older address it carries belong to the public network."""
    if isinstance(address, IPv6Address):
        within = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _TRANSLATED:
            within.append(IPv4Address(int(address) & 0xFFFFFFFF))
        if not all(_is_public(carried) for carried in within if carried):
            return False
        if address.ipv4_mapped:
            return True
        if address.is_site_local:  # deprecated, and still routed inside; some Pythons count it as global
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved

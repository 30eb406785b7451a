"""What is called, and what never is, whatever its name leads to."""

import socket
from typing import Any

import pytest
from pytest_django import Settings

from review.webhooks.calling import NotCalled, check_address, post
from tests.review.webhooks.conftest import Listener

INSIDE = [
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",  # noqa: S104
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1",
    "fec0::1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe",
]  # fmt: skip


def lead_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[Any]:
    """Every name leads there; the connections that were tried are told."""
    tried: list[Any] = []

    def connect(place: tuple[str, int], **_: object) -> None:
        tried.append(place)
        raise OSError("nobody is there")

    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in addresses]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr("socket.create_connection", connect)
    return tried


@pytest.mark.parametrize("address", INSIDE)
def test_name_that_leads_inside_is_never_called(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    tried = lead_to(monkeypatch, address)

    with pytest.raises(NotCalled, match="inside a network"):
        post("https://cms.example/", body=b"", headers={})

    assert tried == []


@pytest.mark.parametrize("address", INSIDE)
def test_address_inside_is_refused_as_soon_as_it_is_typed(address: str) -> None:
    written = f"[{address}]" if ":" in address else address

    with pytest.raises(NotCalled, match="inside a network"):
        check_address(f"https://{written}/")


def test_one_address_inside_among_many_is_one_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = lead_to(monkeypatch, "93.184.215.14", "10.0.0.1")

    with pytest.raises(NotCalled):
        post("https://cms.example/", body=b"", headers={})

    assert tried == []


def test_the_very_address_that_was_checked_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = lead_to(monkeypatch, "93.184.215.14")

    with pytest.raises(NotCalled, match="did not answer"):
        post("https://cms.example/", body=b"", headers={})

    assert tried == [("93.184.215.14", 443)]


def test_host_that_is_named_may_lie_inside(listener: Listener) -> None:
    assert post(listener.url, body=b"{}", headers={}) == 204
    assert listener.heard[0].path == "/backread?from=desk"


def test_redirect_is_followed_nowhere(listener: Listener) -> None:
    listener.answers = [302]

    assert post(listener.url, body=b"{}", headers={}) == 302
    assert len(listener.heard) == 1
    assert listener.asked_for == []


def test_system_that_only_speaks_plainly_is_not_called_safely(listener: Listener) -> None:
    with pytest.raises(NotCalled, match="did not answer"):
        post(listener.url.replace("http:", "https:"), body=b"{}", headers={})


def test_proxy_of_the_machine_is_not_asked(
    listener: Listener, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")

    assert post(listener.url, body=b"{}", headers={}) == 204


@pytest.mark.parametrize(
    "address", ["https://a..b/", f"https://{'a' * 64}.example/", "https://cms.example/é", "https://cms.example/?of=é"]
)
def test_address_that_cannot_be_sent_is_refused_when_typed_and_when_called(address: str) -> None:
    for call in (lambda: check_address(address), lambda: post(address, body=b"", headers={})):
        with pytest.raises(NotCalled, match="no address of the web"):
            call()


def test_name_in_another_script_is_no_fault_of_the_address() -> None:
    check_address("https://zürich.example/")


def test_control_character_in_an_address_ends_the_call_with_a_reason(listener: Listener) -> None:
    with pytest.raises(NotCalled):
        post(listener.url.replace("?from", " ?from"), body=b"{}", headers={})

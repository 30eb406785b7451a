"""Whom we take for one visitor."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from newsroom.visitors import address_of


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("198.51.100.4, 192.0.2.7", "192.0.2.7"),
        ("192.0.2.7:4711", "192.0.2.7"),
        ("[2001:db8:1:2::9]:4711", "2001:db8:1:2::"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("unknown", ""),
        ("", ""),
    ],
)
def test_the_proxy_names_the_visitor(settings: Settings, forwarded: str, address: str) -> None:
    settings.BEHIND_PROXY = True

    assert address_of(RequestFactory().get("/", headers={"X-Forwarded-For": forwarded})) == address


def test_all_addresses_of_one_line_are_one_visitor() -> None:
    asked = [RequestFactory().get("/", REMOTE_ADDR=f"2001:db8:1:2::{number}") for number in range(1, 9)]

    assert len({address_of(request) for request in asked}) == 1


def test_another_line_is_another_visitor() -> None:
    lines = [RequestFactory().get("/", REMOTE_ADDR=f"2001:db8:1:{number}::1") for number in range(1, 4)]

    assert len({address_of(request) for request in lines}) == 3

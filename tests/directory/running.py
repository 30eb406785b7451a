"""Starts the directory, sets our app up for it, and goes through its log-in without a browser."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from newsroom.signin.asking import directories
from tests.directory.provider import CLIENT, PASSWORD, SECRET
from tests.services import free_port, wait_until

TESTS_CLIENT = "http://testserver"


@dataclass(frozen=True, slots=True)
class Directory:
    """A provider that runs."""

    issuer: str

    def set_fault(self, name: str = "") -> None:
        requests.get(f"{self.issuer}/fault", {"name": name}, timeout=30).raise_for_status()

    def is_up(self) -> bool:
        try:
            return requests.get(f"{self.issuer}/.well-known/openid-configuration", timeout=5).ok
        except requests.ConnectionError:
            return False

    def connect(self, settings: Settings, **told: object) -> None:
        """As OIDC_ISSUER and its kin in the environment would."""
        settings.OIDC_ISSUER, settings.OIDC_NAME = self.issuer, "the Harbour directory"
        settings.SOCIALACCOUNT_PROVIDERS = directories(
            issuer=self.issuer, name="Harbour", client_id=CLIENT, secret=SECRET, production=False
        )
        for name, value in told.items():
            setattr(settings, name, value)

    def log_in(self, client: Client, username: str, *, back: str = "") -> Any:  # noqa: ANN401 - a test client's answer
        """Our answer to whoever comes back from there, logged in there as that person."""
        away = client.get(reverse("directory"), {"next": back} if back else {}).headers["Location"]
        with requests.Session() as browser:
            form = browser.get(away, timeout=30)
            typed = {
                "username": username,
                "password": PASSWORD,
                "csrfmiddlewaretoken": browser.cookies["csrftoken"],
            }
            came = browser.post(form.url, typed, timeout=30, allow_redirects=False)
            came = browser.get(f"{self.issuer}{came.headers['Location']}", timeout=30, allow_redirects=False)
        there = urlsplit(came.headers["Location"])
        return client.get(f"{there.path}?{there.query}")


@contextmanager
def running_directory(folder: Path, *hosts: str) -> Iterator[Directory]:
    """A process of its own, which sends people back to our callback on these hosts."""
    port = free_port()
    redirects = [host + reverse("directory-back") for host in (*hosts, TESTS_CLIENT)]
    command = [sys.executable, "-m", "tests.directory.provider", str(port), str(folder), *redirects]
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, cwd=settings.BASE_DIR, stdout=said, stderr=said)
    directory = Directory(f"http://127.0.0.1:{port}")
    try:
        wait_until(lambda: directory.is_up() or process.poll() is not None, "the directory")
        assert process.poll() is None, (folder / "said.txt").read_text()
        yield directory
    finally:
        process.kill()
        process.wait()

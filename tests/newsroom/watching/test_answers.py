"""How long answers took is counted by page and class of status, over all web processes of a machine."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import psutil
import pytest
from django.conf import settings as project
from django.test import Client
from django.urls import reverse
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from tests.services import PATIENCE_SECONDS, free_port, wait_until
from tests.workers import database_url

TOKEN = "the-token-of-the-collector"
WITH_TOKEN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def asked(client: Client, settings: Settings, db: None) -> Client:
    settings.METRICS_TOKEN = TOKEN
    return client


@pytest.mark.parametrize(
    ("address", "page", "status"),
    [("/accounts/login/", "login", "2xx"), ("/", "board", "3xx"), ("/no/such/page/", "other", "4xx")],
)
def test_an_answer_is_counted_under_its_page_and_class(asked: Client, address: str, page: str, status: str) -> None:
    before = count(figures(asked), page, status)

    asked.get(address)

    told = figures(asked)
    assert count(told, page, status) == before + 1
    assert re.search(rf'backread_answer_seconds_bucket{{le="0.3",page="{page}",status="{status}"}} \d', told)


def test_no_word_and_no_number_of_an_address_is_told(asked: Client) -> None:
    asked.get("/stories/918273/review/?words=quillfeather")

    assert not re.search("918273|quillfeather", figures(asked))


def folders_of(port: int, temporary: Path) -> list[Path]:
    """Where the server of the port counts: in memory, which no file on its way in can fill, where there is such."""
    memory = Path("/dev/shm")  # noqa: S108 - as the server does
    return list((memory if memory.is_dir() else temporary).glob(f"backread-figures-{port}-*"))


@pytest.fixture
def server(transactional_db: None, tmp_path: Path) -> Iterator[int]:
    """The port of a web server with two processes."""
    port = free_port()
    own = {"DATABASE_URL": database_url(), "PORT": str(port), "METRICS_TOKEN": TOKEN, "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--workers=2"]
    with subprocess.Popen(command, cwd=project.BASE_DIR, env=os.environ | own) as gunicorn:
        try:
            wait_until(lambda: _answers(port) and len(processes(gunicorn.pid)) == 2, "The web server")
            yield port
        finally:
            gunicorn.terminate()
            gunicorn.wait(timeout=PATIENCE_SECONDS)
    assert list(folders_of(port, tmp_path)) == []


@pytest.mark.any_database
def test_two_web_processes_count_together_and_what_a_dead_one_counted_stays(server: int, tmp_path: Path) -> None:
    [folder] = folders_of(server, tmp_path)
    wait_until(lambda: _asked(server, "/healthz") and len(list(folder.glob("histogram_*.db"))) == 2, "Both")
    before = counted(server)

    for _ in range(20):
        _asked(server, "/healthz")
    assert [counted(server) for _ in range(5)] == [before + 20] * 5

    [parent] = {psutil.Process(pid).ppid() for pid in _pids(folder)}
    psutil.Process(_pids(folder)[0]).kill()
    wait_until(lambda: len(processes(parent)) == 2, "A new process")

    assert counted(server) == before + 20


def figures(client: Client) -> str:
    return client.get(reverse("metrics"), headers=WITH_TOKEN).content.decode()


def count(told: str, page: str, status: str) -> float:
    wanted = {"page": page, "status": status}
    samples = [sample for family in text_string_to_metric_families(told) for sample in family.samples]
    return sum(s.value for s in samples if (s.name, s.labels) == ("backread_answer_seconds_count", wanted))


def counted(port: int) -> float:
    return count(_asked(port, "/metrics"), "healthz", "2xx")


def processes(parent: int) -> list[psutil.Process]:
    return [child for child in psutil.Process(parent).children() if child.status() != psutil.STATUS_ZOMBIE]


def _pids(folder: Path) -> list[int]:
    return [int(path.stem.removeprefix("histogram_")) for path in folder.glob("histogram_*.db")]


def _asked(port: int, address: str) -> str:
    """Each time by a new connection, which either process may take."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    connection.request("GET", address, headers=WITH_TOKEN)
    answer = connection.getresponse().read().decode()
    connection.close()
    return answer


def _answers(port: int) -> bool:
    try:
        return bool(_asked(port, "/healthz"))
    except ConnectionError:
        return False

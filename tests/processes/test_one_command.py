"""The one command starts a newsroom, again and again, and leaves nothing behind."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.processes.newsrooms import READY, Newsroom, environment, lives, newsroom_in
from tests.services import wait_until

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one newsroom, which the tests of this file start again and again."""
    return tmp_path_factory.mktemp("newsroom") / "var"


@pytest.fixture
def newsroom(var: Path) -> Iterator[Newsroom]:
    with newsroom_in(var) as started:
        started.wait_until_it_says(READY)
        yield started


def rows(var: Path, code: str) -> str:
    """What the code prints in this newsroom's shell."""
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", f"from articles.models import *; {code}"]
    answer = subprocess.run(command, cwd=settings.BASE_DIR, env=environment(var), capture_output=True, check=True)
    return answer.stdout.decode().strip()


def test_it_stops_with_nothing_left_running(newsroom: Newsroom) -> None:
    newsroom.wait_until_it_says("reading@")  # also the worker's children are there
    newsroom.wait_until_it_says("comparing@")
    running = newsroom.processes()

    status = newsroom.stop()

    assert len(running) >= 4
    assert status == 0
    assert newsroom.said.read_text().endswith("Stopping. What is queued goes on at the next start.\n")
    assert newsroom.processes() == []
    assert not any(lives(process) for process in running)


def test_it_starts_again_with_its_data(var: Path, newsroom: Newsroom) -> None:
    drafts = rows(var, "Desk.objects.create(name='Night desk', slug='night'); print(Draft.objects.count())")
    newsroom.stop()

    with newsroom_in(var) as again:
        again.wait_until_it_says(READY)

        assert rows(var, "print(Draft.objects.count(), *Desk.objects.filter(slug='night'))") == f"{drafts} Night desk"
        assert "demo newsroom …" not in again.said.read_text()


def test_a_killed_newsroom_starts_again(var: Path, newsroom: Newsroom) -> None:
    wait_until(lambda: len(newsroom.processes()) >= 4, "All of its processes")  # a moment after READY
    orphans = newsroom.processes()
    newsroom.run.kill()
    newsroom.run.wait()

    with newsroom_in(var, port=newsroom.port) as again:
        again.wait_until_it_says(READY)

        assert not any(lives(process) for process in orphans)
        assert "<form" in again.page("/accounts/login/")

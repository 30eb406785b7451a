"""A newsroom that one command has started: it answers, lets no second one in, and starts again what dies of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes.newsrooms import READY, Newsroom, lives, newsroom_in
from tests.services import PATIENCE_SECONDS, wait_until

pytestmark = pytest.mark.long
WORKER, WEB = ("celery", "worker", "--queues=reading"), ("gunicorn",)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """One for all: none of these tests stops it."""
    with newsroom_in(tmp_path_factory.mktemp("newsroom") / "var") as started:
        started.wait_until_it_says(READY)
        yield started


def test_it_answers_and_tells_its_address_and_log_ins(newsroom: Newsroom) -> None:
    newsroom.wait_until_it_says("chief: desk chief on City desk and Business desk")  # a moment after READY

    assert "<form" in newsroom.page("/accounts/login/")
    assert f"http://localhost:{newsroom.port}" in newsroom.said.read_text()


def test_a_taken_port_is_told_in_a_sentence(tmp_path: Path, newsroom: Newsroom) -> None:
    with newsroom_in(tmp_path / "other", port=newsroom.port) as other:
        status = other.run.wait(timeout=PATIENCE_SECONDS)

        assert status == 1
        assert f"Port {newsroom.port} is taken by another program. Choose another: PORT=" in other.said.read_text()


@pytest.mark.parametrize(("name", "words"), [("reading", WORKER), ("web", WEB)])
def test_a_process_that_dies_comes_back(newsroom: Newsroom, name: str, words: tuple[str, ...]) -> None:
    newsroom.wait_until_it_says("reading@")
    newsroom.wait_until_it_says("comparing@")
    before = newsroom.processes(*words)

    before[0].kill()

    newsroom.wait_until_it_says(f"The {name} process ended unexpectedly (SIGKILL). It starts again in 1 s.")
    wait_until(lambda: set(newsroom.processes(*words)) - set(before), "A new process")
    wait_until(lambda: not any(lives(process) for process in before), "The end of the old ones")


def test_a_second_one_in_the_same_folder_is_refused(newsroom: Newsroom) -> None:
    """The last: what is left in the folder is ended after it."""
    with newsroom_in(newsroom.var) as second:
        status = second.run.wait(timeout=PATIENCE_SECONDS)

        assert status == 1
        assert "Backread already runs in this folder." in second.said.read_text()
        assert newsroom.run.poll() is None
        assert "<form" in newsroom.page("/accounts/login/")

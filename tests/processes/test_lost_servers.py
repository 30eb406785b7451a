"""Real servers go away under a web server and a worker: who asks is told, drafts lose no start, and a worker ends."""

import json
from collections.abc import Iterator

import pytest

from review.runs.running import BROUGHT_DOWN
from tests.processes.lossy import LossyNewsroom, lossy_newsroom
from tests.services import wait_until
from tests.torture.poison import POISON

LONG = "\n".join(
    f"Part {number}. The harbour board of Saltmere approved a £{number}.2 million contract on Tuesday, said Edda Lowe."
    for number in range(1, 451)
)  # seconds of reading
SOMEBODY = {"Cookie": f"sessionid={'a' * 32}"}
RUN = "SELECT state, tries, reason FROM review_analysis ORDER BY id DESC LIMIT 1"
STOP_SECONDS = 30  # on slow machines too; one that waits for its queue is still there after a minute

pytestmark = [pytest.mark.timeout(900), pytest.mark.long]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LossyNewsroom]:
    with lossy_newsroom(tmp_path_factory.mktemp("lossy")) as started:
        wait_until(started.answers, "The web server")
        yield started


def hand_in(newsroom: LossyNewsroom, slug: str, text: str) -> None:
    about = {"slug": slug, "headline": f"{slug} to reopen", "text": text, "dated": "2026-07-01"}
    assert newsroom.ask("/api/v1/hand-ins", body=json.dumps(about).encode()).status == 202


def wait_for_run(newsroom: LossyNewsroom, state: str, tries: int) -> None:
    wait_until(lambda: (newsroom.row(RUN) or ())[:2] == (state, tries), f"A run that is {state} after {tries} starts")


def test_web_server_says_that_its_database_is_away_until_it_is_back(newsroom: LossyNewsroom) -> None:
    newsroom.database.keep_down()
    page, api = newsroom.ask("/", headers=SOMEBODY), newsroom.ask("/api/v1/token")
    ready, alive = newsroom.ask("/readyz"), newsroom.ask("/healthz")
    newsroom.database.let_up()
    wait_until(newsroom.answers, "The way back to the database")

    assert (page.status, page.headers["Retry-After"]) == (503, "5")
    assert "Back in a moment" in page.body
    assert (api.status, api.headers["Content-Type"]) == (503, "application/problem+json")
    assert (ready.status, json.loads(ready.body)["database"], alive.status) == (503, False, 200)
    assert newsroom.web.starts == 1


def test_draft_whose_database_vanished_three_times_while_it_was_read_is_read(newsroom: LossyNewsroom) -> None:
    hand_in(newsroom, "slipway", LONG)
    for time in 1, 2, 3:
        wait_for_run(newsroom, "running", 1)
        newsroom.database.keep_down()
        newsroom.wait_until_logged("the database is away", times=time)
        newsroom.database.let_up()
        wait_for_run(newsroom, "waiting", 0)
        newsroom.sweep()

    wait_for_run(newsroom, "done", 1)


def test_draft_that_kills_its_worker_is_given_up_after_three_starts(newsroom: LossyNewsroom) -> None:
    hand_in(newsroom, "poison", POISON)
    for start in 1, 2, 3:
        wait_for_run(newsroom, "running", start)
        newsroom.wait_until_logged("WorkerLostError", times=start)
        newsroom.row("UPDATE review_analysis SET due_at = now() WHERE state = 'running'")  # its hold lapses
        newsroom.sweep()

    wait_for_run(newsroom, "failed", 3)
    assert (newsroom.row(RUN) or ())[2] == BROUGHT_DOWN


def test_worker_whose_queue_is_gone_stops_in_time(newsroom: LossyNewsroom) -> None:
    newsroom.queue.keep_down()
    newsroom.wait_until_logged("Cannot connect to redis", times=1)

    took = newsroom.worker.stop()

    newsroom.queue.let_up()
    assert took < STOP_SECONDS

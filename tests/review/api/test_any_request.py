"""Requests of all kinds against the running API, made from its own description: nothing fails, all is as described."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.factories import found
from tests.review.api.conftest import system
from tests.review.conftest import Newsroom

pytestmark = pytest.mark.long
WALL = "The wall is 40 metres long."
EXAMPLES = 8  # of each address, beside those that the description itself gives


@pytest.mark.timeout(900)  # some thousand requests, on machines of all kinds
def test_any_request_is_answered_as_the_description_says(
    transactional_db: None, newsroom: Newsroom, live_server: LiveServer, settings: Settings, tmp_path: Path
) -> None:
    settings.API_REQUESTS_A_MINUTE = 1_000_000
    newsroom.alone[WALL] = [found()]
    newsroom.read_in(WALL)
    asked = [
        *(sys.executable, "-m", "schemathesis.cli", "run", f"{live_server.url}/api/v1/openapi.json"),
        *("--header", f"Authorization: Bearer {system(newsroom).written}"),
        *("--phases", "examples,coverage,fuzzing", "--max-examples", str(EXAMPLES), "--seed", "1"),
        *("--generation-database", "none", "--no-color"),
    ]

    environment = {"PATH": os.environ["PATH"], "NO_PROXY": "*", "HOME": str(tmp_path)}
    done = subprocess.run(asked, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=800)

    assert done.returncode == 0, done.stdout[-12_000:] + done.stderr[-2_000:]

"""The lines of docs/api.md, typed as they stand into a shell, against the running app."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django.live_server_helper import LiveServer

from articles.models import Upload
from review.tasks import read_upload
from tests.factories import found
from tests.review.api.conftest import system
from tests.review.conftest import Newsroom

pytestmark = pytest.mark.long
BLOCKS = re.findall(r"```sh\n(.*?)```", (settings.BASE_DIR / "docs/api.md").read_text(), re.DOTALL)
WALL = "The wall is 40 metres long."


def typed(lines: str, place: Path, variables: dict[str, str]) -> list[object]:
    """What the shell prints, one JSON document after another."""
    command = ["bash", "-euo", "pipefail", "-c", lines]
    environment = {"PATH": os.environ["PATH"], "NO_PROXY": "*"} | variables
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, f"{lines}\n{done.stdout}\n{done.stderr}"
    decoder, rest, told = json.JSONDecoder(), done.stdout.strip(), []
    while rest:
        document, end = decoder.raw_decode(rest)
        told.append(document)
        rest = rest[end:].lstrip()
    return told


@pytest.mark.skipif(shutil.which("curl") is None, reason="There is no curl on this machine.")
def test_every_line_of_the_document_works_as_it_stands(
    transactional_db: None, newsroom: Newsroom, live_server: LiveServer, tmp_path: Path
) -> None:
    newsroom.alone[WALL] = [found()]
    draft = newsroom.read_in(WALL)
    (tmp_path / "wall.txt").write_text("The wire says that the wall is 50 metres long.")
    variables = {"STORY": str(newsroom.story.pk), "DRAFT": str(draft.pk), "HAND_IN": "0"}
    doors = f"export BACKREAD={live_server.url}\nexport TOKEN={system(newsroom).written}\n"

    for block in BLOCKS:
        lines = doors + re.sub(r"^export .*\n", "", block, flags=re.MULTILINE)
        assert len(typed(lines, tmp_path, variables)) == block.count("curl ")
        for upload in Upload.objects.filter(state="waiting"):
            variables["HAND_IN"] = str(upload.pk)
            read_upload(upload.pk)

    assert [upload.state for upload in Upload.objects.all()] == ["confirmed", "confirmed"]

"""The short form of `make torture`: a newsroom of real processes loses nothing when each kind of fault strikes it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.torture.clock import can_jump
from tests.torture.disk import can_mount
from tests.torture.faults import Fault

pytestmark = pytest.mark.long
OF_ITS_OWN = {"DATABASE_URL", "REDIS_URL", "BACKREAD_VAR", "BACKREAD_ENV_FILE", "DJANGO_SETTINGS_MODULE"}


@pytest.mark.timeout(1200)  # it waits for what comes, and on a busy machine that is long
def test_newsroom_under_every_kind_of_fault_loses_nothing_and_does_nothing_twice(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in OF_ITS_OWN}
    logs = tmp_path / "logs"

    run = subprocess.run(
        [sys.executable, "-m", "tests.torture", "--short", "--keep", str(logs)],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}\nThe logs are in {logs}."
    struck = [fault for fault in Fault if f"fault: {fault}" in run.stdout]
    spared = {Fault.DISK_FULL} if not can_mount() else set()
    spared |= {Fault.CLOCK_AHEAD, Fault.CLOCK_BACK} if not can_jump() else set()
    assert set(struck) == set(Fault) - spared

"""However the newsroom is run, the same programs run: `make run`, systemd, containers, a Procfile."""

import os
import re
import shutil
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings

from newsroom.running import programs
from newsroom.running.deployment import HOME, PYTHON, STOP_SECONDS, command_of, files
from newsroom.running.programs import Program
from tests.repository import ROOT

UNITS = sorted(name for name in files() if name.endswith(".service"))


def all_programs() -> list[Program]:
    return [programs.web(), *programs.workers(), programs.clock(), programs.folder()]


def programs_of_make_run() -> dict[str, str]:
    return {each.name: command_of(each) for each in all_programs()}


def compose() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())
    return told


def unit(name: str) -> RawConfigParser:
    parser = RawConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string((ROOT / "deploy" / name).read_text())
    return parser


@pytest.mark.parametrize("name", files())
def test_a_file_of_deploy_is_current(name: str) -> None:
    assert (ROOT / "deploy" / name).read_text() == files()[name], "Run `make docs`."


def test_the_procfile_runs_what_make_run_runs() -> None:
    lines = dict(re.findall(r"^(\w+): (.+)$", (ROOT / "deploy" / "Procfile").read_text(), re.MULTILINE))

    assert lines.pop("release").startswith(f"{PYTHON} manage.py migrate")
    assert {name: line.removeprefix("REMAP_SIGTERM=SIGQUIT ") for name, line in lines.items()} == programs_of_make_run()


def test_the_containers_run_what_make_run_runs() -> None:
    services = compose()["services"]
    ours = {name: service for name, service in services.items() if service["image"] == "backread"}

    assert ours.pop("prepare")["command"].startswith(f'sh -c "{PYTHON} manage.py migrate')
    assert {name: service["command"] for name, service in ours.items()} == programs_of_make_run()
    assert {service["environment"]["REMAP_SIGTERM"] for service in ours.values()} == {"SIGQUIT"}
    assert {service["stop_grace_period"] for service in ours.values()} == {f"{STOP_SECONDS}s"}


def test_systemd_runs_what_make_run_runs() -> None:
    commands = {
        name.removeprefix("systemd/backread-").removesuffix(".service"): unit(name)["Service"]["ExecStart"]
        for name in UNITS
    }

    assert commands.pop("prepare").startswith(f"{HOME}/{PYTHON} manage.py")
    told = {name: line.removeprefix(f"{HOME}/").replace("%%", "%") for name, line in commands.items()}
    assert told == programs_of_make_run()


@pytest.mark.parametrize("name", [name for name in UNITS if "prepare" not in name])
def test_a_unit_that_stops_lets_its_parent_give_back_the_work(name: str) -> None:
    service = unit(name)["Service"]

    assert service["KillMode"] == "mixed"
    assert "Environment=REMAP_SIGTERM=SIGQUIT" in (ROOT / "deploy" / name).read_text()
    assert int(service["TimeoutStopSec"]) > settings.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT + 2


def test_the_folder_is_mounted_where_its_setting_says_and_may_be_written() -> None:
    mounted = compose()["services"]["folder"]["volumes"][-1]

    assert mounted == "${BACKREAD_WATCHED_FOLDER:-copy-in}:${BACKREAD_WATCHED_FOLDER:-/copy-in}"
    assert unit("systemd/backread-folder.service")["Service"]["ProtectSystem"] == "full"


def test_the_target_wants_every_unit() -> None:
    target = unit("systemd/backread.target")["Unit"]

    assert set(target["Wants"].split()) == {Path(name).name for name in UNITS}


def test_systemd_where_there_is_one_finds_no_fault(tmp_path: Path) -> None:
    """Where there is a systemd to ask; the lines above hold everywhere."""
    for name, text in files().items():
        if name.startswith("systemd/"):
            (tmp_path / Path(name).name).write_text(text.replace(f"{HOME}/{PYTHON}", sys.executable))
    program = shutil.which("systemd-analyze")
    if program is None:
        return
    units = sorted(tmp_path.iterdir())

    said = subprocess.run([program, "verify", *map(str, units)], capture_output=True, text=True, check=False)

    assert [line for line in said.stderr.splitlines() if "backread" in line] == []


def test_a_docker_where_there_is_one_takes_the_containers(tmp_path: Path) -> None:
    """Its client alone reads them, without a daemon; the lines above hold everywhere."""
    client = [shutil.which("docker") or "", "compose"]
    if subprocess.run([*client, "version"], capture_output=True, check=False).returncode if client[0] else True:
        return
    shutil.copytree(ROOT / "deploy", tmp_path / "deploy")
    shutil.copy(ROOT / ".env.example", tmp_path / ".env")
    asked = [*client, "--env-file", ".env", "-f", "deploy/compose.yaml", "config", "--quiet"]
    told = os.environ | {"POSTGRES_PASSWORD": "of-the-database"}

    said = subprocess.run(asked, cwd=tmp_path, env=told, capture_output=True, text=True, check=False)

    assert (said.returncode, said.stderr) == (0, "")


def test_nothing_of_this_machine_goes_into_the_image() -> None:
    ignored = set((ROOT / ".dockerignore").read_text().split())

    assert ignored >= {".env", ".git", ".venv", ".boot", ".guards", "var"}


def test_the_image_is_built_from_what_is_there() -> None:
    lines = (ROOT / "deploy" / "Dockerfile").read_text().splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY") and line != "COPY . ."]

    assert lines.index("COPY . .") > lines.index("RUN bin/bootstrap requirements.txt")
    assert all((ROOT / name).is_file() for names in copied for name in names)
    assert lines[-1] == "USER backread"

"""The house is complete: what is installed is pinned, what is promised is there, what is generated is current."""

import os
import re
import tomllib

import pytest

from newsroom.handbook import PAGES
from tests.repository import ROOT


@pytest.mark.parametrize("name", ["requirements-boot", "requirements", "requirements-dev", "requirements-guards"])
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    pinned = (ROOT / f"{name}.txt").read_text()

    requirements = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", pinned, re.MULTILINE | re.DOTALL | re.IGNORECASE)

    assert requirements
    assert [r.splitlines()[0] for r in requirements if "==" not in r or "--hash=sha256:" not in r] == []


@pytest.mark.parametrize("name", ["requirements-boot", "requirements", "requirements-dev", "requirements-guards"])
def test_every_requirement_asked_for_was_compiled(name: str) -> None:
    asked = re.findall(r"^([A-Za-z0-9_-]+)", (ROOT / f"{name}.in").read_text(), re.MULTILINE)
    pinned = set(re.findall(r"^([A-Za-z0-9_.-]+)(?:\[.*\])?==", (ROOT / f"{name}.txt").read_text(), re.MULTILINE))

    assert [r for r in asked if not r.startswith("-") and r.lower().replace("_", "-") not in pinned] == []


def test_the_tests_run_on_the_versions_that_the_newsroom_runs_on() -> None:
    runs, tested = (_versions(name) for name in ("requirements", "requirements-dev"))

    assert {name: version for name, version in runs.items() if tested.get(name) != version} == {}


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", ".env.example", "Makefile"]
)
def test_the_house_has_its(name: str) -> None:
    assert (ROOT / name).stat().st_size > 0


def test_the_licence_is_the_one_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert project["license"] == "Apache-2.0"
    assert "Apache License\n                           Version 2.0" in (ROOT / "LICENSE").read_text()


@pytest.mark.parametrize("name", ["bin/bootstrap", "bin/browser", "bin/guards", ".ci/run", "manage.py"])
def test_it_can_be_executed(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_current(name: str) -> None:
    assert (ROOT / "docs" / name).read_text() == PAGES[name](), "Run `make docs`."


def _versions(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)(?:\[.*\])?==(\S+)", (ROOT / f"{name}.txt").read_text(), re.MULTILINE))

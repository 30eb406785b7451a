"""The threat model names tests that are there."""

import re

import pytest

from tests.repository import ROOT

MODEL = (ROOT / "docs" / "threat-model.md").read_text()
TESTS = {path: path.read_text() for path in (ROOT / "tests").rglob("test_*.py")}
NAMED = sorted(set(re.findall(r"([\w/]*test_\w+\.py)::(test_\w+)", MODEL)))
PLACES = sorted(
    set(re.findall(r"\b((?:[a-z]+/)*test_\w+\.py)|\b((?:newsroom|review|articles|analysis)/[a-z/]*/)(?= )", MODEL))
)


@pytest.mark.parametrize(("file", "test"), NAMED, ids=[test for _, test in NAMED])
def test_a_test_that_it_names_is_there(file: str, test: str) -> None:
    found = [text for path, text in TESTS.items() if str(path).endswith(f"/{file}")]

    assert [text for text in found if f"def {test}(" in text]


@pytest.mark.parametrize("place", [file or folder for file, folder in PLACES])
def test_a_file_that_it_names_is_there(place: str) -> None:
    assert [path for path in TESTS if f"/{place}" in str(path)]


def test_it_names_many() -> None:
    assert len(NAMED) > 10

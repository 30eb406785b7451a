"""The suite itself: under CI a skipped test fails, but for one on data that is not there."""

import pytest

from tests.repository import ROOT

pytest_plugins = ["pytester"]

SUITE = """
import pytest

def test_skips():
    pytest.skip("no browser here")

def test_on_data(shared_data):
    pass
"""


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Two skipping tests under this project's own conftest."""
    monkeypatch.setenv("BACKREAD_SHARED", str(pytester.path / "nowhere"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeini("[pytest]\nDJANGO_SETTINGS_MODULE = newsroom.settings")
    pytester.makeconftest("from tests.conftest import *")
    pytester.makepyfile(SUITE)
    return pytester


@pytest.mark.parametrize(("ci", "outcome"), [("true", {"failed": 1, "skipped": 1}), ("", {"skipped": 2})])
def test_a_skip_fails_under_ci_only(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, outcome: dict[str, int]
) -> None:
    monkeypatch.setenv("CI", ci)

    result = suite.runpytest_subprocess("-p", "tests.services", "-p", "no:cacheprovider")

    result.assert_outcomes(**outcome)

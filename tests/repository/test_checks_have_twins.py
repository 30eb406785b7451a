"""Every check has a twin: lists of what it catches and what it leaves alone, and a docstring that says so."""

from importlib import import_module
from types import ModuleType

import pytest

from analysis.checks import check_name, document_checks, pair_checks

CHECKS = sorted({*document_checks(), *pair_checks()}, key=check_name)


def test_checks_are_found() -> None:
    assert len(CHECKS) > 15


@pytest.mark.parametrize("check", CHECKS, ids=check_name)
def test_check_has_a_twin_with_examples_of_both_sorts(check: ModuleType) -> None:
    twin = import_module(f"tests.analysis.checks.test_{check_name(check)}")

    assert twin.CAUGHT
    assert twin.IGNORED


@pytest.mark.parametrize("check", CHECKS, ids=check_name)
def test_check_says_what_it_catches_and_ignores(check: ModuleType) -> None:
    told = check.__doc__ or ""

    assert "Catches" in told
    assert "Ignores" in told or "Never" in told

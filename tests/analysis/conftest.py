"""The model is loaded once for all tests of the analysis."""

import pytest

from analysis.language import warm_up


@pytest.fixture(scope="session", autouse=True)
def _loaded_model() -> None:
    warm_up()

"""The desk into whose folder files are put."""

import pytest

from articles.models import Desk
from tests.factories import DeskFactory


@pytest.fixture
def desk() -> Desk:
    return DeskFactory.create(name="City desk", slug="city")

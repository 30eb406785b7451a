"""Somebody who can log in, and who has a second factor."""

import pytest

from articles.models import User
from tests.factories import UserFactory
from tests.factors import give_factor


@pytest.fixture
def person(db: None) -> User:
    return UserFactory.create(username="edda", can_log_in=True)


@pytest.fixture
def codes(person: User) -> list[str]:
    """Their recovery codes: whoever asks for them asks for a second factor."""
    return give_factor(person)

"""Somebody who can log in, and who has a second factor; the newsroom's directory."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from articles.models import User
from tests.directory.running import Directory, running_directory
from tests.factories import UserFactory
from tests.factors import give_factor


@pytest.fixture
def person(db: None) -> User:
    return UserFactory.create(username="edda", can_log_in=True)


@pytest.fixture
def codes(person: User) -> list[str]:
    """Their recovery codes: whoever asks for them asks for a second factor."""
    return give_factor(person)


@pytest.fixture(scope="module")
def standing_directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    with running_directory(tmp_path_factory.mktemp("directory")) as directory:
        yield directory


@pytest.fixture
def directory(standing_directory: Directory, settings: Settings) -> Directory:
    standing_directory.set_fault()
    standing_directory.connect(settings)
    return standing_directory

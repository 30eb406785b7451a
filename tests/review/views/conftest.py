"""An editor who is logged in, and a pair of drafts on their desk."""

import pytest
from django.test import Client

from articles.models import Desk, Role, User
from tests.factories import DeskFactory, member
from tests.review.drafts import Pair, pair_of_drafts


@pytest.fixture
def desk(db: None) -> Desk:
    return DeskFactory.create()


@pytest.fixture
def editor(desk: Desk, client: Client) -> User:
    """Logged in."""
    person = member(desk, Role.EDITOR)
    client.force_login(person)
    return person


@pytest.fixture
def pair(desk: Desk, editor: User) -> Pair:
    return pair_of_drafts(desk)

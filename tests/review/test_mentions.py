"""Whom “@” calls: everybody by a name that calls nobody else."""

import pytest

from articles.models import Desk
from review.mentions import callable_on, mentioned_in
from tests.factories import DeskFactory, member


@pytest.fixture
def desk(db: None) -> Desk:
    return DeskFactory.create(slug="city")


def test_everybody_is_offered_by_a_name_that_calls_them_alone(desk: Desk) -> None:
    ada = member(desk, username="ada@backread.example", first_name="Ada", last_name="Lund")
    namesake = member(desk, username="ada.orr", first_name="Ada", last_name="Orr")
    noor = member(desk, username="noor.new@backread.example", first_name="Noor", last_name="New")

    offered = {one.person: one.name for one in callable_on(desk)}

    assert offered == {"Ada Lund": "ada", "Ada Orr": "ada.orr", "Noor New": "noor"}
    assert [mentioned_in(f"@{name}?", desk).people for name in offered.values()] == [(ada,), (namesake,), (noor,)]


def test_who_is_called_by_no_name_alone_is_not_offered(desk: Desk) -> None:
    for host in ("here", "there"):
        member(desk, username=f"ada@{host}.example", first_name="Ada", last_name=host)

    assert callable_on(desk) == []
    assert mentioned_in("@ada?", desk).unknown == ("ada",)


def test_who_left_is_not_offered(desk: Desk) -> None:
    member(desk, username="gone", is_active=False)

    assert callable_on(desk) == []

"""Which offices exclude one another."""

import pytest

from analysis.lexicon.roles import exclusive


@pytest.mark.parametrize(
    ("one", "other"),
    [("director", "deputy director"), ("health minister", "transport secretary"), ("CEO", "general counsel")],
)
def test_nobody_holds_both_offices(one: str, other: str) -> None:
    assert exclusive(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("minister", "foreign minister"), ("director", "managing director"), ("congressman", "majority whip")],
)
def test_an_office_may_go_with_the_other(one: str, other: str) -> None:
    assert not exclusive(one, other)

"""Different words for one person, place, office or figure."""

import pytest

from analysis.comparing.figures import disagree, told
from analysis.document import Quantity, QuantityKind
from analysis.lexicon.antonyms import opposite
from analysis.lexicon.roles import exclusive, same_role
from analysis.lexicon.sameness import place_key, same_first_name


@pytest.mark.parametrize(
    ("one", "other"), [("UK", "Britain"), ("British", "the United Kingdom"), ("Calif.", "California")]
)
def test_names_of_one_place_are_the_same(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Bill", "William"), ("J.", "Joan"), ("Alex", "Alexander"), ("Ted", "Edward")]
)
def test_first_names_of_one_person_are_the_same(one: str, other: str) -> None:
    assert same_first_name(one, other)


@pytest.mark.parametrize(("one", "other"), [("John", "Joan"), ("Bill", "Robert"), ("Ann", "Tom")])
def test_first_names_of_two_people_are_not(one: str, other: str) -> None:
    assert not same_first_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Sen.", "senator"), ("spokesman", "spokeswoman"), ("CEO", "chief executive")]
)
def test_words_for_one_office_are_the_same(one: str, other: str) -> None:
    assert same_role(one, other)


def test_nobody_is_governor_and_senator() -> None:
    assert exclusive("governor", "Sen.")
    assert not exclusive("governor", "professor")


@pytest.mark.parametrize(("one", "other"), [("lift", "uphold"), ("guilty", "innocent"), ("in favor of", "against")])
def test_opposites_are_known_either_way(one: str, other: str) -> None:
    assert opposite(one, other)
    assert opposite(other, one)


def figure(low: float | None, high: float | None, *, about: bool = False) -> Quantity:
    return Quantity(0, 1, QuantityKind.COUNT, low, high, about=about)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure(100, 100, about=True), figure(98, 98)),
        (figure(1200, 1200), figure(1187, 1210)),
        (figure(5, 7), figure(6, 6)),
        (figure(500, None), figure(620, 620)),
        (figure(4500, 4500), figure(4450, 4450)),
    ],
)
def test_figures_that_leave_room_for_each_other_agree(one: Quantity, other: Quantity) -> None:
    assert not disagree(one, other)
    assert not disagree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [(figure(100, 100), figure(98, 98)), (figure(500, None), figure(420, 420)), (figure(5, 7), figure(8, 9))],
)
def test_figures_that_leave_no_room_disagree(one: Quantity, other: Quantity) -> None:
    assert disagree(one, other)


def test_a_figure_is_told_with_its_unit() -> None:
    money = Quantity(0, 1, QuantityKind.MONEY, 1.2e9, 1.2e9, unit="USD")

    assert told(money) == "1,200,000,000 USD"

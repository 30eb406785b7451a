"""What the house check catches and what it leaves alone."""

import pytest

from analysis.checks import house
from analysis.comparing.sides import Side
from analysis.document import HouseEntry, Label
from analysis.findings import Finding, Kind
from analysis.pipeline import annotate

LISTED = (
    HouseEntry("Katarina Lindqvist", role="governor"),
    HouseEntry("Priya Nair", aliases=("Priya Sharma Nair",), role="deputy director"),
    HouseEntry("Thomas Ekdahl"),
    HouseEntry("Ardane Shipping", label=Label.ORG),
    HouseEntry("Storm Brodie", label=None),
)

CAUGHT = [
    ("Katarina Lindquist opened the fair on Monday.", Kind.NAME),
    ("Prya Nair told reporters that the pier would close.", Kind.NAME),
    ("Workers at Ardain Shipping walked out on Monday, the union said.", Kind.NAME),
    ("Senator Katarina Lindqvist opened the fair on Monday.", Kind.ROLE),
    ("Priya Nair, the director of the museum, apologised.", Kind.ROLE),
]

IGNORED = [
    "Governor Katarina Lindqvist opened the fair on Monday.",
    "Gov. Katarina Lindqvist opened the fair on Monday.",
    "Tom Ekdahl told reporters that the pier would close.",
    "Priya Nair, the museum's deputy director, apologised.",
    "Priya Sharma Nair told reporters that the pier would close.",
    "Former senator Katarina Lindqvist opened the fair on Monday.",
    "Ann Lindqvist opened the fair on Monday.",
]


def within(text: str) -> list[Finding]:
    return list(house.find(Side(annotate(text, house=LISTED))))


@pytest.mark.parametrize(("text", "kind"), CAUGHT)
def test_house_catches_what_the_list_has_otherwise(text: str, kind: Kind) -> None:
    assert [finding.kind for finding in within(text)] == [kind]


@pytest.mark.parametrize("text", IGNORED)
def test_house_leaves_alone_what_the_list_allows(text: str) -> None:
    assert not within(text)


def test_the_finding_says_how_the_list_has_it() -> None:
    (finding,) = within("Katarina Lindquist opened the fair on Monday.")
    assert finding.message == "The house list spells it “Katarina Lindqvist”, this draft “Katarina Lindquist”."


def test_nothing_is_missed_without_a_list() -> None:
    assert not list(house.find(Side(annotate("Katarina Lindquist opened the fair on Monday."))))

"""What the place check catches and what it leaves alone."""

import pytest

from analysis.checks import place
from tests.analysis.checks.reading import conflicts

CAUGHT = [
    (
        "Brandt Motors, based in Leeds, will close its plant.",
        "The Sheffield-based carmaker Brandt Motors said its plant would close.",
    ),
    (
        "The trawler sank off the coast of Norway.",
        "The trawler sank off the coast of Denmark.",
    ),
    (
        "The trial opened in Manchester on Monday.",
        "The trial opened in Sheffield on Monday.",
    ),
]

IGNORED = [
    (
        "The two ships met off the coast of Britain.",
        "The two ships met off the coast of the UK.",
    ),
    (
        "The trial opened in Manchester on Monday.",
        "The trial opened in Manchester, England, on Monday.",
    ),
    (
        "American officials welcomed the treaty.",
        "U.S. officials welcomed the treaty.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_place_catches_one_thing_in_two_places(a: str, b: str) -> None:
    assert conflicts(place, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_place_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(place, a, b)

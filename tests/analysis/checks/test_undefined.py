"""What the undefined check catches and what it leaves alone."""

import pytest

from analysis.checks import undefined
from tests.analysis.checks.reading import within

CAUGHT = [
    "The bridge was closed by the KRTV, which gave no reason.",
    "The bridge was closed on Monday. Lindqvist was angry and told the paper so.",
]

IGNORED = [
    "The bridge was closed by the BBC, which gave no reason.",
    "Critics liken him to Stalin.",
    "The Lindqvists were angry. The Lindqvist administration told the paper so.",
    "The rebel group KRTV closed the bridge. KRTV gave no reason.",
    "The bridge was closed by KRTV, the road agency, which gave no reason.",
    "He told the HARBOUR TODAY programme that the bridge was closed.",
    "The board says NOW is the time. The bridge is closed now.",
    "Katarina Lindqvist was angry. Lindqvist told the paper so.",
    "PORT LORNE, 1 July — The bridge was closed on Monday.",
    "OSLO — The bridge was closed on Monday.",
    "KRTV BRIDGE CLOSES\nThe bridge was closed by Kestrel Road Traffic and Vehicles on Monday.",
    "The bridge was closed on Monday, the mayor told KTRV radio.",
    "The bridge was closed under the banner “KRT Yes, Toll No”.",
    "“Shame,” wrote the mayor on Twitter. Twitter said nothing. Twitter did not answer.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_undefined_catches_people_and_bodies_never_introduced(text: str) -> None:
    assert within(undefined, text)


@pytest.mark.parametrize("text", IGNORED)
def test_undefined_leaves_alone_what_is_right(text: str) -> None:
    assert not within(undefined, text)

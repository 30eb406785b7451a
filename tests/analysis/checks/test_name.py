"""What the name check catches and what it leaves alone."""

import pytest

from analysis.checks import name
from tests.analysis.checks.reading import conflicts

CAUGHT = [
    (
        "“Nobody asked the people of this town what they want,” said Ruth Adeyemi.",
        "The meeting was loud. “Nobody asked the people of this town what they want,” said Ruth Adeyami.",
    ),
    (
        "The engineer Ruth Alice Mercer inspected the sluice gates on Monday.",
        "On Monday the sluice gates were inspected by the engineer Ruth Margaret Mercer, who found rust.",
    ),
    (
        "Police chief Thomas Abbott praised the divers.",
        "Police chief Martin Abbott praised the divers.",
    ),
    (
        "The novelist Katarina Lindqvist will open the fair.",
        "The novelist Katarina Lindquist will open the fair.",
    ),
    (
        "Harbour master Edwin Pell ordered the quay shut after the collision.",
        "After the collision the quay was shut by the harbour master, Gordon Pell, who said it was unsafe.",
    ),
    (
        "The harbour board hired Ruth Mercer in spring to look into the collision; divers cheered.",
        "After the collision, to the relief of divers, an inquiry was led by Alice Mercer for the harbour board.",
    ),
    (
        "The vote was carried by the National Institute of Harbour Law, which had asked for a new crane on the quay.",
        "A new crane on the quay was what the National Institute of Fishing Law had asked for before the vote.",
    ),
]

IGNORED = [
    (
        "The DWA, which speaks for 2,300 divers, called the pay of the harbour board excessive.",
        "The Divers' Workers Union, which speaks for 2,300 divers, called the pay of the harbour board excessive.",
    ),
    (
        "Harker testified that Pell had been hit by the crane.",
        "Pell, she testified, had been hit by the crane, Harker said.",
    ),
    (
        "The minister Joan Alice Harker opened the new mill at Thornley. Edwin Harker, her brother, runs the mill.",
        "Edwin Harker runs the mill at Thornley that the minister, Joan Harker, his sister, opened on Monday.",
    ),
    (
        "William Harker, the harbour master, shut the quay.",
        "Bill Harker, the harbour master, shut the quay.",
    ),
    (
        "J. Harker, the harbour master, shut the quay.",
        "Joan Harker, the harbour master, shut the quay.",
    ),
    (
        "Joan Harker shut the quay. Harker is the harbour master.",
        "Joan Harker shut the quay. She is the harbour master.",
    ),
    (
        "Ann Mellor and her brother Tom Mellor run the mill.",
        "Tom Mellor and his sister Ann Mellor run the mill.",
    ),
    (
        "The vote was carried by the National Institute of East Harbour Law, which wants a crane on the quay.",
        "A new crane on the quay was what the National Institute of West Harbour Law had asked for.",
    ),
    (
        "Ruth Mercer sings in the harbour choir.",
        "On the quay stood Alice Mercer, who sells fish.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_name_catches_two_names_for_one_bearer(a: str, b: str) -> None:
    assert conflicts(name, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_name_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(name, a, b)

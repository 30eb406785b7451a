"""The address says everything about a look, and survives being mistyped."""

import pytest
from django.http import QueryDict

from analysis.findings import Kind, Severity
from review.screen.highlights import Layer
from review.screen.look import FIRST_LAYERS, Look, Order


@pytest.mark.parametrize(
    "look",
    [
        Look(7),
        Look(7, a=1, b=2, finding=3),
        Look(7, a=1, order=Order.SEVERITY, severity=Severity.MAJOR, kind=Kind.DATE, words="nine & ten", closed=True),
        Look(7, layers=frozenset({Layer.PEOPLE, Layer.CLAIMS})),
        Look(7, layers=frozenset()),
    ],
)
def test_a_look_is_read_back_from_its_own_address(look: Look) -> None:
    assert Look.read(7, QueryDict(look.query)) == look


def test_what_cannot_be_read_in_an_address_is_left_out() -> None:
    assert Look.read(7, QueryDict("a=one&b=&finding=x&order=random&severity=grave&kind=gossip")) == Look(7)


def test_the_boxes_of_the_form_say_which_layers_are_on() -> None:
    assert Look.read(7, QueryDict("layers=&layers=people&layers=quotes")).shown_layers == {Layer.PEOPLE, Layer.QUOTES}


def test_a_form_with_no_box_ticked_shows_no_layer() -> None:
    assert Look.read(7, QueryDict("layers=")).shown_layers == set()


def test_a_first_look_shows_the_usual_layers() -> None:
    assert Look.read(7, QueryDict("")).shown_layers == FIRST_LAYERS


def test_swapping_the_sides_keeps_the_rest() -> None:
    assert Look(7, a=1, b=2, finding=3, closed=True).swapped == Look(7, a=2, b=1, finding=3, closed=True)

"""A headline made of a sentence bears it out or denies it, in short."""

from collections.abc import Callable

import pytest

from training.meaning import headlines
from training.meaning.told import Told

SENTENCE = "The dam above Aldwick, which is old, has burst."


@pytest.fixture
def aldwick(told: Callable[[str], Told]) -> Told:
    return told(SENTENCE)


def test_a_headline_has_no_full_stop(aldwick: Told) -> None:
    made = [line for _ in range(20) for line in headlines.headline(aldwick)]

    assert len(made) == 20
    assert not any(line.endswith(".") for line in made)


def test_what_is_denied_is_never_told_as_it_stands(aldwick: Told) -> None:
    denied = {line.lower() for _ in range(40) for line in headlines.denied_headline(aldwick)}
    told_so = {line.lower() for _ in range(40) for line in headlines.headline(aldwick)}

    assert any("hoax" in line for line in denied)
    assert denied & told_so == set()


def test_a_headline_may_leave_out_a_detail(aldwick: Told) -> None:
    made = [line.lower() for _ in range(40) for line in headlines.headline(aldwick)]

    assert any("which is old" not in line and "burst" in line for line in made)

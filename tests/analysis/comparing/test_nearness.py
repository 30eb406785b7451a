"""Vectors tell which sentences are nearest to one another, however long the drafts."""

import numpy as np
import pytest

from analysis.comparing import nearness as nearness_module
from analysis.comparing.nearness import Vectors, nearest, nearness

EAST, NORTH, WEST = (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)
NEARLY_EAST = (0.8, 0.6)


def vectors(*rows: tuple[float, float]) -> Vectors:
    return np.array(rows, dtype=np.float32).reshape(-1, 2)


def test_two_sentences_find_each_other_only_where_each_is_the_nearest_to_the_other() -> None:
    found = list(nearest(vectors(EAST, NEARLY_EAST), vectors(NORTH, EAST)))

    assert found == [(0, 1, 1.0)]  # north's nearest is the second of A, whose nearest is east


def test_an_empty_draft_has_no_sentence_near_another() -> None:
    assert list(nearest(vectors(), vectors(EAST))) == []


def test_long_drafts_are_searched_to_their_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearness_module, "BLOCK", 1)

    found = list(nearest(vectors(EAST, NORTH, WEST), vectors(WEST, EAST)))

    assert found == [(2, 0, 1.0), (0, 1, 1.0)]


def test_opposite_directions_are_not_near_at_all() -> None:
    assert nearness(vectors(EAST, EAST), vectors(WEST, NEARLY_EAST), [(0, 0), (1, 1)]) == [0, pytest.approx(0.8)]


def test_no_pairs_have_no_nearness() -> None:
    assert nearness(vectors(EAST), vectors(EAST), []) == []

"""Paragraphs that tell the same thing face each other; what has no partner opens a gap."""

import pytest

from review.screen.sidebyside import Row, facing, shared_weights
from tests.review.drafts import plain_document


def test_paragraphs_in_one_order_face_each_other() -> None:
    assert facing(2, 2, {(0, 0): 5, (1, 1): 5}) == [Row((0,), (0,)), Row((1,), (1,))]


def test_a_paragraph_of_the_left_without_partner_faces_a_gap() -> None:
    assert facing(3, 2, {(0, 0): 5, (2, 1): 5}) == [Row((0,), (0,)), Row((1,), ()), Row((2,), (1,))]


def test_a_paragraph_of_the_right_without_partner_follows_the_one_before_it() -> None:
    rows = facing(2, 4, {(0, 1): 5, (1, 3): 5})

    assert rows == [Row((), (0,)), Row((0,), (1,)), Row((), (2,)), Row((1,), (3,))]


def test_a_moved_paragraph_faces_its_partner_and_leaves_a_pointer_where_it_stood() -> None:
    rows = facing(3, 3, {(0, 0): 5, (1, 2): 5, (2, 1): 5})

    moved = [row for row in rows if row.moved]
    pointers = [row.elsewhere for row in rows if row.elsewhere is not None]
    assert len(moved) == len(pointers) == 1
    assert moved[0].right == (pointers[0],)
    assert {row.left for row in rows if row.left} == {(0,), (1,), (2,)}


def test_a_paragraph_told_in_two_on_the_right_faces_both() -> None:
    assert facing(1, 2, {(0, 0): 9, (0, 1): 4}) == [Row((0,), (0, 1))]


def test_two_paragraphs_told_in_one_on_the_right_share_its_row() -> None:
    assert facing(3, 2, {(0, 0): 3, (1, 0): 9, (2, 1): 5}) == [Row((0, 1), (0,)), Row((2,), (1,))]


def test_the_paragraph_that_shares_more_is_the_partner() -> None:
    assert facing(2, 1, {(0, 0): 1, (1, 0): 8})[-1] == Row((0, 1), (0,))
    assert facing(3, 1, {(0, 0): 1, (2, 0): 8})[-1] == Row((2,), (0,))


@pytest.mark.parametrize(("left", "right"), [(0, 0), (3, 0), (0, 3), (4, 2)])
def test_every_paragraph_is_shown_when_nothing_matches(left: int, right: int) -> None:
    rows = facing(left, right, {})

    assert [i for row in rows for i in row.left] == list(range(left))
    assert [j for row in rows for j in row.right] == list(range(right))


def test_paragraphs_share_what_their_sentences_share() -> None:
    left = plain_document("The bridge reopened. Ferries stop.", "Tolls rise.")
    right = plain_document("Tolls rise.", "The bridge reopened.")

    weights = shared_weights(left, right, [(0, 1, 1.0), (2, 0, 0.5)])

    assert set(weights) == {(0, 1), (1, 0)}
    assert weights[0, 1] == len("The bridge reopened.")
    assert weights[1, 0] == len("Tolls rise.") / 2


def test_a_page_of_thousands_of_paragraphs_shows_each_of_them_once() -> None:
    count = 3_000
    backwards = {(i, count - 1 - i): 1.0 for i in range(count)}

    rows = facing(count, count, backwards)

    assert sorted(j for row in rows for j in row.right) == list(range(count))

"""Models read as much at once as they have room for."""

from analysis.batches import PIECES_AT_ONCE, batches_of


def test_long_sentences_are_read_fewer_at_once() -> None:
    long, short = PIECES_AT_ONCE // 2, 10

    assert list(batches_of([long, short, long, short, long])) == [[1, 3], [0, 2], [4]]


def test_a_sentence_that_has_no_room_is_read_alone() -> None:
    assert list(batches_of([PIECES_AT_ONCE + 1, PIECES_AT_ONCE + 2])) == [[0], [1]]


def test_nothing_is_no_batch() -> None:
    assert list(batches_of([])) == []

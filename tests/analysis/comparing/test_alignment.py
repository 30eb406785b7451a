"""Sentences find each other across drafts, in any order, and those without a counterpart stay alone."""

import numpy as np

from analysis.comparing.alignment import MATCHED, SAME_TEXT, align
from analysis.similarity import pair_vectors
from tests.analysis.checks.reading import read
from tests.analysis.comparing.paraphrased import one_report, other_report, told_alike

FLOOD = "The river Thorne burst its banks on Sunday and flooded forty houses in Crayford."
FLOOD_AGAIN = "In Crayford, forty houses stood under water after the Thorne burst its banks."
VOTE = "Councillors voted narrowly to sell the old town hall to a brewery."
FAIR = "The novelist Katarina Lindqvist opened the book fair with a speech about bees."


def pairs(a: str, b: str) -> set[tuple[int, int]]:
    return {(match.a, match.b) for match in align(read(a), read(b)).matches}


def test_the_same_sentences_match_one_to_one() -> None:
    assert pairs(f"{FLOOD} {VOTE} {FAIR}", f"{FLOOD} {VOTE} {FAIR}") == {(0, 0), (1, 1), (2, 2)}


def test_sentences_in_other_words_match() -> None:
    assert (0, 1) in pairs(f"{FLOOD} {VOTE}", f"{FAIR} {FLOOD_AGAIN}")


def test_what_only_one_draft_tells_stays_alone() -> None:
    assert pairs(VOTE, FAIR) == set()


def test_one_sentence_may_be_told_in_two() -> None:
    told_in_two = "The river Thorne burst its banks on Sunday. Forty houses in Crayford were flooded."

    assert pairs(FLOOD, told_in_two) == {(0, 0), (0, 1)}


def test_a_passage_that_changed_its_place_is_moved() -> None:
    alignment = align(read(f"{FLOOD} {VOTE} {FAIR}"), read(f"{VOTE} {FAIR} {FLOOD}"))

    assert alignment.moved == ((0, 2),)


def test_an_empty_draft_matches_nothing() -> None:
    assert pairs("", FLOOD) == set()


def test_with_vectors_most_of_what_is_told_in_other_words_matches_and_nothing_else() -> None:
    one, other = read("\n".join(one_report())), read("\n".join(other_report()))

    by_words = align(one, other).matches
    by_meaning = {(match.a, match.b) for match in align(one, other, vectors=pair_vectors(one, other)).matches}

    assert by_words == ()
    assert by_meaning < told_alike()
    assert len(by_meaning) >= 0.6 * len(told_alike())


def test_sentences_that_share_words_but_no_meaning_part() -> None:
    one, other = read("The minister and the bank of Crayford met."), read("The Crayford minister swam to the bank.")
    at_right_angles = np.array([[1.0, 0.0]], dtype=np.float32), np.array([[0.0, 1.0]], dtype=np.float32)

    assert align(one, other).matches != ()
    assert align(one, other, vectors=at_right_angles).matches == ()


def test_a_match_by_meaning_alone_is_no_revision() -> None:
    one, other = read("Nobody was killed."), read("There were no deaths.")
    the_same = np.array([[1.0, 0.0]], dtype=np.float32)

    (match,) = align(one, other, vectors=(the_same, the_same)).matches

    assert MATCHED < match.similarity < SAME_TEXT

"""Sentences find each other across drafts, in any order, and those without a counterpart stay alone."""

from analysis.comparing.alignment import align
from tests.analysis.checks.reading import read

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

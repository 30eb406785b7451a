"""Words that the other sentence lacks are marked, whole, and nothing else is."""

import pytest

from analysis.marking import Mark, marked, shortened
from analysis.wordpieces import word_pieces

PAIRS = [
    ("The mayor won.", "The mayor lost.", {"won", "lost"}),
    ("The MAYOR won.", "the mayor won.", set()),
    ("Aldwick beat Orrin.", "Orrin beat Aldwick.", set()),
    ("It rose.", "It rose by 4 per cent.", {"by", "4", "per", "cent"}),
    ("", "Nothing.", {"nothing", "."}),
]


@pytest.mark.parametrize(("a", "b", "changed"), PAIRS)
def test_only_what_the_other_lacks_is_marked(a: str, b: str, changed: set[str]) -> None:
    pair = marked(a, b, longest=64)

    assert set(words(pair.pieces, pair.types)) == changed


KINDS = [
    ("The mayor won.", "The mayor lost.", Mark.LACKING),
    ("It rose by 4 points.", "It rose by 5 points.", Mark.NAMED),
    ("It rose by four points.", "It rose by five points.", Mark.NAMED),
    ("Orrin won.", "Aldwick won.", Mark.NAMED),
    ("The mayor did win.", "The mayor did not win.", Mark.DENYING),
]


@pytest.mark.parametrize(("a", "b", "mark"), KINDS)
def test_figures_names_and_denials_have_marks_of_their_own(a: str, b: str, mark: Mark) -> None:
    pair = marked(a, b, longest=64)

    assert set(pair.types) == {Mark.SHARED, mark}


def test_a_word_of_several_pieces_is_marked_whole() -> None:
    pair = marked("The council met.", "The Ostwickshire council met.", longest=64)

    assert sum(pair.types) > 1
    assert "".join(words(pair.pieces, pair.types)).replace("##", "") == "ostwickshire"


def test_long_sentences_are_cut() -> None:
    pair = marked("word " * 200, "other " * 200, longest=40)

    assert len(pair.pieces) == len(pair.types) == 40


def test_the_middle_of_what_both_share_is_left_out() -> None:
    shared = "After a night of talks in a hotel by the lake the two sides of the old dispute over fishing"

    a, b = shortened(f"{shared} agreed.", f"{shared} parted.")

    assert a == "After a night of talks in … of the old dispute over fishing agreed."
    assert b == "After a night of talks in … of the old dispute over fishing parted."


def test_what_differs_is_kept_whole() -> None:
    a, b = "The mayor of Aldwick resigned over a loan.", "Nobody in the north has seen so much rain since the war."

    assert shortened(a, b) == (a, b)


def test_half_a_character_is_no_reason_to_fail() -> None:
    pair = marked("A \ud83d mark.", "A mark.", longest=64)

    assert sum(pair.types) == 1


def words(pieces: tuple[int, ...], types: tuple[int, ...]) -> list[str]:
    tokenizer = word_pieces(longest=64)
    return [str(tokenizer.id_to_token(piece)) for piece, kind in zip(pieces, types, strict=True) if kind]

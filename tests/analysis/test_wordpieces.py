"""The pieces are those that the models were trained on."""

import pytest

from analysis.wordpieces import word_pieces

CUT = {
    "The ferry sailed.": ["[CLS]", "the", "ferry", "sailed", ".", "[SEP]"],
    "Zürich’s café": ["[CLS]", "zurich", "’", "s", "cafe", "[SEP]"],
    "unbudgeted": ["[CLS]", "un", "##bu", "##dget", "##ed", "[SEP]"],
    "": ["[CLS]", "[SEP]"],
}


@pytest.mark.parametrize("sentence", CUT)
def test_words_are_cut_as_bert_cuts_them(sentence: str) -> None:
    assert word_pieces(longest=128).encode(sentence).tokens == CUT[sentence]


def test_pieces_have_the_numbers_that_the_models_know() -> None:
    assert word_pieces(longest=128).encode("The ferry sailed.").ids == [101, 1996, 7115, 7434, 1012, 102]


def test_two_sentences_are_told_apart_by_their_types() -> None:
    cut = word_pieces(longest=128).encode("Rents rose.", "Rents fell.")

    assert cut.type_ids == [0, 0, 0, 0, 0, 1, 1, 1, 1]


def test_what_is_too_long_is_cut_off_behind() -> None:
    cut = word_pieces(longest=6).encode("one two three four five six seven")

    assert cut.tokens == ["[CLS]", "one", "two", "three", "four", "[SEP]"]

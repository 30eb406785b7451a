"""The model reads long drafts in portions, and nobody sees the seams."""

import pytest

from analysis import language

PARAGRAPH = "Maria Hollins opened the harbour on Monday.\n"


def test_portions_end_with_a_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    text = PARAGRAPH * 4
    whole = language.read(text)
    monkeypatch.setattr(language, "PORTION", 50)

    cut = language.read(text)

    assert cut == whole
    assert [sentence.start for sentence in cut.parse.sentences] == [len(PARAGRAPH) * number for number in range(4)]


def test_every_word_hangs_on_a_word_of_its_sentence() -> None:
    parse = language.read(PARAGRAPH * 2 + "\n\n  A tail\twithout a stop").parse

    for sentence in parse.sentences:
        heads = {parse.tokens[index].head for index in range(sentence.first, sentence.last)}
        assert heads <= set(range(sentence.first, sentence.last))


def test_blanks_are_no_words() -> None:
    parse = language.read(" \t\u00a0One\r\n\r\ntwo ").parse

    assert parse.words == ["One", "two"]


def test_a_sentence_begins_behind_a_dateline() -> None:
    text = "PORT LORNE, 1 July (Tamba) - Maria Hollins opened the harbour."

    parse = language.read(text).parse

    assert text[parse.sentences[-1].start : parse.sentences[-1].end] == "Maria Hollins opened the harbour."


def test_the_words_of_a_draft_are_forgotten_with_it() -> None:
    language.read("It opened.")
    known = len(language._model().vocab.strings)

    language.read("Zorvanian quimblets thrushed the Brelkinate.")

    assert len(language._model().vocab.strings) == known

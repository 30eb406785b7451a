"""Words know their place in the text and in the sentence."""

from analysis.language import read
from analysis.spans import Span

TEXT = "The tired mayor of Leeds opened the harbour."


def test_a_place_in_the_text_finds_its_word() -> None:
    parse = read(TEXT).parse

    assert parse.words[parse.at(TEXT.index("mayor") + 2)] == "mayor"
    assert parse.at(len(TEXT)) == len(parse.words)


def test_a_span_finds_the_words_it_touches() -> None:
    parse = read(TEXT).parse
    start = TEXT.index("tired")

    first, last = parse.range_of(Span(start, start + len("tired mayor")))

    assert parse.words[first:last] == ["tired", "mayor"]


def test_a_noun_has_its_whole_phrase_below_it() -> None:
    parse = read(TEXT).parse

    assert parse.span(*parse.subtree(parse.words.index("mayor"))).of(TEXT) == "The tired mayor of Leeds"


def test_the_verb_over_a_word_is_found() -> None:
    parse = read(TEXT).parse

    verb = parse.verb_over(parse.words.index("Leeds"))

    assert verb is not None
    assert parse.words[verb] == "opened"

"""Whatever stands in a text, every span points into it and layers keep their order."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document import Document
from analysis.pipeline import annotate
from analysis.spans import Spanned
from analysis.stored import dumped, loaded, loaded_without_words
from tests.analysis.places import places

NAMES = "Maria Hollins|Hollins’s|Dr.|the WHO|São Tomé|said|after|hours later|according to|the minister|she"
NAMES += "|criticised|called for|worried about|PORT LORNE, 1 July —|DUNFORD (Tamba) -|European Commission|beat 3-1"
FIGURES = "£1.2bn|$5-7 million|3 per cent|last year|12 May 1998|Tuesday|34|one million|½|3pm"
FIGURES += "|two-thirds of|one in five|between|and|40 pounds"
MARKS = "“|”|‘|’|\"|'|''|``|.|,|:|—|?|(|)|…|“…”"
PARAGRAPHS = (
    "Maria Hollins, 54, paid £1.2bn to the WHO on Tuesday.",
    "“It was worth it,” she said.",
    "According to the European Commission, 40 per cent of ferries were late.",
)
LONG_LINE = "Maria Hollins paid £5m, she said, and " * 400
ODD = "\n|\r\n|\t|\u00a0| |\u2028|👩🏽‍🚒|e\u0301|\u200b|\ufeff|漢字|مرحبا|\x00"
PIECES = st.sampled_from("|".join([NAMES, FIGURES, MARKS, ODD]).split("|"))
TEXTS = st.lists(PIECES, max_size=40).map(lambda pieces: " ".join(pieces)) | st.text(max_size=200)


@settings(max_examples=200)
@given(TEXTS)
def test_every_span_lies_inside_the_text_and_says_something(text: str) -> None:
    for place in places(annotate(text)):
        words = text[place.start : place.end]
        assert 0 <= place.start < place.end <= len(text)
        assert words == words.strip()


@settings(max_examples=100)
@given(TEXTS)
def test_no_two_mentions_and_no_two_quantities_overlap(text: str) -> None:
    document = annotate(text)

    layers: tuple[Sequence[Spanned], ...] = (document.mentions, document.quantities, document.sentences)
    for layer in layers:
        assert all(one.end <= other.start for one, other in pairwise(layer))


@settings(max_examples=50)
@given(TEXTS)
def test_a_document_is_stored_without_loss(text: str) -> None:
    document = annotate(text)

    assert loaded(dumped(document)) == document


def test_a_document_to_be_shown_lacks_its_tokens_and_nothing_else() -> None:
    document = annotate("Maria Hollins, 54, paid £5m on Tuesday, she said.")

    shown = loaded_without_words(json.dumps(dumped(document)))

    assert shown == replace(document, tokens=())


@pytest.mark.parametrize(
    "prefix",
    ["👩🏽‍🚒 ", "e\u0301 ", "\ufeff", "\t", "\u00a0", "\r\n\r\n", "Cafe\u0301\r\n"],
    ids=["emoji", "combining", "mark", "tab", "no-break", "crlf", "line"],
)
def test_offsets_count_code_points_of_the_text_as_given(prefix: str) -> None:
    document = annotate(prefix + "Maria Hollins paid £5m.")

    found: list[Spanned] = [*document.mentions, *document.quantities]
    words = [document.text[place.start : place.end] for place in found]

    assert words == ["Maria Hollins", "£5m"]


BLANK_LINE = st.text(st.sampled_from("\t\u00a0\u2009\u202f\u200b\ufeff\u2060 \r\n"), max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLANK_LINE, min_size=3, max_size=3), st.sampled_from(["\n", "\r\n"]))
def test_blanks_between_paragraphs_change_nothing_that_is_marked(blanks: list[str], end: str) -> None:
    apart = end.join(line for pair in zip(blanks, PARAGRAPHS, strict=True) for line in pair)

    assert said_in_paragraphs(apart) == said_in_paragraphs("\n".join(PARAGRAPHS))


@pytest.mark.parametrize("odd", ["👩🏽\u200d🚒", "🏴", "e\u0301", "***", "漢字", "\u20dd"])
def test_odd_letters_between_paragraphs_change_nothing_that_is_marked(odd: str) -> None:
    apart = f"\n{odd}\n".join(PARAGRAPHS)

    assert said_in_paragraphs(apart) == said_in_paragraphs("\n".join(PARAGRAPHS))


def said_in_paragraphs(text: str) -> list[tuple[type, str]]:
    """What is marked in each paragraph, in words, with its layer."""
    document = annotate(text)
    return [
        (type(marked), text[marked.start : marked.end])
        for paragraph in PARAGRAPHS
        for marked in _marked(document)
        if 0 <= marked.start - text.index(paragraph) < len(paragraph)
    ]


def _marked(document: Document) -> Iterator[Spanned]:
    yield from document.mentions
    yield from document.quantities
    yield from document.quotations


ENDLESS = ("“" * 200, "'" * 200, '"' * 201, ". " * 300, "1 to " * 200, "9" * 400, LONG_LINE)


@pytest.mark.parametrize("text", ["", " ", "\n", "x", "?", "\ud800", *ENDLESS])
def test_odd_inputs_are_read_without_a_crash(text: str) -> None:
    assert annotate(text).text == text


def test_a_new_line_ends_a_sentence() -> None:
    text = "Harbour to close\nThe city said so on Monday."

    sentences = [text[found.start : found.end] for found in annotate(text).sentences]

    assert sentences == ["Harbour to close", "The city said so on Monday."]

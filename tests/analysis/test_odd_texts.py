"""Five hundred odd texts, and each against the next: none brings the analysis down, and every place is exact."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from analysis.commandline.answers import annotated, compared
from analysis.comparison import compare
from analysis.pipeline import annotate
from tests.analysis.odd_texts import odd_text
from tests.analysis.places import places

TEXTS, BATCH = 500, 25


@pytest.mark.parametrize("first", range(0, TEXTS, BATCH))
def test_odd_texts_are_read_and_compared_with_exact_places(first: int) -> None:
    documents = [annotate(odd_text(seed)) for seed in range(first, first + BATCH)]

    for document in documents:
        for place in places(document):
            words = document.text[place.start : place.end]
            assert words == words.strip() != ""
        _assert_words_are_those_of([document.text], annotated(document))
    for one, other in pairwise(documents):
        _assert_words_are_those_of([one.text, other.text], compared(one, other, compare(one, other)))


def _assert_words_are_those_of(texts: list[str], answer: Any) -> None:  # noqa: ANN401
    """Whatever the command line says of a place holds in one of the texts."""
    for place in _told_places(answer):
        assert place["text"] in [text[place["start"] : place["end"]] for text in texts]


def _told_places(answer: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if isinstance(answer, dict):
        if {"start", "end", "text"} <= answer.keys():
            yield answer
        answer = list(answer.values())
    for part in answer if isinstance(answer, list) else []:
        yield from _told_places(part)

"""Sentences made to say something else than another without contradicting it, by rule."""

import re
from collections.abc import Iterator

from training.meaning.grammar import shortened
from training.meaning.names import labelled
from training.meaning.numbers import date_swaps, figure_swaps
from training.meaning.told import Told
from training.meaning.wording import Swap, rewritten

MOST_SHORTENED = 2  # of one sentence
HEDGED = {
    "will": "may",
    "has": "may have",
    "is": "may be",
    "are": "could be",
    "was": "may have been",
    "were": "may have been",
}
BEFORE_ANOTHER_VERB = ("will", "has")  # the others stand alone where they are hedged


def detail(told: Told) -> Iterator[str]:
    """Less of it: one detail left out."""
    found = list(shortened(told.reading))
    told.rng.shuffle(found)
    yield from found[:MOST_SHORTENED]


def update(told: Told) -> Iterator[str]:
    """The figure of another day: both the day and the figure changed."""
    dated = re.search(r"\b(?:as of|by|on|since|until)\b", told.text, re.IGNORECASE)
    dates, figures = list(date_swaps(told.text, told.rng)), list(figure_swaps(told.text, told.rng))
    if dated and dates and figures:
        yield rewritten(told.text, [dates[0], *figures])


def another_person(told: Told) -> Iterator[str]:
    """The same said of somebody else, with other particulars: two people in parallel sentences."""
    for place, label, words in labelled(told.reading):
        other = told.names.another(words, label, told.rng)
        particulars = [*figure_swaps(told.text, told.rng), *date_swaps(told.text, told.rng)]
        if label == "PERSON" and place.first == 0 and other and particulars:
            span = told.parse.span(place.first, place.last)
            yield rewritten(told.text, [Swap(span.start, span.end, other), *particulars])


def hedge(told: Told) -> Iterator[str]:
    """Less sure of it: told as possible."""
    parse = told.parse
    for index, token in enumerate(parse.tokens):
        word = parse.lower[index]
        under_root = parse.tokens[token.head].dep == "ROOT" and parse.child(token.head, "neg") is None
        if word in HEDGED and under_root and (token.dep == "ROOT" or word in BEFORE_ANOTHER_VERB):
            yield rewritten(parse.text, [Swap(token.start, token.end, HEDGED[word])])


RULES = (detail, update, another_person, hedge)

"""Sentences made to say something else than another without contradicting it, by rule."""

import random
import re
from collections.abc import Iterator

from analysis.language import Reading
from training.meaning.grammar import shortened
from training.meaning.names import Names, labelled
from training.meaning.numbers import date_swaps, figure_swaps
from training.meaning.wording import Swap, rewritten

HEDGED = {"will": "may", "is": "may be", "are": "could be", "was": "may have been", "were": "may have been", "has": "may have"}
Sentences = Iterator[str]


def detail(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    found = list(shortened(reading))
    rng.shuffle(found)
    yield from found[:2]


def update(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    """The figure of another day: both the day and the figure changed."""
    text = reading.parse.text
    dated = re.search(r"\b(?:as of|by|on|since|until)\b", text, re.IGNORECASE)
    dates, figures = list(date_swaps(reading, rng)), list(figure_swaps(reading, rng))
    if dated and dates and figures:
        yield rewritten(text, [dates[0], *figures])


def another_person(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    """The same said of somebody else, with other particulars: two people in parallel sentences."""
    text = reading.parse.text
    for place, label, words in labelled(reading):
        other = names.another(words, label, rng)
        particulars = [*figure_swaps(reading, rng), *date_swaps(reading, rng)]
        if label == "PERSON" and place.first == 0 and other and particulars:
            span = reading.parse.span(place.first, place.last)
            yield rewritten(text, [Swap(span.start, span.end, other), *particulars])


def hedge(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    """Less sure of it: told as possible."""
    parse = reading.parse
    for index, token in enumerate(parse.tokens):
        surer = parse.lower[index]
        if surer in HEDGED and parse.tokens[token.head].dep == "ROOT" and parse.child(token.head, "neg") is None:
            way = HEDGED[surer] if token.dep == "ROOT" or surer in ("will", "has") else None
            if way:
                yield rewritten(parse.text, [Swap(token.start, token.end, way)])


RULES = (detail, update, another_person, hedge)

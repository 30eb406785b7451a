"""Sentences made to say the same as another in other words, by rule."""

import re
from collections.abc import Iterator

from training.meaning.grammar import listed_otherwise, passive, reordered
from training.meaning.headlines import headline
from training.meaning.names import labelled
from training.meaning.numbers import rounded_swaps, styled_swaps
from training.meaning.told import Told
from training.meaning.wording import Swap, inflected, opening, rewritten, synonym_swaps

MOST_SYNONYMS = 5
SHORT_FORMS = {
    "is not": "isn't", "are not": "aren't", "was not": "wasn't", "were not": "weren't", "do not": "don't",
    "does not": "doesn't", "did not": "didn't", "have not": "haven't", "has not": "hasn't", "had not": "hadn't",
    "will not": "won't", "would not": "wouldn't", "could not": "couldn't", "should not": "shouldn't", "cannot": "can't",
    "it is": "it's", "he is": "he's", "she is": "she's", "they are": "they're", "that is": "that's", "it will": "it'll",
}  # fmt: skip
# A thing is the one or the other: denying the one says the other.
EITHER_OR = (
    "legal illegal,possible impossible,alive dead,true false,guilty innocent,safe unsafe,known unknown,open closed,"
    "available unavailable,successful unsuccessful,complete incomplete,able unable,present absent,correct incorrect,"
    "married unmarried,clear unclear,certain uncertain,popular unpopular,aware unaware,happy unhappy,likely unlikely,"
    "related unrelated,dependent independent,official unofficial,responsible irresponsible,fair unfair,active inactive"
)
SPEAKERS = "officials|the company|a spokeswoman|police|the report|organisers|local media|the ministry".split("|")
REPORTS = (
    "{0} said that {1}.",
    "{2}, {0} said.",
    "According to {0}, {1}.",
    "{2}, according to {0}.",
    "It was confirmed that {1}.",
)
BROUGHT_ABOUT = ("did not fail to {}", "managed to {}", "did {}", "went on to {}")
Sentences = Iterator[str]


def synonyms(told: Told) -> Sentences:
    """Several words changed at once, twice over."""
    swaps = list(synonym_swaps(told.reading))
    for _ in range(min(3, len(swaps))):
        told.rng.shuffle(swaps)
        yield rewritten(told.text, swaps[: told.rng.randint(1, MOST_SYNONYMS)])


def style(told: Told) -> Sentences:
    swaps = list(styled_swaps(told.text, told.rng))
    if swaps:
        yield rewritten(told.text, swaps)


def rounding(told: Told) -> Sentences:
    for swap in rounded_swaps(told.text, true=True, rng=told.rng):
        yield rewritten(told.text, [swap])


def short_forms(told: Told) -> Sentences:
    text = told.text
    for long, short in SHORT_FORMS.items():
        for one, other in ((long, short), (short, long)):
            for match in re.finditer(rf"\b{one}\b", text, re.IGNORECASE):
                yield rewritten(text, [Swap(*match.span(), other)])


def short_names(told: Told) -> Sentences:
    """People by their last names only, or as "he" and "she" where the sentence opens with them."""
    for place, label, words in labelled(told.reading):
        if label == "PERSON" and " " in words:
            span = told.parse.span(place.first, place.last)
            opens = span.start == 0 and told.parse.lower[place.last] not in ("'s", "’s", "and", ",")
            shorter = told.rng.choice(("He", "She")) if opens and told.rng.random() < 0.5 else words.split()[-1]
            yield rewritten(told.text, [Swap(span.start, span.end, shorter)])


def order(told: Told) -> Sentences:
    yield from reordered(told.reading)
    yield from listed_otherwise(told.reading)
    yield from passive(told.reading, swapped=False)


def reported(told: Told) -> Sentences:
    said = opening(told.text, proper=told.opens_with_name)
    speaker = told.rng.choice(SPEAKERS)
    line = told.rng.choice(REPORTS).format(speaker, said, told.text.rstrip(" ."))
    yield line[:1].upper() + line[1:]


def double_negation(told: Told) -> Sentences:
    """ "It is legal" as "It is not illegal", "she won" as "she did not fail to win"."""
    parse = told.parse
    for index, token in enumerate(parse.tokens):
        if token.dep == "acomp" and (other := _counterparts().get(token.lemma.lower())):
            yield rewritten(parse.text, [Swap(token.start, token.end, f"not {other}")])
        elif token.dep == "ROOT" and (token.pos, token.tag) == ("VERB", "VBD") and parse.child(index, "neg") is None:
            way = told.rng.choice(BROUGHT_ABOUT).format(inflected(token.lemma, "VERB", "VB"))
            yield rewritten(parse.text, [Swap(token.start, token.end, way)])


def typography(told: Told) -> Sentences:
    text = told.text
    if '"' in text:
        yield text.replace('"', told.rng.choice(("'", "”", "")))
    if told.rng.random() < 0.2:
        yield told.rng.choice((text.rstrip("."), text.upper(), text.title().replace("'S", "'s"), text.lower()))


RULES = (synonyms, style, rounding, short_forms, short_names, order, reported, double_negation, typography, headline)


def _counterparts() -> dict[str, str]:
    pairs = [pair.split() for pair in EITHER_OR.split(",")]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}

"""Sentences made to say the same as another in other words, by rule."""

import random
import re
from collections.abc import Iterator

from analysis.language import Reading
from training.meaning.grammar import listed_otherwise, passive, reordered
from training.meaning.names import Names, labelled
from training.meaning.numbers import rounded_swaps, styled_swaps
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
SPEAKERS = ("officials", "the company", "a spokeswoman", "police", "the report", "organisers", "local media", "the ministry")
Sentences = Iterator[str]


def synonyms(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    """Several words changed at once, twice over."""
    swaps = list(synonym_swaps(reading))
    for _ in range(min(3, len(swaps))):
        rng.shuffle(swaps)
        yield rewritten(reading.parse.text, swaps[: rng.randint(1, MOST_SYNONYMS)])


def style(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    swaps = list(styled_swaps(reading, rng))
    if swaps:
        yield rewritten(reading.parse.text, swaps)


def rounding(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    for swap in rounded_swaps(reading, true=True, rng=rng):
        yield rewritten(reading.parse.text, [swap])


def short_forms(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    text = reading.parse.text
    for long, short in SHORT_FORMS.items():
        for one, other in ((long, short), (short, long)):
            for match in re.finditer(rf"\b{one}\b", text, re.IGNORECASE):
                yield rewritten(text, [Swap(*match.span(), other)])


def short_names(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    """People by their last names only, or as "he" and "she" where the sentence opens with them."""
    for place, label, words in labelled(reading):
        if label == "PERSON" and " " in words:
            span = reading.parse.span(place.first, place.last)
            opens = span.start == 0 and reading.parse.lower[place.last] not in ("'s", "’s", "and", ",")
            shorter = rng.choice(("He", "She")) if opens and rng.random() < 0.5 else words.split()[-1]
            yield rewritten(reading.parse.text, [Swap(span.start, span.end, shorter)])


def order(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    yield from reordered(reading)
    yield from listed_otherwise(reading)
    yield from passive(reading, swapped=False)


def reported(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    said = opening(reading.parse.text, proper=reading.parse.tokens[0].pos == "PROPN")
    speaker = rng.choice(SPEAKERS)
    ways = ("{0} said that {1}.", "{2}, {0} said.", "According to {0}, {1}.", "{2}, according to {0}.", "It was confirmed that {1}.")
    line = rng.choice(ways).format(speaker, said, reading.parse.text.rstrip(" ."))
    yield line[:1].upper() + line[1:]


def double_negation(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    """ "It is legal" as "It is not illegal", "she won" as "she did not fail to win"."""
    parse = reading.parse
    for index, token in enumerate(parse.tokens):
        if token.dep == "acomp" and (other := _counterparts().get(token.lemma.lower())):
            yield rewritten(parse.text, [Swap(token.start, token.end, f"not {other}")])
        elif token.dep == "ROOT" and token.tag == "VBD" and token.pos == "VERB" and parse.child(index, "neg") is None:
            bare = inflected(token.lemma, "VERB", "VB")
            way = rng.choice((f"did not fail to {bare}", f"managed to {bare}", f"did {bare}", f"went on to {bare}"))
            yield rewritten(parse.text, [Swap(token.start, token.end, way)])


def typography(reading: Reading, names: Names, rng: random.Random) -> Sentences:
    text = reading.parse.text
    if '"' in text:
        yield text.replace('"', rng.choice(("'", "”", "")))
    if rng.random() < 0.2:
        yield rng.choice((text.rstrip("."), text.upper(), text.title().replace("'S", "'s"), text.lower()))


RULES = (synonyms, style, rounding, short_forms, short_names, order, reported, double_negation, typography)


def _counterparts() -> dict[str, str]:
    pairs = [pair.split() for pair in EITHER_OR.split(",")]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}

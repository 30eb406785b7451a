"""Sentences made to contradict another by one change, by rule."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from analysis.lexicon import roles
from analysis.parse import Parse
from training.meaning.grammar import participants, passive
from training.meaning.headlines import denied_headline
from training.meaning.names import name_swaps
from training.meaning.numbers import date_swaps, figure_swaps, rounded_swaps
from training.meaning.told import Told
from training.meaning.wording import Swap, inflected, opening, opposite_swaps, rewritten

AUXILIARIES = frozenset("is are was were has have had will would can could should must does do did may might".split())
MOST_OPPOSITES = 3  # of one sentence
# Pairs of which both cannot hold at one spot, and which no list of opposites has.
SCOPES = """all|none of;always|never;both|neither of;everyone|nobody;everything|nothing;inside|outside;
northern|southern;eastern|western;north|south;east|west;morning|evening;winter|summer;spring|autumn;son|daughter;brother|sister;
father|mother;wife|husband;his|her;first|second;first|last;oldest|youngest;most|few of;every|no;entirely|partly;
with|without;largest|smallest;highest|lowest;best|worst;many|few;early|late;annual|monthly;male|female;upper|lower;
minutes|hours;days|weeks;months|years;million|billion;hundreds|thousands;percent|percentage points;local|foreign;
only|not only;still|no longer;already|not yet;top|bottom;final|opening;public|private;single|double"""
DENIALS = (
    "It is not true that {}.",
    "Reports that {} are false.",
    "Claims that {} turned out to be a hoax.",
    "Officials denied that {}.",
    "There is no truth in the story that {}.",
    "The story that {} was made up.",
    "No, {}: that is a myth.",
    "Fact check: {}? False.",
)
Sentences = Iterator[str]


def figure(told: Told) -> Sentences:
    yield from _one_each(told, figure_swaps(told.text, told.rng))


def date(told: Told) -> Sentences:
    yield from _one_each(told, date_swaps(told.text, told.rng))


def bound(told: Told) -> Sentences:
    yield from _one_each(told, rounded_swaps(told.text, true=False, rng=told.rng))


def name(told: Told) -> Sentences:
    yield from _one_each(told, name_swaps(told.reading, told.names, told.rng))


def antonym(told: Told) -> Sentences:
    swaps = list(opposite_swaps(told.reading))
    told.rng.shuffle(swaps)
    yield from _one_each(told, iter(swaps[:MOST_OPPOSITES]))


def scope(told: Told) -> Sentences:
    text = told.text
    for pair in re.split(r";\s*", SCOPES.strip()):
        for old, new in (pair.split("|"), pair.split("|")[::-1]):
            for match in re.finditer(rf"(?<![\w-]){old}(?![\w-])", text, re.IGNORECASE):
                yield rewritten(text, [Swap(*match.span(), new)])


def role(told: Told) -> Sentences:
    text = told.text
    for match in _roles_pattern().finditer(text):
        others = [other for other in _rivals()[match[0].lower()] if roles.exclusive(match[0], other)]
        if others:
            yield rewritten(text, [Swap(*match.span(), told.rng.choice(others))])


def negation(told: Told) -> Sentences:
    """The verb of the sentence denied, or its denial taken away."""
    parse = told.parse
    for index, token in enumerate(parse.tokens):
        denied = parse.child(index, "neg")
        if denied is not None and parse.lower[denied] in ("not", "n't", "never"):
            yield re.sub(
                r"\s+", " ", rewritten(parse.text, [Swap(parse.tokens[denied].start, parse.tokens[denied].end, "")])
            )
        elif token.dep == "ROOT" and denied is None:
            yield from _denied(parse, index)


def swapped(told: Told) -> Sentences:
    """Who did it and to whom it was done change places; or stay, in the passive."""
    found = participants(told.reading)
    if found is not None:
        text = told.text
        one, other = found
        yield rewritten(text, [Swap(one.start, one.end, other.of(text)), Swap(other.start, other.end, one.of(text))])
    yield from passive(told.reading, swapped=True)


def denial(told: Told) -> Sentences:
    yield told.rng.choice(DENIALS).format(opening(told.text, proper=told.opens_with_name))


RULES = (figure, date, bound, name, antonym, scope, role, negation, swapped, denial, denied_headline)


def _one_each(told: Told, swaps: Iterator[Swap]) -> Sentences:
    for swap in swaps:
        yield rewritten(told.text, [swap])


def _denied(parse: Parse, root: int) -> Sentences:
    text, token = parse.text, parse.tokens[root]
    helper = parse.child(root, "aux", "auxpass")
    at = root if token.pos == "AUX" else helper
    if at is not None and parse.lower[at] in AUXILIARIES:
        end = parse.tokens[at].end
        yield f"{text[:end]} not{text[end:]}"
    elif token.tag in ("VBD", "VBZ", "VBP"):
        helper_word = {"VBD": "did", "VBZ": "does", "VBP": "do"}[token.tag]
        bare = inflected(token.lemma, "VERB", "VB")
        yield rewritten(text, [Swap(token.start, token.end, f"{helper_word} not {bare}")])


@cache
def _rivals() -> dict[str, list[str]]:
    """For each office, those of its block: nobody holds two of them at a time."""
    rivals: dict[str, list[str]] = {}
    blocks = Path(roles.__file__).with_name("roles.txt").read_text(encoding="utf-8").split("\n\n")
    for block in blocks:
        lines = [line.split(" | ") for line in block.splitlines() if line and not line.startswith("#")]
        heads = [line[0] for line in lines]
        rivals |= {office.lower(): [head for head in heads if head != line[0]] for line in lines for office in line}
    return rivals


@cache
def _roles_pattern() -> re.Pattern[str]:
    offices = sorted(_rivals(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, offices)) + r")(?![\w-])", re.IGNORECASE)

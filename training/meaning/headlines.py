"""Sentences told in short, as a headline does: borne out by it, or denied."""

from collections.abc import Iterator

from training.meaning.grammar import shortened
from training.meaning.names import labelled
from training.meaning.told import Told
from training.meaning.wording import opening, rewritten, synonym_swaps

DENIALS = (
    "{name} denies that {said}",
    "{name} rejects claim that {said}",
    "{name} did nothing of the kind, lawyer says",
    "Hoax: {line}",
    "{line}? No, that was a hoax",
    "{line}: story turns out to be fake",
    "Debunked: the tale that {said}",
    "{line}? Not true, says {name}",
    "Report that {said} is retracted",
    "Paper withdraws its story on {name}",
    "No evidence that {said}",
    "How a false rumour about {name} went round the world",
)
REPORTS = (
    "Report: {line}",
    "{line}, it is reported",
    "{line}, says {name}",
    "{name}: {line}",
    "Confirmed: {line}",
    "Watch: {line}",
    "{line}: what we know so far",
    "Why {said}",
)
REWORDED = 0.6  # of the lines, one or two words in other words
IN_CAPITALS = 0.3


def denied_headline(told: Told) -> Iterator[str]:
    yield _told_by(told, told.rng.choice(DENIALS))


def headline(told: Told) -> Iterator[str]:
    yield _told_by(told, told.rng.choice(REPORTS))


def _told_by(told: Told, way: str) -> str:
    line = _line(told)
    names = [words for _, _, words in labelled(told.reading)]
    written = way.format(
        name=told.rng.choice(names or ["spokesman"]), line=line, said=opening(line, proper=told.opens_with_name)
    )
    return written.title().replace("'S", "'s") if told.rng.random() < IN_CAPITALS else written


def _line(told: Told) -> str:
    """The sentence, most often without one of its details, without its full stop."""
    if told.rng.random() < REWORDED:
        swaps = list(synonym_swaps(told.reading))
        told.rng.shuffle(swaps)
        return rewritten(told.text, swaps[:2]).rstrip(" .")
    return told.rng.choice([*shortened(told.reading), told.text]).rstrip(" .")

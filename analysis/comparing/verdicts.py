"""What a meaning model makes of two sentences; whoever compares drafts is handed a judge, and knows no model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

SentencePair = tuple[str, str]
SUREST = 0.9999  # a probability above it counts as this: no sign outweighs all others


@dataclass(frozen=True, slots=True)
class Verdict:
    """Three probabilities, the same whichever sentence comes first; `flag` where a contradiction is worth a word."""

    contradiction: float
    consistent: float
    neutral: float
    flag: bool


class Way(StrEnum):
    """How two sentences tell one thing: one is the other revised, or both open a draft and tell its news.

    Any others may well speak of two things; and what two writers took from one source they trim, but hardly turn round.
    """

    REVISED = "revised"
    OPENING = "opening"
    APART = "apart"


class Sign(StrEnum):
    """What is weighed before a contradiction is heard: what the model says, and how the two sentences differ."""

    SURE = "sure"
    EXCHANGED = "exchanged"
    ALONE = "alone"
    LACKING = "lacking"
    UNEVEN = "uneven"
    LONG = "long"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Hearing:
    """What each sign weighs, and the sum from which on a contradiction is heard.

    However much speaks for it, the model itself must hold it for likelier than not: it is the one that is quoted.
    """

    bar: float
    weights: Mapping[Sign, float]

    def hears(self, signs: Mapping[Sign, float]) -> bool:
        if signs[Sign.SURE] < 0:
            return False
        return sum(weight * signs[sign] for sign, weight in self.weights.items()) >= self.bar


@dataclass(frozen=True, slots=True)
class Judge:
    """Whom to ask: `ask` gives a verdict for each pair of sentences, in their order.

    About sentences told in a way that `hearing` lacks it is never asked.
    """

    ask: Callable[[Sequence[SentencePair]], Sequence[Verdict]]
    hearing: Mapping[Way, Hearing]


def log_odds(probability: float) -> float:
    """Nought for one half, more for what is likelier."""
    kept = min(max(probability, 1 - SUREST), SUREST)
    return log(kept / (1 - kept))


def hearing_from(threshold: float) -> Hearing:
    """That of a model of which nothing is known but the probability from which on it is right often enough."""
    return Hearing(log_odds(threshold), {Sign.SURE: 1.0})

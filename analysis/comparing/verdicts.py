"""What a meaning model makes of two sentences; whoever compares drafts is handed a judge, and knows no model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

SentencePair = tuple[str, str]
NEVER = 1.0  # a bar that nothing passes: then nobody is asked


@dataclass(frozen=True, slots=True)
class Verdict:
    """Three probabilities, the same whichever sentence comes first; `flag` where a contradiction is worth a word."""

    contradiction: float
    consistent: float
    neutral: float
    flag: bool


class Way(StrEnum):
    """How two sentences tell one thing: a sentence and its revision, with one change or more, or each in its own words.

    Those that both drafts open with tell the news; any others may well speak of two things.
    """

    ONE_CHANGE = "one_change"
    CHANGES = "changes"
    OPENING = "opening"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Judge:
    """Whom to ask: `ask` gives a verdict for each pair of sentences, in their order.

    From its bar on, the probability of a contradiction is heard: the more words differ, the oftener a judge errs.
    """

    ask: Callable[[Sequence[SentencePair]], Sequence[Verdict]]
    bars: Mapping[Way, float]

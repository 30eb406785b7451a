"""What a meaning model makes of two sentences; whoever compares drafts is handed a judge, and knows no model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

SentencePair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Three probabilities, the same whichever sentence comes first; `flag` where a contradiction is worth a word."""

    contradiction: float
    consistent: float
    neutral: float
    flag: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """From which probability of a contradiction on a judge is heard: the more words differ, the oftener it errs."""

    one_change: float
    changes: float
    apart: float


@dataclass(frozen=True, slots=True)
class Judge:
    """Whom to ask: `ask` gives a verdict for each pair of sentences, in their order."""

    ask: Callable[[Sequence[SentencePair]], Sequence[Verdict]]
    bars: Bars

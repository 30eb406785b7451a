"""What a meaning model makes of two sentences; whoever compares drafts is handed a judge, and knows no model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """Three probabilities, the same whichever sentence comes first; `flag` where a contradiction is worth a word."""

    contradiction: float
    consistent: float
    neutral: float
    flag: bool


Judge = Callable[[Sequence[tuple[str, str]]], Sequence[Verdict]]  # a verdict for each pair of sentences, in their order

"""How likely people call a statement worth checking: what its signs, wording and words weigh together.

The weights stand in `weights.json`, written by `python -m training.claim_weights`: logistic regression on the 12,300
sentences of the ClaimBuster data set (Arslan, Hassan, Li and Tremayne 2020, CC BY 4.0: sentences of debates that people
called worth checking or not). It is speech and not news.
"""

from dataclasses import dataclass
from functools import cache
from math import exp, fsum
from pathlib import Path

import msgspec

from analysis.claims.signs import Sign

WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Statement:
    """What is weighed of a statement; `meaning` is the mean of its words' vectors, empty where the model has none."""

    signs: frozenset[Sign]
    traits: frozenset[str]
    meaning: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign, trait and number of the meaning adds; `usual_meaning` is what the mean statement's adds."""

    bias: float
    threshold: float
    usual_meaning: float
    signs: dict[str, float]
    traits: dict[str, float]
    meaning: tuple[float, ...]


@cache
def weights() -> Weights:
    """The weights as they were fitted."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)


def likelihood(statement: Statement, fitted: Weights) -> float:
    """How likely people would call it worth checking, 0 to 1."""
    added = [fitted.bias, *(fitted.signs.get(sign.name, 0.0) for sign in statement.signs)]
    added += [fitted.traits.get(trait, 0.0) for trait in statement.traits]
    if len(statement.meaning) == len(fitted.meaning):
        added += [a * b for a, b in zip(statement.meaning, fitted.meaning, strict=True)]
        added.append(-fitted.usual_meaning)
    total = fsum(added)  # exact, since sets have another order in every process
    return 1 / (1 + exp(-total))

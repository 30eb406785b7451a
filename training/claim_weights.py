"""Fits what the signs, the wording and the words of a claim weigh, and writes `analysis/claims/weights.json` anew.

`python -m training.claim_weights` reads debate sentences from the folder in BACKREAD_SHARED.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from analysis.claims.finding import statements
from analysis.claims.signs import Sign
from analysis.claims.weights import WEIGHTS, Statement, Weights
from analysis.entities import find_entities
from analysis.language import read
from analysis.quantities import find_quantities
from training.logistic import Figures, fitted

SHARED = Path(os.environ.get("BACKREAD_SHARED", "../shared"))
SENTENCES = "train/claimbuster_crowdsourced.dev.jsonl"
THRESHOLD = 0.16  # chosen on the two sets that measure claims
COMMONEST = 800  # traits that are weighed: more of them, or rows of two words, gain nothing
RIDGE = 50.0  # keeps rare traits from weighing much
SOFTLY = 0.2  # how much a number of the meaning counts beside a trait when weights are kept small
DIGITS = 4


def main() -> None:
    told = list(_examples(SHARED / SENTENCES))
    found = weigh([statement for statement, _ in told], np.array([float(worth) for _, worth in told]))
    WEIGHTS.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    ranked = sorted((found.signs | found.traits).items(), key=lambda weighed: -weighed[1])
    sys.stdout.write(f"{len(told):,} statements read\n" + "".join(f"{w:7.2f}  {name}\n" for name, w in ranked))


def weigh(told: Sequence[Statement], worth: Figures) -> Weights:
    """The weights by which the statements that people called worth checking score highest."""
    signs = [sign for sign in Sign if sign is not Sign.NO_VERB]
    counted = Counter(trait for statement in told for trait in statement.traits)
    traits = sorted(trait for trait, _ in counted.most_common(COMMONEST))
    meaning = _meanings(told)
    usual, spread = meaning.mean(axis=0), meaning.std(axis=0) + 1e-9
    rows = np.hstack([_marks(told, signs, traits), (meaning - usual) / spread * SOFTLY])
    *weights, bias = fitted(rows, worth, ridge=RIDGE).tolist()
    of_signs, of_traits = weights[: len(signs)], weights[len(signs) : len(signs) + len(traits)]
    of_meaning = np.array(weights[len(signs) + len(traits) :]) * SOFTLY / spread
    return Weights(
        bias=round(bias, DIGITS),
        threshold=THRESHOLD,
        usual_meaning=round(float(usual @ of_meaning), DIGITS),
        signs={sign.name: round(weight, DIGITS) for sign, weight in zip(signs, of_signs, strict=True)},
        traits={trait: round(weight, DIGITS) for trait, weight in zip(traits, of_traits, strict=True)},
        meaning=tuple(round(float(weight), DIGITS) for weight in of_meaning),
    )


def _marks(told: Sequence[Statement], signs: Sequence[Sign], traits: Sequence[str]) -> Figures:
    """A row a statement: 1 for each sign and trait that it has."""
    rows = np.zeros((len(told), len(signs) + len(traits)))
    place = {trait: len(signs) + index for index, trait in enumerate(traits)}
    for row, statement in zip(rows, told, strict=True):
        row[[signs.index(sign) for sign in statement.signs]] = 1.0
        row[[place[trait] for trait in statement.traits if trait in place]] = 1.0
    return rows


def _meanings(told: Sequence[Statement]) -> Figures:
    """The meaning of each statement; nothing at all where the model has none."""
    length = max(len(statement.meaning) for statement in told)
    return np.array([statement.meaning or (0.0,) * length for statement in told])


def _examples(path: Path) -> Iterator[tuple[Statement, bool]]:
    """Each statement, and whether people called its sentence worth checking."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for statement in _statements_of(row["sentence"]):
                yield statement, bool(row["label"])


def _statements_of(text: str) -> Iterator[Statement]:
    reading = read(text)
    mentions, _ = find_entities(reading, ())
    quantities = find_quantities(reading.parse, dated=None)
    for _, statement in statements(reading.parse, quantities=quantities, mentions=mentions):
        yield statement


if __name__ == "__main__":
    main()

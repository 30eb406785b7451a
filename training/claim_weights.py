"""Fits how much each sign of a claim weighs, and writes `analysis/claims/weights.py` anew.

`python -m training.claim_weights` reads debate sentences from the folder in BACKREAD_SHARED.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analysis.claims import signs as beside
from analysis.claims import statements
from analysis.claims.signs import Sign
from analysis.entities import find_entities
from analysis.language import read
from analysis.quantities import find_quantities

SHARED = Path(os.environ.get("BACKREAD_SHARED", "../shared"))
SENTENCES = "train/claimbuster_crowdsourced.dev.jsonl"
EVERY = 3  # sentences, of which one is read: more changes no weight by a tenth
THRESHOLD = 0.23  # chosen on the two sets that measure claims
RIDGE = 1.0  # keeps rare signs from weighing much
STEPS = 30
TEMPLATE = '''"""How much each sign weighs; written by `python -m training.claim_weights`.

Fitted by logistic regression on {count:,} sentences of the ClaimBuster data set (Arslan, Hassan, Li and Tremayne 2020,
CC BY 4.0: sentences of debates that people called worth checking or not). It is speech and not news.
"""

from analysis.claims.signs import Sign

BIAS = {bias}
THRESHOLD = {threshold}
WEIGHTS = {{
{weights}
}}
'''

Figures = NDArray[np.float64]


def main() -> None:
    told = list(_examples(SHARED / SENTENCES))
    signs = [sign for sign in Sign if sign is not Sign.NO_VERB]
    rows = np.array([[float(sign in found) for sign in signs] for found, _ in told])
    *weights, bias = fitted(rows, np.array([float(worth) for _, worth in told])).round(2)
    ranked = sorted(zip(signs, weights, strict=True), key=lambda weighed: -weighed[1])
    lines = "\n".join(f"    Sign.{sign.name}: {weight:g}," for sign, weight in ranked)
    written = TEMPLATE.format(count=len(told), bias=bias, threshold=THRESHOLD, weights=lines)
    Path(beside.__file__).with_name("weights.py").write_text(written, encoding="utf-8")
    sys.stdout.write(f"{len(told):,} statements read\n{lines}\n")


def fitted(rows: Figures, worth: Figures) -> Figures:
    """Logistic regression by Newton's method; the last figure is the bias."""
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([*[RIDGE] * (rows.shape[1] - 1), 0.0])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - worth) + ridge @ weights
        weights -= np.linalg.solve((rows.T * (likely * (1 - likely))) @ rows + ridge, slope)
    return weights


def _examples(path: Path) -> Iterator[tuple[frozenset[Sign], bool]]:
    """The signs of each statement, and whether people called its sentence worth checking."""
    with path.open(encoding="utf-8") as lines:
        for line in list(lines)[::EVERY]:
            row = json.loads(line)
            for signs in _signs_of(row["sentence"]):
                yield signs, bool(row["label"])


def _signs_of(text: str) -> Iterator[frozenset[Sign]]:
    reading = read(text)
    mentions, _ = find_entities(reading, ())
    quantities = find_quantities(reading.parse, dated=None)
    for _, signs in statements(reading.parse, quantities=quantities, mentions=mentions):
        yield signs


if __name__ == "__main__":
    main()

"""What is weighed comes out the same in every process, to the last digit."""

import os
import subprocess
import sys

from tests.repository import ROOT

SCORES = """
from analysis.claims.weights import Statement, likelihood, weights
traits = sorted(weights().traits)
for first in range(0, 2_000, 40):
    print(repr(likelihood(Statement(frozenset(), frozenset(traits[first : first + 40]), ()), weights())))
"""


def scores(*, hash_seed: int) -> list[str]:
    environment = os.environ | {"PYTHONHASHSEED": str(hash_seed)}
    answer = subprocess.run(
        [sys.executable, "-c", SCORES], cwd=ROOT, env=environment, capture_output=True, check=True, text=True
    )
    return answer.stdout.split()


def test_score_of_a_claim_does_not_depend_on_the_order_of_its_traits() -> None:
    found = scores(hash_seed=1)

    assert len(set(found)) > 1
    assert found == scores(hash_seed=2)

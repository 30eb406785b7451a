"""The weights of claims are fitted as the signs decide."""

import numpy as np

from analysis.claims.signs import Sign
from analysis.claims.weights import Statement, likelihood
from training.claim_weights import weigh
from training.logistic import fitted


def test_a_sign_that_decides_outweighs_one_that_does_not() -> None:
    decides, idle = [1.0, 1.0, 0.0, 0.0] * 20, [1.0, 0.0, 1.0, 0.0] * 20

    first, second, _ = fitted(np.array([decides, idle]).T, np.array(decides), ridge=1.0)

    assert first > 1
    assert abs(second) < 0.1


def test_the_bias_tells_how_rare_claims_are() -> None:
    rows = np.zeros((100, 1))

    *_, bias = fitted(rows, np.array([1.0] * 20 + [0.0] * 80), ridge=1.0)

    assert abs(1 / (1 + np.exp(-bias)) - 0.2) < 1e-6


def test_what_is_weighed_tells_claims_from_others() -> None:
    claim = Statement(frozenset({Sign.FIGURE}), frozenset({"tag CD"}), (1.0, 0.0))
    other = Statement(frozenset({Sign.QUESTION}), frozenset({"tag WP"}), (0.0, 1.0))

    weights = weigh([claim, other] * 200, np.array([1.0, 0.0] * 200))

    assert likelihood(claim, weights) > 0.8
    assert likelihood(other, weights) < 0.2


def test_a_statement_without_meaning_is_weighed_by_the_rest() -> None:
    claim = Statement(frozenset({Sign.FIGURE}), frozenset({"tag CD"}), (1.0, 0.0))
    other = Statement(frozenset({Sign.QUESTION}), frozenset({"tag WP"}), (0.0, 1.0))
    weights = weigh([claim, other] * 200, np.array([1.0, 0.0] * 200))

    assert likelihood(Statement(claim.signs, claim.traits, ()), weights) > 0.5

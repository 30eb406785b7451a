"""The weights of claims are fitted as the signs decide."""

import numpy as np

from training.claim_weights import fitted


def test_a_sign_that_decides_outweighs_one_that_does_not() -> None:
    decides, idle = [1.0, 1.0, 0.0, 0.0] * 20, [1.0, 0.0, 1.0, 0.0] * 20

    first, second, _ = fitted(np.array([decides, idle]).T, np.array(decides))

    assert first > 1
    assert abs(second) < 0.1


def test_the_bias_tells_how_rare_claims_are() -> None:
    rows = np.zeros((100, 1))

    *_, bias = fitted(rows, np.array([1.0] * 20 + [0.0] * 80))

    assert abs(1 / (1 + np.exp(-bias)) - 0.2) < 1e-6

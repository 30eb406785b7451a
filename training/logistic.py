"""Logistic regression by Newton's method, for the few signs by which the analysis decides."""

import numpy as np
from numpy.typing import NDArray

STEPS = 12

Figures = NDArray[np.float64]


def fitted(rows: Figures, right: Figures, *, ridge: float) -> Figures:
    """What each column weighs in telling which rows are right, kept small by the ridge; the last is the bias."""
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    weights = np.zeros(rows.shape[1])
    held = np.diag([*[ridge] * (rows.shape[1] - 1), 0.0])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - right) + held @ weights
        weights -= np.linalg.solve((rows.T * (likely * (1 - likely))) @ rows + held, slope)
    return weights

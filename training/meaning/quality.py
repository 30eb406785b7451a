"""How well contradictions are told from the rest, and how sure the figure is."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

RESAMPLED = 500
INTERVAL = (2.5, 97.5)


def area_under_curve(scores: Sequence[float], clashes: Sequence[bool]) -> float:
    """The chance that a contradiction scores above another pair; 0.5 is a coin. Ties count half."""
    good = np.asarray(clashes, dtype=bool)
    ranks = _ranks(np.asarray(scores, dtype=float))
    wins = ranks[good].sum() - good.sum() * (good.sum() + 1) / 2
    return float(wins / (good.sum() * (~good).sum()))


def confidence_interval(scores: Sequence[float], clashes: Sequence[bool]) -> tuple[float, float]:
    """The 95 per cent interval of the area, by drawing the pairs anew with repetition."""
    rng = np.random.default_rng(0)
    scored, good = np.asarray(scores, dtype=float), np.asarray(clashes, dtype=bool)
    draws = (rng.integers(0, len(good), len(good)) for _ in range(RESAMPLED))
    areas = [
        area_under_curve(list(scored[draw]), list(good[draw])) for draw in draws if 0 < good[draw].sum() < len(good)
    ]
    low, high = np.percentile(areas, INTERVAL)
    return float(low), float(high)


def _ranks(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Places in order from 1, those that tie share their mean."""
    _, places, counts = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[places], dtype=np.float64)

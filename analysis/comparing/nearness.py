"""How near in meaning the sentences of two drafts are, seen from their vectors."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]  # a row of length 1 for each sentence of a draft
BLOCK = 512  # sentences of one draft held against all of the other at a time: memory stays flat


def nearness(a: Vectors, b: Vectors, pairs: Sequence[tuple[int, int]]) -> list[float]:
    """For each pair of sentences how near they are, 0 to 1."""
    left, right = (np.array([pair[side] for pair in pairs], dtype=np.intp) for side in (0, 1))
    near: list[float] = np.einsum("ij,ij->i", a[left], b[right]).clip(0, 1).tolist()
    return near


def nearest(a: Vectors, b: Vectors) -> Iterator[tuple[int, int, float]]:
    """The sentences that are nearest to one another, seen from both drafts, with how near they are."""
    if not len(a) or not len(b):
        return
    in_b, _ = _nearest_of(a, b)
    in_a, near = _nearest_of(b, a)
    for j, i in enumerate(in_a):
        if in_b[i] == j:
            yield i, j, min(max(near[j], 0.0), 1.0)


def _nearest_of(a: Vectors, b: Vectors) -> tuple[list[int], list[float]]:
    """For each sentence of A the nearest of B, and how near it is."""
    places: list[int] = []
    near: list[float] = []
    for start in range(0, len(a), BLOCK):
        block = a[start : start + BLOCK] @ b.T
        places += block.argmax(axis=1).tolist()
        near += block.max(axis=1).tolist()
    return places, near

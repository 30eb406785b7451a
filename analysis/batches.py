"""How much of a text a model reads at once: as many sentences as have so many pieces, so that memory stays flat."""

from collections.abc import Iterator, Sequence

PIECES_AT_ONCE = 512


def batches_of(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The places of all sentences, given by how many pieces each has: the short ones first, like beside like."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[place] > PIECES_AT_ONCE:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch

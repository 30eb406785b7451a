"""A pair of sentences to learn from, and the file that holds them."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from analysis.meaning import Sense


class Origin(StrEnum):
    """Where a pair comes from; the mixture takes a share of each."""

    REVISION = "revision"
    EVIDENCE = "evidence"
    EDIT = "edit"
    CLAIM = "claim"
    TOPICAL = "topical"
    SAME = "same"
    ADDED = "added"
    OPPOSED = "opposed"


class Pair(msgspec.Struct, frozen=True):
    """Two sentences; pairs of one group never stand on both sides of training and checking."""

    a: str
    b: str
    label: Sense
    origin: Origin
    group: str
    rule: str = ""


def write_pairs(path: Path, pairs: Iterable[Pair]) -> None:
    path.write_bytes(b"".join(msgspec.json.encode(pair) + b"\n" for pair in pairs))


def read_pairs(path: Path) -> Iterator[Pair]:
    for line in path.read_bytes().splitlines():
        yield msgspec.json.decode(line, type=Pair)

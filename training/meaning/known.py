"""Pairs of texts of which people said whether they conflict, laid side by side as the engine does."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from analysis.comparing.pairs import Pair, pair_up
from analysis.comparing.verdicts import Judge
from analysis.pipeline import annotate
from analysis.similarity import pair_vectors
from training.confidences import is_known
from training.meaning.places import MEASURED

Row = Mapping[str, Any]


def known_rows(name: str, *, most: int) -> list[tuple[int, Row]]:
    """So many rows of a set at most, spread over the whole of it, each with its number."""
    rows = map(msgspec.json.decode, (MEASURED / f"{name}.dev.jsonl").read_bytes().splitlines())
    known = [(number, row) for number, row in enumerate(rows) if is_known(name, row)]
    return known[:: -(-len(known) // most)]


def laid_side_by_side(row: Row, judge: Judge | None) -> Pair:
    """The two texts of a row, annotated."""
    texts = (row["text_a"], row["text_b"]) if "text_a" in row else (row["a"], row["b"])
    days = [date.fromisoformat(day) if (day := row.get(field)) else None for field in ("date_a", "date_b")]
    a, b = (annotate(text, dated=day) for text, day in zip(texts, days, strict=True))
    return pair_up(a, b, vectors=pair_vectors(a, b), judge=judge)

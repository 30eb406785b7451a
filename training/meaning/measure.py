"""Tells how well the exported model tells contradictions on sets that it was never trained on, and at which threshold.

`python -m training.meaning.measure [--limit N] [SET...]` runs the model of BACKREAD_MEANING_MODEL, by default ours.
"""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from analysis.meaning import Sense, meaning_model, verdicts
from training.meaning.places import MEASURED
from training.meaning.quality import area_under_curve, confidence_interval
from training.meaning.sources import Row

# A set is measured by how well its contradictions stand out, a quiet one by how often it is flagged.
SETS = ("vitaminc_revpairs", "emergent", "summedits_news_pairs", "rte3_3way", "msrp_test", "topical")
QUIET = {"msrp_test": Sense.CONSISTENT, "topical": Sense.NEUTRAL}
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
Scored = list[tuple[float, str]]  # how likely a contradiction, and what people say


def main() -> None:
    options = ArgumentParser(description=__doc__)
    options.add_argument("sets", nargs="*", default=SETS)
    options.add_argument("--limit", type=int, help="so many pairs of each set")
    chosen = options.parse_args()
    for name in chosen.sets:
        for line in _told(name, _scored(MEASURED / f"{name}.dev.jsonl", chosen.limit)):
            sys.stdout.write(f"{name:22} {line}\n")


def _scored(path: Path, limit: int | None) -> Scored:
    rows = [msgspec.json.decode(line, type=Row) for line in path.read_bytes().splitlines()[:limit]]
    model = meaning_model()
    if model is None:
        raise SystemExit("there is no model to measure: run training.meaning.export first")
    begun = time.perf_counter()
    found = verdicts(model, [(row.text_a, row.text_b) for row in rows])
    sys.stdout.write(f"{path.stem:22} {len(rows) / (time.perf_counter() - begun):.0f} pairs a second\n")
    return [(verdict.contradiction, row.label) for verdict, row in zip(found, rows, strict=True)]


def _told(name: str, scored: Scored) -> Iterator[str]:
    if name in QUIET:
        quiet = [score for score, label in scored if label == QUIET[name]]
        yield "flagged at " + ", ".join(f"{bar}: {_share(quiet, bar):.3f}" for bar in THRESHOLDS)
        return
    scores, clashes = [score for score, _ in scored], [label == Sense.CONTRADICTION for _, label in scored]
    low, high = confidence_interval(scores, clashes)
    yield f"area under the curve {area_under_curve(scores, clashes):.3f} ({low:.3f} to {high:.3f})"
    for bar in THRESHOLDS:
        caught = _share([score for score, clash in zip(scores, clashes, strict=True) if clash], bar)
        wrong = _share([score for score, clash in zip(scores, clashes, strict=True) if not clash], bar)
        yield f"at {bar}: {caught:.3f} of the contradictions flagged, {wrong:.3f} of the others"


def _share(scores: Sequence[float], threshold: float) -> float:
    return sum(score >= threshold for score in scores) / max(1, len(scores))


if __name__ == "__main__":
    main()

"""Fits when the checks hear the model, and writes it into the card of the model that is set.

`python -m training.meaning.hearing` weighs what the model says with how two sentences differ, for each way to tell a
thing. It is heard from the lowest sum on where as many as WANTED says are right, by weights that did not see the row.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from analysis.comparing.verdicts import Hearing, Judge, Sign, Way, log_odds
from analysis.meaning import FOLDER_VARIABLE, OUR_FOLDER, Card, judge
from training.logistic import Figures, fitted
from training.meaning.asked import Asked, asked_in

SETS = ("summedits_news_pairs", "vitaminc_revpairs", "emergent", "msrp_test", "injected", "independent")
# Of what is heard, the share that must be right: of two writers, who share few words to look at, more than of one.
WANTED = {Way.REVISED: 0.82, Way.OPENING: 0.9, Way.APART: 0.9}
FEWEST = 10  # to be heard in a way at all
FOLDS = 5
RIDGE = 3.0
DIGITS = 3


def main() -> None:
    options = ArgumentParser(description=__doc__)
    options.add_argument("--most", type=int, default=2_000, help="rows of a set, spread over the whole of it")
    chosen = options.parse_args()
    told = judge()
    if told is None:
        raise SystemExit("there is no model to hear: run training.meaning.export first")
    asked = [one for name in SETS for one in asked_in(name, most=chosen.most)]
    found = hearing(list(_judged(told, asked)))
    folder = Path(os.environ.get(FOLDER_VARIABLE) or OUR_FOLDER)
    card = msgspec.json.decode((folder / "card.json").read_bytes(), type=Card)
    written = msgspec.json.encode(msgspec.structs.replace(card, hearing=found))
    (folder / "card.json").write_bytes(msgspec.json.format(written) + b"\n")
    sys.stdout.write(f"{len(asked):,} pairs of sentences\n" + "".join(f"{way}: {how}\n" for way, how in found.items()))


def hearing(asked: Sequence[Asked]) -> dict[Way, Hearing]:
    """When to hear a model in each way to tell a thing; ways in which too little is right are left out."""
    found = {way: _hearing([one for one in asked if one.way is way], wanted=wanted) for way, wanted in WANTED.items()}
    return {way: how for way, how in found.items() if how is not None}


def _judged(told: Judge, asked: Sequence[Asked]) -> Iterator[Asked]:
    verdicts = told.ask([one.sentences for one in asked])
    for one, verdict in zip(asked, verdicts, strict=True):
        yield msgspec.structs.replace(one, signs=one.signs | {Sign.SURE: log_odds(verdict.contradiction)})


def _hearing(asked: Sequence[Asked], *, wanted: float) -> Hearing | None:
    right = np.array([float(one.right) for one in asked])
    if not FEWEST <= right.sum() < len(asked):
        return None
    rows = np.array([[one.signs[sign] for sign in Sign] for one in asked])
    sums = _unseen(rows, right, np.array([one.row % FOLDS for one in asked]))
    likely = rows[:, list(Sign).index(Sign.SURE)] >= 0  # the others are never heard
    bar = _lowest(sums[likely], right[likely], wanted=wanted)
    if bar is None:
        return None
    weights, bias = _weighed(rows, right)
    told = zip(Sign, weights.tolist(), strict=True)
    return Hearing(round(bar - bias, DIGITS), {sign: round(weight, DIGITS) for sign, weight in told})


def _unseen(rows: Figures, right: Figures, folds: Figures) -> Figures:
    """What each row comes to by weights that were fitted to the other folds."""
    sums = np.empty(len(rows))
    for fold in range(FOLDS):
        weights, bias = _weighed(rows[folds != fold], right[folds != fold])
        sums[folds == fold] = rows[folds == fold] @ weights + bias
    return sums


def _weighed(rows: Figures, right: Figures) -> tuple[Figures, float]:
    """What each sign weighs, and the bias; the ridge holds all of them alike, whatever they are counted in."""
    usual, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1.0
    *weights, bias = fitted((rows - usual) / spread, right, ridge=RIDGE).tolist()
    scaled = np.array(weights) / spread
    return scaled, bias - float(usual @ scaled)


def _lowest(sums: Figures, right: Figures, *, wanted: float) -> float | None:
    """The lowest sum from which on enough is right."""
    order = np.argsort(-sums)
    heard = np.arange(1, len(order) + 1)
    enough = (heard >= FEWEST) & (np.cumsum(right[order]) >= wanted * heard)
    return float(sums[order][enough][-1]) if enough.any() else None


if __name__ == "__main__":
    main()

"""Trains the model round by round; goes on from the last checkpoint, and reads the pairs anew for each round.

Several runs start from the same weights and read other rounds; `training.meaning.export` ships the mean of them all.
"""

import random
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import torch
from torch import nn
from torch.optim import AdamW, Optimizer

from analysis.meaning import Sense
from training.meaning.cross_encoder import answers_wanted, batch_of, fresh_model, groups_to_learn
from training.meaning.mixture import ROUND, kept_back, round_of
from training.meaning.pairs import Origin, Pair, read_pairs
from training.meaning.places import PAIRS, checkpoint
from training.meaning.quality import area_under_curve

SEED = 20
BATCH = 64
STEPS = ROUND // BATCH  # a round
SORTED_AT_ONCE = 20 * BATCH  # pairs are sorted by length so that little is filled up
RATE = 2.2e-4
WARM_UP = 150  # steps
LAST_RATE = 0.02  # of the full rate
SMOOTHING = 0.05
TELL_EVERY, KEEP_EVERY = 20, 250  # steps
LARGEST_SLOPE = 1.0
CHECKED = 200  # pairs of each origin


def main() -> None:
    options = ArgumentParser(description=__doc__)
    options.add_argument("--run", type=int, default=0, help="its number: run 1 reads the rounds behind those of run 0")
    options.add_argument("--rounds", type=int, default=4, help="of 12,000 pairs; the rate sinks to the end")
    options.add_argument("--threads", type=int, default=1)
    chosen = options.parse_args()
    steps = chosen.rounds * STEPS
    torch.manual_seed(SEED)
    torch.set_num_threads(chosen.threads)
    model = fresh_model()
    torch.manual_seed(SEED + chosen.run)  # only now: all runs start from the same weights, else they have no mean
    optimizer = AdamW(groups_to_learn(model, RATE), weight_decay=0.01, fused=True)
    kept = checkpoint(chosen.run)
    start = _resumed(kept, model, optimizer)
    behind = chosen.run * steps
    for step, batch in enumerate(_batches(behind + start, behind + steps), start + 1):
        _set_rate(optimizer, step / steps, min(1.0, step / WARM_UP))
        loss = _learn(model, optimizer, batch)
        if step % TELL_EVERY == 0:
            _tell(f"step {step} of {steps}, loss {loss:.3f}")
        if step % KEEP_EVERY == 0 or step == steps:
            _keep(kept, model, optimizer, step)
            _tell(", ".join(f"{origin} {area:.3f}" for origin, area in _areas(model)))


def _batches(start: int, steps: int) -> Iterator[list[Pair]]:
    """From the step after `start` on; every round's pairs are those of its number, wherever training was stopped."""
    for number in range(start // STEPS, -(-steps // STEPS)):
        pairs = round_of(kept_back(read_pairs(PAIRS), check=False), number)
        batches = list(_by_length(pairs, random.Random(number)))[:STEPS]
        yield from batches[max(0, start - number * STEPS) :]


def _by_length(pairs: list[Pair], rng: random.Random) -> Iterator[list[Pair]]:
    for first in range(0, len(pairs), SORTED_AT_ONCE):
        some = sorted(pairs[first : first + SORTED_AT_ONCE], key=lambda pair: len(pair.a) + len(pair.b))
        batches = [some[place : place + BATCH] for place in range(0, len(some), BATCH)]
        rng.shuffle(batches)
        yield from batches


def _learn(model: nn.Module, optimizer: Optimizer, pairs: list[Pair]) -> float:
    model.train()
    with torch.autocast("cpu", torch.bfloat16):
        answers = model(**batch_of(pairs))
    loss = nn.functional.cross_entropy(answers.float(), answers_wanted(pairs), label_smoothing=SMOOTHING)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), LARGEST_SLOPE)
    optimizer.step()
    optimizer.zero_grad()
    return float(loss.item())


def _set_rate(optimizer: Optimizer, done: float, warmth: float) -> None:
    """The rate of a step: up from nothing at first, then down in a straight line to the end of all rounds."""
    share = warmth * max(LAST_RATE, 1 - done)
    for group in optimizer.param_groups:
        group["lr"] = group["full_rate"] * share


def _areas(model: nn.Module) -> Iterator[tuple[Origin, float]]:
    """How well the kept-back pairs are told apart, for each origin that has both."""
    checked = kept_back(read_pairs(PAIRS), check=True)
    for origin in (Origin.REVISION, Origin.EVIDENCE, Origin.EDIT, Origin.CLAIM):
        pairs = [pair for pair in checked if pair.origin is origin]
        pairs = sorted(pairs, key=lambda pair: crc32(pair.a.encode()))[:CHECKED]
        clashes = [pair.label is Sense.CONTRADICTION for pair in pairs]
        if any(clashes) and not all(clashes):
            yield origin, area_under_curve(_scores(model, pairs), clashes)


def _scores(model: nn.Module, pairs: list[Pair]) -> list[float]:
    model.eval()
    scores: list[float] = []
    for first in range(0, len(pairs), BATCH):
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            answers = model(**batch_of(pairs[first : first + BATCH]))
        scores += answers.float().softmax(-1)[:, 0].tolist()
    return scores


def _keep(path: Path, model: nn.Module, optimizer: Optimizer, step: int) -> None:
    """Write beside and rename: a run that is killed meanwhile leaves the last checkpoint whole."""
    beside = path.with_suffix(".new")
    torch.save({"step": step, "model": model.state_dict(), "optimizer": optimizer.state_dict()}, beside)
    beside.replace(path)


def _resumed(path: Path, model: nn.Module, optimizer: Optimizer) -> int:
    """The step at which the last run stopped, its weights put in place; 0 where there was none."""
    if not path.exists():
        return 0
    kept = torch.load(path)
    model.load_state_dict(kept["model"])
    rates = [group["full_rate"] for group in optimizer.param_groups]
    optimizer.load_state_dict(kept["optimizer"])
    for group, rate in zip(optimizer.param_groups, rates, strict=True):
        group["full_rate"] = rate
    return int(kept["step"])


def _tell(line: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

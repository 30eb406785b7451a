"""Finds from which probability on the checks may hear the model, and writes it into the card of the model that is set.

`python -m training.meaning.bars` compares pairs with known answers and looks at the sentences in which no rule sees a
conflict: the bar is the lowest from which on so many of them as WANTED says hold one.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from analysis.checks import pair_checks
from analysis.comparing.judging import left_to_the_model
from analysis.comparing.pairs import Pair, pair_up
from analysis.comparing.verdicts import Judge, Way
from analysis.findings import Finding, Kind
from analysis.meaning import FOLDER_VARIABLE, OUR_FOLDER, Card, judge
from analysis.pipeline import annotate
from analysis.similarity import pair_vectors
from training.confidences import is_known, is_right
from training.meaning.places import MEASURED

SETS = ("summedits_news_pairs", "vitaminc_revpairs", "msrp_test", "injected", "independent")
WANTED = 0.8  # of what is heard, the share that must be right
FEWEST = 10  # findings above a bar, else it says nothing
NEVER = 1.0
ALL = dict.fromkeys(Way, 0.0)
Heard = tuple[Way, float, bool]  # how the sentences were told, the probability, whether they contradict each other


def main() -> None:
    told = judge()
    if told is None:
        raise SystemExit("there is no model to hear: run training.meaning.export first")
    folder = Path(os.environ.get(FOLDER_VARIABLE) or OUR_FOLDER)
    found = bars([heard for name in SETS for heard in _heard_in(name, Judge(told.ask, ALL))])
    card = msgspec.json.decode((folder / "card.json").read_bytes(), type=Card)
    written = msgspec.json.encode(msgspec.structs.replace(card, bars=found))
    (folder / "card.json").write_bytes(msgspec.json.format(written) + b"\n")
    sys.stdout.write(f"{found}\n")


def bars(heard: Iterable[Heard]) -> dict[Way, float]:
    """For each way to tell, the lowest bar above which enough is right."""
    by_way: dict[Way, list[tuple[float, bool]]] = defaultdict(list)
    for way, probability, right in heard:
        by_way[way].append((probability, right))
    return {way: _lowest(by_way[way]) for way in Way}


def _lowest(heard: list[tuple[float, bool]]) -> float:
    """Two decimals, rounded up; higher bars must do as well, so that no lucky few decide."""
    lowest, right = NEVER, 0
    for count, (probability, is_conflict) in enumerate(sorted(heard, reverse=True), 1):
        right += is_conflict
        if count >= FEWEST and right < WANTED * count:
            break
        lowest = probability
    return min(NEVER, int(lowest * 100 + 1) / 100) if len(heard) >= FEWEST else NEVER


def _heard_in(name: str, told: Judge) -> Iterator[Heard]:
    for line in (MEASURED / f"{name}.dev.jsonl").read_bytes().splitlines():
        row = msgspec.json.decode(line)
        if is_known(name, row):
            pair = _laid_side_by_side(row, told)
            findings = [finding for check in pair_checks() for finding in check.compare(pair)]
            for finding in left_to_the_model(pair, findings):
                if finding.kind is Kind.MEANING:
                    yield *_told(pair, finding), is_right(row, finding)


def _laid_side_by_side(row: Mapping[str, Any], told: Judge) -> Pair:
    texts = (row["text_a"], row["text_b"]) if "text_a" in row else (row["a"], row["b"])
    days = [date.fromisoformat(day) if (day := row.get(field)) else None for field in ("date_a", "date_b")]
    a, b = (annotate(text, dated=day) for text, day in zip(texts, days, strict=True))
    return pair_up(a, b, vectors=pair_vectors(a, b), judge=told)


def _told(pair: Pair, finding: Finding) -> tuple[Way, float]:
    place = pair.a.sentence_of(finding.a[0]), pair.b.sentence_of(finding.b[0])
    return pair.way(*place), pair.verdicts[place].contradiction


if __name__ == "__main__":
    main()

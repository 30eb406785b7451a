"""Finds from which probability on the checks may hear the model, and writes it into the card of the model that is set.

`python -m training.meaning.bars` compares pairs with known answers and looks at the sentences in which no rule sees a
conflict: the bar is the lowest from which on so many of them as WANTED says hold one.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

import msgspec

from analysis.checks import pair_checks
from analysis.comparing.judging import by_rule
from analysis.comparing.pairs import Pair, pair_up
from analysis.comparing.verdicts import NEVER, Judge, Way
from analysis.meaning import FOLDER_VARIABLE, OUR_FOLDER, Card, Sense, judge
from analysis.pipeline import annotate
from analysis.similarity import pair_vectors
from analysis.spans import Spanned
from training.confidences import is_known
from training.meaning.places import MEASURED

SETS = ("summedits_news_pairs", "vitaminc_revpairs", "emergent", "msrp_test", "injected", "independent")
WANTED = 0.8  # of what is heard, the share that must be right
FEWEST = 10  # findings above a bar, else it says nothing
ASKED = 0.9999  # so that every pair is asked about, and hardly any becomes a finding
Heard = tuple[Way, float, bool]  # how the sentences were told, the probability, whether they contradict each other


def main() -> None:
    told = judge()
    if told is None:
        raise SystemExit("there is no model to hear: run training.meaning.export first")
    hearing_all = Judge(told.ask, dict.fromkeys(Way, ASKED))
    folder = Path(os.environ.get(FOLDER_VARIABLE) or OUR_FOLDER)
    found = bars([heard for name in SETS for heard in _heard_in(name, hearing_all)])
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
    """In hundredths, rounded up."""
    tried = sorted({probability for probability, _ in heard})
    enough = (bar for bar in tried if _is_enough([right for probability, right in heard if probability >= bar]))
    return min(NEVER, ceil(next(enough, NEVER) * 100) / 100)


def _is_enough(right: list[bool]) -> bool:
    return len(right) >= FEWEST and sum(right) >= WANTED * len(right)


def _heard_in(name: str, told: Judge) -> Iterator[Heard]:
    """All sentences of a set of which no rule says what is wrong with them."""
    for line in (MEASURED / f"{name}.dev.jsonl").read_bytes().splitlines():
        row = msgspec.json.decode(line)
        if is_known(name, row):
            pair = _laid_side_by_side(row, told)
            decided = by_rule(pair, (finding for check in pair_checks() for finding in check.compare(pair)))
            for place, verdict in pair.verdicts.items():
                if place not in decided:
                    yield pair.way(*place), verdict.contradiction, _is_right(row, pair, place)


def _is_right(row: Mapping[str, Any], pair: Pair, place: tuple[int, int]) -> bool:
    """Whether an error was put into the sentences, or, where no place is known, whether the pair conflicts at all."""
    if "errors" not in row:
        return bool(row["label"] == Sense.CONTRADICTION)
    a, b = pair.a.document.sentences[place[0]], pair.b.document.sentences[place[1]]
    return any(_holds(a, error["a"]) and _holds(b, error["b"]) for error in row["errors"])


def _holds(sentence: Spanned, marked: Iterable[Sequence[int]]) -> bool:
    return any(sentence.start < last and first < sentence.end for first, last in marked)


def _laid_side_by_side(row: Mapping[str, Any], told: Judge) -> Pair:
    texts = (row["text_a"], row["text_b"]) if "text_a" in row else (row["a"], row["b"])
    days = [date.fromisoformat(day) if (day := row.get(field)) else None for field in ("date_a", "date_b")]
    a, b = (annotate(text, dated=day) for text, day in zip(texts, days, strict=True))
    return pair_up(a, b, vectors=pair_vectors(a, b), judge=told)


if __name__ == "__main__":
    main()

"""Draws the table of what the rules find alone, what the model finds alone, and what both find, on the engine as it is.

`python -m training.meaning.ablation` reads every set once, and prints its part of the table as soon as it is read.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from enum import StrEnum

from analysis.checks import pair_checks
from analysis.comparing.judging import left_to_the_model
from analysis.comparing.verdicts import Judge
from analysis.findings import Finding, Kind
from analysis.meaning import Sense, judge
from analysis.settlement import settled
from training.confidences import is_right
from training.meaning.known import Row, known_rows, laid_side_by_side

LABELLED = ("summedits_news_pairs", "bump_pairs", "vitaminc_revpairs", "emergent", "rte3_3way", "msrp_test", "topical")
WITH_PLACES = ("injected", "independent")


class Speaker(StrEnum):
    """Who may say that two texts conflict."""

    RULES = "rules alone"
    MODEL = "model alone"
    BOTH = "both"


Told = list[tuple[Row, list[Finding]]]  # each pair of texts, with the conflicts that were found in it
Figure = tuple[str, float]


def main() -> None:
    options = ArgumentParser(description=__doc__)
    options.add_argument("sets", nargs="*", default=[*LABELLED, *WITH_PLACES])
    options.add_argument("--most", type=int, default=10_000, help="rows of a set, spread over the whole of it")
    chosen = options.parse_args()
    told = judge()
    if told is None:
        raise SystemExit("there is no model to hear: run training.meaning.export first")
    _print("set", "figure", *Speaker)
    _print(*["---"] * (2 + len(Speaker)))
    for name in chosen.sets:
        for line in _lines(name, _read(name, told, most=chosen.most)):
            _print(*line)


def labelled(told: Told) -> Iterator[Figure]:
    """The figures of pairs that conflict or do not, as a whole."""
    clash = [row["label"] == Sense.CONTRADICTION for row, _ in told]
    found = [bool(conflicts) for _, conflicts in told]
    hits = sum(both for both in map(min, clash, found))
    alarms = sum(found) - hits
    recall, alarm_rate = _share(hits, sum(clash)), _share(alarms, len(told) - sum(clash))
    if any(clash):
        yield "recall", recall
        marked = [(row, conflicts) for row, conflicts in told if row["label"] == Sense.CONTRADICTION and row["spans_b"]]
        if marked:
            placed = sum(any(is_right(row, one) for one in conflicts) for row, conflicts in marked)
            yield "right place", placed / len(marked)
    if any(clash) and not all(clash):
        yield "precision", _share(hits, sum(found))
        yield "F1", _share(2 * hits, sum(found) + sum(clash))
        yield "balanced accuracy", (recall + 1 - alarm_rate) / 2
    if not all(clash):
        yield "false alarms", alarm_rate


def with_places(told: Told) -> Iterator[Figure]:
    """The figures of articles into which errors were put at known places."""
    errors = [(error, conflicts) for row, conflicts in told for error in row["errors"]]
    found = [any(is_right({"errors": [error]}, one) for one in conflicts) for error, conflicts in errors]
    stray = sum(not is_right(row, one) for row, conflicts in told for one in conflicts)
    yield "recall", _share(sum(found), len(found))
    yield "conflicts at no error, per 1,000 words", _share(1000 * stray, sum(len(row["a"].split()) for row, _ in told))
    yield "conflicts a pair", _share(sum(len(conflicts) for _, conflicts in told), len(told))


def _read(name: str, told: Judge, *, most: int) -> dict[Speaker, Told]:
    by_speaker: dict[Speaker, Told] = {speaker: [] for speaker in Speaker}
    for _, row in known_rows(name, most=most):
        for speaker, findings in _findings(row, told).items():
            by_speaker[speaker].append((row, [finding for finding in findings if finding.conflict]))
    return by_speaker


def _findings(row: Row, told: Judge) -> dict[Speaker, Sequence[Finding]]:
    pair = laid_side_by_side(row, told)
    found = [finding for check in pair_checks() for finding in check.compare(pair)]
    return {
        Speaker.RULES: settled(finding for finding in found if finding.kind is not Kind.MEANING),
        Speaker.MODEL: settled(finding for finding in found if finding.kind is Kind.MEANING),
        Speaker.BOTH: settled(left_to_the_model(pair, found)),
    }


def _lines(name: str, told: dict[Speaker, Told]) -> Iterator[list[str]]:
    figures = [dict((with_places if name in WITH_PLACES else labelled)(told[speaker])) for speaker in Speaker]
    for figure in figures[0]:
        yield [name, figure, *(f"{of_speaker[figure]:.3f}" for of_speaker in figures)]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _print(*cells: str) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

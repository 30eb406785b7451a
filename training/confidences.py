"""Measures how often the conflicts of each kind and evidence are right, and writes the table that findings are told by.

`python -m training.confidences` reads pairs with known answers from the folder in BACKREAD_SHARED, writes
`analysis/comparing/confidences.py`, and draws docs/confidence.svg beside the table in docs/confidence.md.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from analysis.comparing import confidences as beside
from analysis.comparison import compare
from analysis.findings import Evidence, Finding, Kind
from analysis.meaning import judge
from analysis.pipeline import annotate
from analysis.similarity import pair_vectors
from analysis.spans import Span
from training.reliability import Told, drawn, page

SHARED = Path(os.environ.get("BACKREAD_SHARED", "../shared"))
DOCS = Path(__file__).parent.parent / "docs"
WITH_PLACES = ("independent", "injected", "bump_pairs")  # what is wrong, and where
WITH_LABELS = ("vitaminc_revpairs", "summedits_news_pairs", "emergent", "msrp_test")  # whether anything is wrong
NOT_ALL_KNOWN = "msrp_test"
STEADY = 6  # findings: a sort with fewer leans more on others than on itself
HIGHEST = 0.97
TEMPLATE = '''"""How often a conflict of a kind is right, by its evidence; written by `python -m training.confidences`.

Measured on {count:,} conflicts that were found in pairs of texts whose differences people had marked.
"""

from analysis.findings import Evidence, Kind

CONFIDENCES: dict[tuple[Kind, Evidence], float] = {{
{lines}
}}
'''

Sort = tuple[Kind, Evidence]


@dataclass(frozen=True, slots=True)
class Judged:
    """A conflict that was found, and whether the data have it."""

    sort: Sort
    right: bool
    half: int  # of the rows: one is told by what was measured on the other


def main() -> None:
    judged = [found for name in (*WITH_PLACES, *WITH_LABELS) for found in judged_in(name)]
    shares = measured(judged)
    lines = "\n".join(f"    (Kind.{kind.name}, Evidence.{how.name}): {share}," for (kind, how), share in shares.items())
    written = TEMPLATE.format(count=len(judged), lines=lines)
    Path(beside.__file__).write_text(written, encoding="utf-8")
    told = list(_told_by_the_other_half(judged))
    (DOCS / "confidence.svg").write_text(drawn(told), encoding="utf-8")
    (DOCS / "confidence.md").write_text(page(told, _counted(judged), shares), encoding="utf-8")
    sys.stdout.write(f"{len(judged):,} conflicts judged\n{lines}\n")


def judged_in(name: str) -> Iterator[Judged]:
    """Every conflict found in a set."""
    with (SHARED / f"eval/data/{name}.dev.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            for finding in _conflicts(row) if is_known(name, row) else ():
                yield Judged((finding.kind, finding.evidence), is_right(row, finding), number % 2)


def measured(judged: Iterable[Judged]) -> dict[Sort, float]:
    """For each sort the share that is right; few are drawn towards all of the same evidence, and those towards all.

    However sure the like are, a sort is told with no more than its own number allows.
    """
    counts = _counted(judged)
    overall = _drawn(0.0, *map(sum, zip(*counts.values(), strict=True)))
    alike = {how: [count for (_, other), count in counts.items() if other is how] for _, how in counts}
    by_evidence = {how: _drawn(overall, *map(sum, zip(*found, strict=True))) for how, found in alike.items()}
    return {
        sort: round(min(HIGHEST, _allowed(*count), _drawn(by_evidence[sort[1]], *count)), 2)
        for sort, count in sorted(counts.items())
    }


def _allowed(right: int, found: int) -> float:
    """What so many cases can bear out: Laplace's rule of succession, two in three after a single right one."""
    return (right + 1) / (found + 2)


def _drawn(towards: float, right: int, found: int) -> float:
    """The share that is right, drawn towards what is known of the like; the fewer were found, the more."""
    return (right + STEADY * towards) / (found + STEADY)


def _counted(judged: Iterable[Judged]) -> dict[Sort, tuple[int, int]]:
    """How many of each sort are right, and how many were found."""
    counts: dict[Sort, tuple[int, int]] = {}
    for found in judged:
        right, all_found = counts.get(found.sort, (0, 0))
        counts[found.sort] = right + found.right, all_found + 1
    return counts


def _told_by_the_other_half(judged: Sequence[Judged]) -> Iterator[Told]:
    """Each conflict with the share that the other half of the data gives its sort."""
    for half in (0, 1):
        shares = measured(found for found in judged if found.half != half)
        yield from (
            Told(shares[found.sort], found.right) for found in judged if found.half == half and found.sort in shares
        )


def is_known(name: str, row: Mapping[str, Any]) -> bool:
    """Whether people said if the pair conflicts; of two sentences that are just not equivalent nobody did."""
    return name != NOT_ALL_KNOWN or row["label"] == "consistent"


def _conflicts(row: Mapping[str, Any]) -> list[Finding]:
    texts = (row["text_a"], row["text_b"]) if "text_a" in row else (row["a"], row["b"])
    days = [date.fromisoformat(day) if (day := row.get(field)) else None for field in ("date_a", "date_b")]
    a, b = (annotate(text, dated=day) for text, day in zip(texts, days, strict=True))
    found = compare(a, b, vectors=pair_vectors(a, b), judge=judge()).findings
    return [finding for finding in found if finding.conflict]


def is_right(row: Mapping[str, Any], finding: Finding) -> bool:
    """Whether it points at an error that was put in, or, where no place is known, whether the pair conflicts at all."""
    if "errors" in row:
        return any(_touches(finding.a, error["a"]) and _touches(finding.b, error["b"]) for error in row["errors"])
    if row["label"] != "contradiction":
        return False
    return not row["spans_b"] or _touches(finding.b, row["spans_b"])


def _touches(spans: Iterable[Span], marked: Iterable[Sequence[int]]) -> bool:
    return any(span.start < last and first < span.end for span in spans for first, last in marked)


if __name__ == "__main__":
    main()

"""Findings as a CSV file, written so that no spreadsheet runs it."""

import csv
import io
from collections.abc import Sequence

from articles.models import Draft
from review.house_file import harmless
from review.models import Passage
from review.standing import Standing, passages_of, standings_with

COLUMNS = (
    "severity", "kind", "conflict", "message", "value left", "value right", "places", "confidence", "standing",
    "decided by", "note", "fingerprint",
)  # fmt: skip


def findings_csv(draft: Draft) -> str:
    """One line a finding of this draft, gravest first, under the columns' names."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow(COLUMNS)
    found = standings_with(draft)
    passages = passages_of(found)
    for standing in found:
        lines.writerow(harmless(cell) for cell in _cells(standing, passages[standing.finding.annotation_id]))
    return file.getvalue()


def _cells(standing: Standing, passages: Sequence[Passage]) -> tuple[str, ...]:
    finding, resolution = standing.finding, standing.resolution
    return (
        finding.severity,
        finding.kind,
        "yes" if finding.conflict else "no",
        finding.message,
        finding.value_a,
        finding.value_b,
        "; ".join(f"{passage.draft.label}: “{passage.exact}”" for passage in passages),
        f"{finding.confidence:.2f}",
        standing.label,
        str(resolution.by or "Backread") if resolution else "",
        resolution.note if resolution else "",
        finding.fingerprint,
    )

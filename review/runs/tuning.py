"""What a desk lowered or silenced, applied to what the analysis found before it is written down."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from analysis.findings import Finding as Found
from analysis.findings import Kind, Severity
from articles.models import Desk
from review.models import Loudness, Tuning
from review.screen.kinds import label

Tunings = Mapping[str, Tuning]


def tunings_of(desk: Desk) -> Tunings:
    """By the kind of finding."""
    return {tuning.kind: tuning for tuning in desk.tunings.select_related("by")}


def as_the_desk_wants(findings: Iterable[Found], tunings: Tunings) -> tuple[Found, ...]:
    """Without what it silenced; what it lowered is a note that says so."""
    return tuple(
        _lowered(found, tunings[found.kind]) if found.kind in tunings else found
        for found in findings
        if found.kind not in tunings or tunings[found.kind].loudness == Loudness.LOWERED
    )


def left_unchecked(tunings: Tunings) -> tuple[str, ...]:
    """What is not told on this desk, who decided so and why, a sentence each."""
    silenced = (tuning for tuning in tunings.values() if tuning.loudness == Loudness.SILENCED)
    return tuple(f"Silenced on this desk by {each.by}: {label(Kind(each.kind))}. {each.reason}" for each in silenced)


def _lowered(found: Found, tuning: Tuning) -> Found:
    why = f"{found.why} This desk tells it as a note: {tuning.reason}"
    return replace(found, severity=Severity.NOTE, conflict=False, why=why)

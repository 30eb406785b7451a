"""How a check of one draft says what it found."""

from collections.abc import Sequence

from analysis.findings import Finding, Kind, Severity, Values
from analysis.spans import Span, Spanned


def remark(
    kind: Kind,
    places: Sequence[Spanned],
    *,
    subject: str,
    message: str,
    why: str,
    severity: Severity = Severity.MINOR,
    confidence: float = 0.8,
    conflict: bool = False,
) -> Finding:
    """A finding in one draft; `conflict` where the draft contradicts itself, the calendar or arithmetic."""
    spans = tuple(Span(place.start, place.end) for place in places)
    values = Values(subject, None)
    return Finding(kind, conflict, severity, confidence, message, why, spans, (), values, subject)

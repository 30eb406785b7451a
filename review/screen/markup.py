"""Copy as HTML: the one place where a draft's text and its highlights become markup."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe

from analysis.findings import Severity
from analysis.spans import Span
from review.screen.highlights import Highlight, Segment, segments
from review.screen.kinds import RANKS, Family


@dataclass(frozen=True, slots=True)
class Mark:
    """How a finding shows in the copy; `number` is the one it has in the list."""

    finding: int
    number: int
    label: str
    family: Family
    severity: Severity
    url: str
    is_open: bool
    is_selected: bool


def marked_copy(text: str, place: Span, highlights: Iterable[Highlight], marks: Mapping[int, Mark]) -> SafeString:
    """A paragraph with one link for each stretch of findings and a plain span where a layer covers it.

    `marks` is keyed by the finding's id. Everything else is escaped; nothing is added to the text itself, so
    that it is read aloud and copied as it was written.
    """
    groups = groupby(segments(place, highlights), key=lambda segment: segment.findings)
    markup = "".join(_group(text, run, [marks[finding] for finding in findings]) for findings, run in groups)
    return mark_safe(markup)  # noqa: S308 - all that goes into it is escaped below, at a tenth of format_html's cost


def _group(text: str, run: Iterable[Segment], marks: list[Mark]) -> str:
    copy = "".join(_segment(text, segment) for segment in run)
    return f"<a{_attributes(_looks(marks))}>{copy}</a>" if marks else copy


def _segment(text: str, segment: Segment) -> str:
    words = escape(text[segment.start : segment.end], quote=False)
    labels = _labels(segment)
    return f"<span{_attributes(labels)}>{words}</span>" if labels else words


def _looks(marks: list[Mark]) -> dict[str, str]:
    """Where findings overlap, the gravest one that is open gives the look and the way."""
    first = min(marks, key=lambda mark: (not mark.is_open, RANKS[mark.severity]))
    states = (" selected" if any(mark.is_selected for mark in marks) else "") + ("" if first.is_open else " closed")
    return {
        "class": f"mark {first.family} {first.severity}{states}",
        "href": first.url,
        "data-findings": " ".join(str(mark.finding) for mark in marks),
        "data-number": "·".join(str(mark.number) for mark in marks),
        "data-label": first.label,
        "aria-describedby": f"finding-{first.finding}",
    }


def _labels(segment: Segment) -> dict[str, str]:
    """The layers here; a highlight that is cut into several segments is labelled at its beginning only."""
    labels: dict[str, str] = {}
    for highlight in segment.highlights:
        if highlight.layer:
            name = f"data-{highlight.layer}"
            told = highlight.label if highlight.start == segment.start else ""
            labels[name] = ", ".join(filter(None, (labels.get(name), told)))
        if highlight.name:
            labels |= {"class": "lit"} if highlight.lit else {}
            labels["data-name"] = highlight.name
        if highlight.claim:
            labels |= {"data-claim": str(highlight.claim), "data-standing": highlight.standing}
        if highlight.thread:
            labels["data-thread"] = str(highlight.thread)
    return labels


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items())

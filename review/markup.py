"""Copy as HTML: the one place where a draft's text and its highlights become markup."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from analysis.findings import Severity
from analysis.spans import Span
from review.highlights import Highlight, Layer, Segment, segments
from review.kinds import Family


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
    return format_html_join("", "{}", ((_group(text, list(run), [marks[f] for f in found]),) for found, run in groups))


def _group(text: str, run: list[Segment], marks: list[Mark]) -> SafeString | str:
    copy = format_html_join("", "{}", ((_segment(text, segment),) for segment in run))
    return _link(copy, marks) if marks else copy


def _link(copy: SafeString, marks: list[Mark]) -> SafeString:
    """Where findings overlap, the gravest one that is open gives the look and the way."""
    order = list(Severity)
    first, *_ = sorted(marks, key=lambda mark: (not mark.is_open, order.index(mark.severity)))
    states = (" selected" if any(mark.is_selected for mark in marks) else "") + ("" if first.is_open else " closed")
    return format_html(
        '<a class="mark {}{}" href="{}" data-findings="{}" data-number="{}" data-label="{}"'
        ' aria-describedby="finding-{}">{}</a>',
        f"{first.family} {first.severity}",
        states,
        first.url,
        " ".join(str(mark.finding) for mark in marks),
        "·".join(str(mark.number) for mark in marks),
        first.label,
        first.finding,
        copy,
    )


def _segment(text: str, segment: Segment) -> SafeString | str:
    words = text[segment.start : segment.end]
    labels = _labels(segment)
    if not labels:
        return words
    names = format_html_join("", ' data-{}="{}"', ((layer, ", ".join(told)) for layer, told in labels.items()))
    return format_html("<span{}>{}</span>", names, words)


def _labels(segment: Segment) -> dict[Layer, list[str]]:
    """The layers here; a highlight that is cut into several segments is labelled at its beginning only."""
    labels: dict[Layer, list[str]] = defaultdict(list)
    for highlight in segment.highlights:
        if highlight.layer:
            labels[highlight.layer] += [highlight.label] if highlight.label and highlight.start == segment.start else []
    return labels

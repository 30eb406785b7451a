"""Copy as HTML: the one place where a draft's text and its highlights become markup."""

from collections.abc import Iterable, Iterator, Mapping
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
    """A paragraph with one link for each stretch of findings that overlap, and a plain span where a layer covers it.

    `marks` is keyed by the finding's id. Everything else is escaped; nothing is added to the text itself, so
    that it is read aloud and copied as it was written.
    """
    markup = "".join(_stretch(text, stretch, marks) for stretch in _stretches(segments(place, highlights)))
    return mark_safe(markup)  # noqa: S308 - all is escaped below, at a tenth of format_html's cost # nosec


def _stretches(cut: Iterable[Segment]) -> Iterator[list[Segment]]:
    """Segments in which findings run on from one to the next: to whoever listens they are one link."""
    stretch: list[Segment] = []
    for segment in cut:
        if stretch and not set(stretch[-1].findings) & set(segment.findings):
            yield stretch
            stretch = []
        stretch.append(segment)
    if stretch:
        yield stretch


def _stretch(text: str, stretch: list[Segment], marks: Mapping[int, Mark]) -> str:
    parts = [(findings, list(part)) for findings, part in groupby(stretch, key=lambda segment: segment.findings)]
    (findings, only), *more = parts
    if not findings:
        return _copy(text, only)
    met = [marks[finding] for finding in dict.fromkeys(finding for found, _ in parts for finding in found)]
    described = " ".join(f"finding-{mark.finding}" for mark in met)  # told where it is listed; the role always
    link = {"href": _foremost(met).url, "aria-roledescription": "finding", "aria-describedby": described}
    if not more:
        return f"<a{_attributes(_looks(met, ending=met) | link)}>{_copy(text, only)}</a>"
    copy = "".join(_part(text, part, [marks[f] for f in found], stretch[-1].end) for found, part in parts)
    whole = {"class": "marks", "data-findings": " ".join(str(mark.finding) for mark in met)}
    return f"<a{_attributes(whole | link)}>{copy}</a>"


def _part(text: str, part: list[Segment], marks: list[Mark], end: int) -> str:
    """Where other findings hold than in the rest of its link; numbered are those that end here."""
    reach = {highlight.finding: highlight.end for highlight in part[-1].highlights}
    ending = [mark for mark in marks if reach[mark.finding] == part[-1].end or part[-1].end == end]
    return f"<span{_attributes(_looks(marks, ending=ending))}>{_copy(text, part)}</span>"


def _copy(text: str, part: Iterable[Segment]) -> str:
    return "".join(_segment(text, segment) for segment in part)


def _segment(text: str, segment: Segment) -> str:
    words = escape(text[segment.start : segment.end], quote=False)
    labels = _labels(segment)
    return f"<span{_attributes(labels)}>{words}</span>" if labels else words


def _foremost(marks: list[Mark]) -> Mark:
    """Where findings overlap, the gravest one that is open gives the look and the way."""
    return min(marks, key=lambda mark: (not mark.is_open, RANKS[mark.severity]))


def _looks(marks: list[Mark], *, ending: list[Mark]) -> dict[str, str]:
    first = _foremost(marks)
    states = (" selected" if any(mark.is_selected for mark in marks) else "") + ("" if first.is_open else " closed")
    return {
        "class": f"mark {first.family} {first.severity}{states}",
        "data-findings": " ".join(str(mark.finding) for mark in marks),
        "data-number": "·".join(str(mark.number) for mark in ending),
        "data-label": first.label,
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

"""Draws how far findings can be believed: the confidence they are told with against the share that was right."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.findings import Evidence, Kind

SIDE, EDGE = 320, 44  # pixels of the square, and of the margin around it
STEP = 0.1  # of confidence, for one point of the curve
FEWEST = 5  # findings of a point
STYLE = "font:12px sans-serif;fill:#444"
PAGE = """# How far a finding can be believed

<!-- Written by `python -m training.confidences`: run it after the checks have changed. -->

A conflict between two drafts is told with the share of its sort that was right in pairs of texts whose differences
people had marked: {found:,} conflicts, {right:.0%} of them right. A sort is a kind and the evidence that it rests on.
A sort with few cases is told with no more than they allow: two in three after a single right one. For the curve, each
half of the pairs is told by what was measured on the other. Notes, which claim no conflict, are not in it.

![Confidence against the share that was right](confidence.svg)

| told with | found | right |
| --- | --- | --- |
{points}

| kind | evidence | found | right | told with |
| --- | --- | --- | --- | --- |
{sorts}
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A conflict with the confidence that it is told with, 0 to 1, and whether it is right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Point:
    """The conflicts told with about the same confidence: their mean, the share that is right, how many."""

    confidence: float
    share: float
    found: int


def points(told: Iterable[Told]) -> list[Point]:
    """The curve, from the least sure to the surest."""
    steps: dict[int, list[Told]] = defaultdict(list)
    for found in told:
        steps[int(found.confidence / STEP)].append(found)
    return [_point(steps[step]) for step in sorted(steps) if len(steps[step]) >= FEWEST]


def _point(told: Sequence[Told]) -> Point:
    confidence = sum(found.confidence for found in told) / len(told)
    return Point(confidence, sum(found.right for found in told) / len(told), len(told))


def drawn(told: Iterable[Told]) -> str:
    """The curve as an SVG; on the diagonal, .8 means right four times in five."""
    curve = points(told)
    line = " ".join(f"{_across(point.confidence)},{_up(point.share)}" for point in curve)
    dots = "".join(
        f'<circle cx="{_across(point.confidence)}" cy="{_up(point.share)}" r="4" fill="#1f5fa8"/>' for point in curve
    )
    marks = "".join(_mark(tenths / 10) for tenths in range(0, 11, 2))
    whole = SIDE + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" width="{whole}" height="{whole}" '
        f'role="img" aria-label="Confidence against the share that was right">'
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>{marks}'
        f'<path d="M{_across(0)},{_up(0)} L{_across(1)},{_up(1)}" stroke="#999" stroke-dasharray="4 4"/>'
        f'<polyline points="{line}" fill="none" stroke="#1f5fa8" stroke-width="2"/>{dots}'
        f'<text x="{whole / 2}" y="{whole - 6}" text-anchor="middle" style="{STYLE}">told with</text>'
        f'<text x="12" y="{whole / 2}" text-anchor="middle" transform="rotate(-90 12 {whole / 2})" style="{STYLE}">'
        "right</text></svg>\n"
    )


def _mark(value: float) -> str:
    across, up = _across(value), _up(value)
    return (
        f'<path d="M{across},{_up(0)} V{_up(1)} M{_across(0)},{up} H{_across(1)}" stroke="#eee"/>'
        f'<text x="{across}" y="{_up(0) + 16}" text-anchor="middle" style="{STYLE}">{value:g}</text>'
        f'<text x="{_across(0) - 6}" y="{up + 4}" text-anchor="end" style="{STYLE}">{value:g}</text>'
    )


def _across(value: float) -> float:
    return round(EDGE + SIDE * value, 1)


def _up(value: float) -> float:
    return round(EDGE + SIDE * (1 - value), 1)


def page(
    told: Sequence[Told],
    counts: Mapping[tuple[Kind, Evidence], tuple[int, int]],
    shares: Mapping[tuple[Kind, Evidence], float],
) -> str:
    """The page of the documentation that holds the curve and every sort."""
    curve = "\n".join(f"| {point.confidence:.2f} | {point.found:,} | {point.share:.2f} |" for point in points(told))
    rows = ((*sort, found, right / found, shares[sort]) for sort, (right, found) in sorted(counts.items()))
    sorts = "\n".join(
        f"| {kind} | {how} | {found:,} | {right:.2f} | {share} |" for kind, how, found, right, share in rows
    )
    found, right = (sum(count[place] for count in counts.values()) for place in (1, 0))
    return PAGE.format(found=found, right=right / found, points=curve, sorts=sorts)

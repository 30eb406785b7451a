"""Curves as SVG: lines over two axes, one of which may be of powers of ten."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 640, 300  # pixels of the field
LEFT, TOP, BELOW = 60, 34, 44
LEGEND = 210
COLOURS = ("#1f5fa8", "#b3471d", "#2f7d4f", "#7a4a9e", "#8a6d00", "#00757d", "#a23368", "#555555")
STYLE = "font:12px sans-serif;fill:#444"
STEPS = 5  # of an axis, at most twice as many

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`; by `powers` of ten where the figures are far apart."""

    name: str
    low: float
    high: float
    powers: bool = False

    def share(self, value: float) -> float:
        """How far along the axis it lies, 0 to 1."""
        if self.powers:
            return (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        return (value - self.low) / (self.high - self.low)

    def marks(self) -> list[float]:
        """Round figures along it."""
        if self.powers:
            return [10.0**power for power in range(ceil(log10(self.low)), floor(log10(self.high)) + 1)]
        rough = (self.high - self.low) / STEPS
        ten = 10 ** floor(log10(rough))
        step = next(ten * round_ for round_ in (1, 2, 5, 10) if ten * round_ >= rough)
        return [step * number for number in range(ceil(self.low / step), floor(self.high / step) + 1)]


def drawn(title: str, lines: Mapping[str, Points], *, across: Axis, up: Axis, bar: float | None = None) -> str:
    """All lines with their names beside them; `bar` is a height that they should not pass."""
    whole, high = LEFT + WIDTH + LEGEND, TOP + HEIGHT + BELOW
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {high}" width="{whole}" height="{high}" '
        f'role="img" aria-label="{escape(title)}">',
        f'<rect width="{whole}" height="{high}" fill="#fff"/>',
        f'<text x="{LEFT}" y="20" style="{STYLE};font-weight:bold">{escape(title)}</text>',
        *(_mark_across(across, value) for value in across.marks()),
        *(_mark_up(up, value) for value in up.marks()),
        *([_bar(up, bar)] if bar is not None else []),
        *_lines(lines, across, up),
        f'<text x="{LEFT + WIDTH / 2:g}" y="{high - 8}" text-anchor="middle" style="{STYLE}">'
        f"{escape(across.name)}</text>",
        f'<text x="14" y="{TOP + HEIGHT / 2:g}" text-anchor="middle" style="{STYLE}" '
        f'transform="rotate(-90 14 {TOP + HEIGHT / 2:g})">{escape(up.name)}</text>',
        "</svg>\n",
    ]
    return "".join(parts)


def axis_of(name: str, values: Sequence[float], *, powers: bool = False) -> Axis:
    """One on which all these lie; from nought, unless it goes by powers."""
    if powers:
        return Axis(name, min(values), max(*values, min(values) * 10), powers=True)
    return Axis(name, 0, max([*values, 0.001]) * 1.05)


def _lines(lines: Mapping[str, Points], across: Axis, up: Axis) -> Iterator[str]:
    for number, (name, points) in enumerate(lines.items()):
        colour, beside = COLOURS[number % len(COLOURS)], TOP + 14 + 20 * number
        places = " ".join(f"{_x(across, x)},{_y(up, y)}" for x, y in points)
        yield f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="1.5"/>'
        yield f'<path d="M{LEFT + WIDTH + 12} {beside} h18" stroke="{colour}" stroke-width="3"/>'
        yield f'<text x="{LEFT + WIDTH + 36}" y="{beside + 4}" style="{STYLE}">{escape(name)}</text>'


def _bar(up: Axis, value: float) -> str:
    return (
        f'<path d="M{LEFT} {_y(up, value)} h{WIDTH}" stroke="#b00" stroke-dasharray="6 4"/>' if value <= up.high else ""
    )


def _mark_across(axis: Axis, value: float) -> str:
    x = _x(axis, value)
    return (
        f'<path d="M{x} {TOP} v{HEIGHT}" stroke="#eee"/>'
        f'<text x="{x}" y="{TOP + HEIGHT + 16}" text-anchor="middle" style="{STYLE}">{value:,g}</text>'
    )


def _mark_up(axis: Axis, value: float) -> str:
    y = _y(axis, value)
    return (
        f'<path d="M{LEFT} {y} h{WIDTH}" stroke="#eee"/>'
        f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end" style="{STYLE}">{value:,g}</text>'
    )


def _x(axis: Axis, value: float) -> float:
    return round(LEFT + WIDTH * axis.share(value), 1)


def _y(axis: Axis, value: float) -> float:
    return round(TOP + HEIGHT * (1 - axis.share(value)), 1)

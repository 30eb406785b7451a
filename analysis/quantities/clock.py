"""Times of day, in hours since midnight ("3pm", "15:30 GMT", "noon"), and stretches of time without a number."""

import re
from collections.abc import Iterator

from analysis.document import QuantityKind
from analysis.quantities.figures import Figure
from analysis.quantities.numbers import BLANK

ZONES = "GMT|BST|UTC|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT"
CLOCK = re.compile(
    rf"(?<![\w.,:])(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?{BLANK}?(?P<half>[ap])\.?m\b\.?"
    rf"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d.:])|(?P<name>midnight|noon|midday)\b)"
    rf"(?:{BLANK}(?P<zone>{ZONES})\b)?",
    re.IGNORECASE,
)
STRETCH = re.compile(
    rf"\b(?P<unit>second|minute|hour|day|week|month|year|decade)s(?={BLANK}(?:after|before|later|earlier)\b)",
    re.IGNORECASE,
)
NAMED = {"midnight": 0.0, "noon": 12.0, "midday": 12.0}


def times_in(text: str) -> Iterator[Figure]:
    """Times of day; `unit` is the time zone where it is told."""
    for match in CLOCK.finditer(text):
        hours = _hours(match)
        yield Figure(match.start(), match.end(), QuantityKind.TIME, hours, hours, match["zone"])


def stretches_in(text: str) -> Iterator[Figure]:
    """ "weeks after", "hours later": two of them at least."""
    for match in STRETCH.finditer(text):
        yield Figure(match.start(), match.end(), QuantityKind.DURATION, 2.0, None, match["unit"].lower())


def _hours(match: re.Match[str]) -> float:
    if match["name"]:
        return NAMED[match["name"].lower()]
    if match["hour24"]:
        return int(match["hour24"]) + int(match["minute24"]) / 60
    afternoon = match["half"].lower() == "p"
    return int(match["hour"]) % 12 + 12 * afternoon + int(match["minute"] or 0) / 60

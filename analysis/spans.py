"""Places in a text: half-open ranges of Unicode code points."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """Anything that stands at one place in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


AnySpan = TypeVar("AnySpan", bound=Spanned)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text, in code points, end not included."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand here."""
        return text[self.start : self.end]


def overlaps(one: Spanned, other: Spanned) -> bool:
    """Whether the two share at least one code point."""
    return one.start < other.end and other.start < one.end


def contains(outer: Spanned, inner: Spanned) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def inside(outer: Spanned, spans: Sequence[AnySpan]) -> list[AnySpan]:
    """Those of the spans, which stand in the order of their starts, that lie wholly in the outer one."""
    first = bisect_left(spans, outer.start, key=attrgetter("start"))
    last = bisect_right(spans, outer.end, lo=first, key=attrgetter("start"))
    return [span for span in spans[first:last] if span.end <= outer.end]


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; empty at `start` where there is nothing else."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def paragraphs(text: str) -> Iterator[Span]:
    """The non-empty lines of a text, trimmed: a draft keeps one paragraph a line."""
    start = 0
    for line in text.splitlines(keepends=True):
        span = trimmed(text, start, start + len(line))
        if span.start < span.end:
            yield span
        start += len(line)

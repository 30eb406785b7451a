"""How much of a passage lies in a set of others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from analysis.spans import Span, overlaps


class Coverage:
    """Spans, joined where they touch, that can be asked for their share in another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        for span in sorted(spans):
            if self._spans and span.start <= self._spans[-1].end:
                last = self._spans.pop()
                span = Span(last.start, max(last.end, span.end))
            self._spans.append(span)
        self._starts = [span.start for span in self._spans]

    def shared(self, span: Span) -> int:
        """How many code points of the span lie in the others."""
        return sum(min(span.end, other.end) - max(span.start, other.start) for other in self._near(span))

    def end_of_last(self, span: Span) -> int:
        """Where the last of the others that the span touches ends; the span's own start where it touches none."""
        return max((other.end for other in self._near(span)), default=span.start)

    def _near(self, span: Span) -> list[Span]:
        first = max(0, bisect_right(self._starts, span.start) - 1)
        near = self._spans[first : bisect_left(self._starts, span.end)]
        return [other for other in near if overlaps(other, span)]

"""How much of a passage lies in a set of others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from analysis.spans import Span


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
        first = max(0, bisect_right(self._starts, span.start) - 1)
        near = self._spans[first : bisect_left(self._starts, span.end)]
        return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in near)

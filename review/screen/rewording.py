"""Which words differ between sentences that are revisions of each other."""

from collections.abc import Iterable, Iterator

from analysis.comparing.differences import Operation, word_differences
from analysis.document import Document
from analysis.spans import Span
from review.screen.highlights import Highlight, Layer
from review.screen.sidebyside import Alignment

SAME_SENTENCE = 0.6  # from here on, as in analysis.comparing.alignment, one sentence is a revision of the other
WORTH_COMPARING = 0.5  # least share of unchanged letters: below it, word differences are noise


def differing_words(a: Document, b: Document, alignment: Alignment) -> tuple[list[Highlight], list[Highlight]]:
    """The words without a counterpart in the facing sentence: those of the left draft, those of the right."""
    changes = [change for i, j in _revised(alignment) for change in _changes(a, i, b, j)]
    return _marked(here for here, _ in changes), _marked(there for _, there in changes)


def _revised(alignment: Alignment) -> Iterator[tuple[int, int]]:
    """Sentences nearly the same, each once, with the partner most like it."""
    seen_left: set[int] = set()
    seen_right: set[int] = set()
    for i, j, similarity in sorted(alignment, key=lambda match: -match[2]):
        if similarity >= SAME_SENTENCE and i not in seen_left and j not in seen_right:
            seen_left.add(i)
            seen_right.add(j)
            yield i, j


def _changes(a: Document, i: int, b: Document, j: int) -> Iterator[tuple[Span, Span]]:
    """The places that differ between two sentences, in each draft; none where hardly a word stayed."""
    here, there = a.sentences[i], b.sentences[j]
    words, others = a.text[here.start : here.end], b.text[there.start : there.end]
    if words == others:  # as most are, from one edition to the next
        return
    differences = word_differences(words, others)
    kept = sum(d.left.end - d.left.start for d in differences if d.operation == Operation.SAME)
    if kept < WORTH_COMPARING * min(here.end - here.start, there.end - there.start):
        return
    for difference in differences:
        if difference.operation != Operation.SAME:
            yield _shifted(difference.left, here.start), _shifted(difference.right, there.start)


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _marked(places: Iterable[Span]) -> list[Highlight]:
    """What was only added has an empty place on the other side: nothing to mark there."""
    return [Highlight(place.start, place.end, Layer.DIFFERENCES) for place in places if place.start < place.end]

"""Words in quote marks, and where two drafts carry the same."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.document import Document, Quotation, QuotationKind, Speaker
from analysis.parse import Parse
from analysis.spans import Span, contains, overlaps

# Between double marks, or to the end of a paragraph: a quotation that runs on is closed in a later one.
MARKED = re.compile(r"“([^“”\n]+)|\"([^\"\n]+)(?:\"|$)", re.MULTILINE)
SHINGLE = 4  # words in a row that two versions of one quotation share
NESTED = 4  # quotations that may begin before a passage and still hold it
COMMON = 6  # passages: a run of words in more than these is a saying, and finds no partner


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in quote marks; `words` is their range of tokens, `said` the same in lower case without marks.

    `quotation` is the quotation that they belong to, None where nobody is said to speak them.
    """

    start: int
    end: int
    words: range
    said: tuple[str, ...]
    quotation: Quotation | None

    @property
    def speaker(self) -> Speaker | None:
        """Who says all of it; of a reported clause, only some of the words are anybody's own."""
        whole = self.quotation is not None and self.quotation.kind is QuotationKind.DIRECT
        return self.quotation.speaker if self.quotation and whole else None

    @property
    def shingles(self) -> list[tuple[str, ...]]:
        """Every run of words that is long enough to be told again."""
        return [self.said[start : start + SHINGLE] for start in range(len(self.said) - SHINGLE + 1)]


def passages(document: Document, parse: Parse) -> Iterator[Passage]:
    """Everything that stands in quote marks; single marks count where a quotation was read in them."""
    direct = [quotation for quotation in document.quotations if quotation.kind is QuotationKind.DIRECT]
    marked = [Span(*match.span(match.lastindex or 0)) for match in MARKED.finditer(document.text)]
    starts = {span.start for span in marked}
    parts = (part for quotation in direct for part in quotation.parts if part.start not in starts)
    single = [part for part in parts if not any(overlaps(part, span) for span in marked)]
    begins = [quotation.start for quotation in document.quotations]
    for span in sorted((*marked, *single)):
        near = document.quotations[max(0, bisect_right(begins, span.start) - NESTED) : bisect_right(begins, span.start)]
        yield _passage(parse, span, next((quotation for quotation in near if contains(quotation, span)), None))


def _passage(parse: Parse, span: Span, quotation: Quotation | None) -> Passage:
    words = range(*parse.range_of(span))
    said = tuple(parse.lower[word] for word in words if parse.lower[word][0].isalnum())
    return Passage(span.start, span.end, words, said, quotation)


def shared_passages(a: Sequence[Passage], b: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """The passages that share a run of words, each pair once."""
    known: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, passage in enumerate(b):
        for shingle in set(passage.shingles):
            known[shingle].append(place)
    for passage in a:
        told = (known.get(shingle, []) for shingle in passage.shingles)
        yield from (
            (passage, b[place])
            for place in sorted({place for places in told if len(places) <= COMMON for place in places})
        )

"""Words in quote marks, and where two drafts carry the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.document import Document, Quotation, QuotationKind
from analysis.parse import Parse

SHINGLE = 4  # words in a row that two versions of one quotation share
COMMON = 6  # passages: a run of words in more than these is a saying, and finds no partner


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a quotation; `words` is its range of tokens, `said` the words in lower case without marks."""

    quotation: Quotation
    words: range
    said: tuple[str, ...]


def passages(document: Document, parse: Parse) -> Iterator[Passage]:
    """Every part of every quotation that has quote marks."""
    for quotation in document.quotations:
        if quotation.kind is not QuotationKind.INDIRECT:
            for part in quotation.parts:
                words = range(*parse.range_of(part))
                said = tuple(parse.lower[word] for word in words if parse.lower[word][0].isalnum())
                yield Passage(quotation, words, said)


def shared_passages(a: Sequence[Passage], b: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """The passages that share a run of words, each pair once."""
    known: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, passage in enumerate(b):
        for shingle in set(_shingles(passage)):
            known[shingle].append(place)
    for passage in a:
        found = {place for shingle in _shingles(passage) if len(known[shingle]) <= COMMON for place in known[shingle]}
        yield from ((passage, b[place]) for place in sorted(found))


def _shingles(passage: Passage) -> list[tuple[str, ...]]:
    said = passage.said
    return [said[start : start + SHINGLE] for start in range(len(said) - SHINGLE + 1)]

"""A draft's text with the numbers of notes in it: each number stands behind the words that it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.models import Draft
from review.models import Passage


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text, and the number of the note that ends with them; 0 for none."""

    text: str
    note: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """`numbers` are those of the notes, by annotation, in order of their places."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    numbers: Mapping[int, int]


def noted_text(draft: Draft, *notes: Mapping[int, Passage]) -> Noted:
    """The whole text: the pieces of all paragraphs together, with a line's end between two, are what was hashed."""
    passages = {pk: passage for each in notes for pk, passage in each.items()}
    order = sorted(passages, key=lambda pk: (passages[pk].end, passages[pk].start, pk))
    numbers = {pk: number for number, pk in enumerate(order, start=1)}
    ends = [(passages[pk].end, numbers[pk]) for pk in order]
    return Noted(tuple(_paragraphs(draft.text, ends)), numbers)


def _paragraphs(text: str, ends: list[tuple[int, int]]) -> Iterator[tuple[Piece, ...]]:
    start = 0
    for line in text.split("\n"):
        here = [(end - start, number) for end, number in ends if start < end <= start + len(line)]
        yield tuple(_pieces(line, here))
        start += len(line) + 1


def _pieces(line: str, ends: list[tuple[int, int]]) -> Iterator[Piece]:
    at = 0
    for end, number in ends:
        yield Piece(line[at:end], number)
        at = end
    if at < len(line):
        yield Piece(line[at:])

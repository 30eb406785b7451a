"""A spread set in type: every row with its paragraphs as HTML, and the map of findings beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from django.utils.safestring import SafeString

from review.screen.highlights import Highlight, Layer, by_place, layers
from review.screen.look import Look
from review.screen.margin import Entry, Margin
from review.screen.markup import marked_copy
from review.screen.rewording import differing_words
from review.screen.sidebyside import Row
from review.screen.spread import Side, Spread

MAP_HEIGHT = 1000  # units of the map's own drawing, whatever its size on the screen
ROW_AIR = 60  # the space between rows, as letters of copy


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """`column` is "a" or "b"; with `number`, counted from 1, it makes the id that links lead to."""

    column: str
    number: int
    section: str
    copy: SafeString

    @property
    def id(self) -> str:
        return f"{self.column}-{self.number}"


@dataclass(frozen=True, slots=True)
class Cell:
    """One column's part of a row. `gap_in` names its draft where a comparison found no counterpart there."""

    column: str
    paragraphs: list[SetParagraph]
    gap_in: str


@dataclass(frozen=True, slots=True)
class SetRow:
    """Facing paragraphs. `moved`: those on the right stand elsewhere in their draft, where `elsewhere` points back."""

    cells: list[Cell]
    moved: bool
    elsewhere: SetParagraph | None

    @property
    def first_moved(self) -> SetParagraph | None:
        return self.cells[-1].paragraphs[0] if self.moved else None


@dataclass(frozen=True, slots=True)
class Tick:
    """A finding on the map; `top` out of MAP_HEIGHT."""

    entry: Entry
    top: int


def set_in_type(spread: Spread, margin: Margin) -> list[SetRow]:
    """All the copy of the page."""
    columns = [
        _column(name, side, [*_read_in(spread, number, margin.look), *marked, *_of_findings(side, margin)], margin)
        for number, (name, side, marked) in enumerate(zip("ab", spread.sides, _differences(spread), strict=False))
    ]
    return [
        SetRow(
            _cells(spread, row, columns),
            row.moved,
            None if row.elsewhere is None else columns[-1][row.elsewhere],
        )
        for row in spread.rows
    ]


def map_of(spread: Spread, margin: Margin) -> list[Tick]:
    """Where along the page the findings lie, by the letters above them."""
    heights = [_height(spread, row) for row in spread.rows]
    tops = [0, *accumulate(heights)]
    return [Tick(entry, MAP_HEIGHT * tops[entry.row] // max(tops[-1], 1)) for entry in margin.entries]


def _cells(spread: Spread, row: Row, columns: list[list[SetParagraph]]) -> list[Cell]:
    """Of a story's only draft there is one cell a row."""
    sides = zip("ab", spread.sides, columns, (row.left, row.right), strict=False)
    return [
        Cell(name, [column[place] for place in places], side.draft.label if _is_gap(spread, row, number) else "")
        for number, (name, side, column, places) in enumerate(sides)
    ]


def _is_gap(spread: Spread, row: Row, side: int) -> bool:
    """Whether nothing was found for this side to tell of what stands on the other."""
    if spread.comparison is None or row.elsewhere is not None or (row.left, row.right)[side]:
        return False
    return not any(spread.has_counterpart(1 - side, place) for place in (row.right, row.left)[side])


def _differences(spread: Spread) -> tuple[list[Highlight], list[Highlight]]:
    left, right = spread.left.document, spread.right.document if spread.right else None
    return differing_words(left, right, spread.alignment) if left and right else ([], [])


def _read_in(spread: Spread, number: int, look: Look) -> Iterator[Highlight]:
    """The layers of one side."""
    selected = spread.named(look.name)
    names = {index: named.name for named in spread.cast for index in named.entities[number]}
    document = spread.sides[number].document
    draft = spread.sides[number].draft.pk
    yield from _discussed(spread, draft)
    if document:
        claims = {start: claim for (place, start), claim in spread.talk.claims.items() if place == draft}
        yield from layers(document, names, lit=selected.name if selected else "", claims=claims)


def _discussed(spread: Spread, draft_id: int) -> Iterator[Highlight]:
    for remark in spread.talk.remarks:
        if remark.draft == draft_id:
            yield Highlight(remark.start, remark.end, Layer.COMMENTS, remark.told, thread=remark.thread)


def _of_findings(side: Side, margin: Margin) -> Iterator[Highlight]:
    for entry in margin.entries:
        for passage in entry.passages:
            if passage.draft_id == side.draft.pk:
                yield Highlight(passage.start, passage.end, finding=entry.finding.pk)


def _column(name: str, side: Side, highlights: list[Highlight], margin: Margin) -> list[SetParagraph]:
    touching = by_place(side.paragraphs, highlights)
    return [
        SetParagraph(
            name,
            number,
            side.section_at(place.start),
            marked_copy(side.draft.text, place, here, margin.marks),
        )
        for number, (place, here) in enumerate(zip(side.paragraphs, touching, strict=True), start=1)
    ]


def _height(spread: Spread, row: Row) -> int:
    """In letters of the longer side."""
    pairs = zip(spread.sides, (row.left, row.right), strict=False)
    return ROW_AIR + max(
        sum(side.paragraphs[i].end - side.paragraphs[i].start for i in places) for side, places in pairs
    )

"""Overlapping highlights become a flat run of segments that covers the copy once."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.document import (
    Claim,
    Document,
    Entity,
    Form,
    Label,
    Mention,
    Quantity,
    QuantityKind,
    Quotation,
    QuotationKind,
    SourceClass,
    Speaker,
)
from analysis.spans import Span
from review.screen.highlights import Highlight, Layer, by_place, layers, segments

PLACE = Span(10, 50)
HIGHLIGHTS = st.builds(
    lambda start, length, finding: Highlight(start, start + length, finding=finding),
    st.integers(0, 60),
    st.integers(1, 30),
    st.integers(1, 5),
)


@given(st.lists(HIGHLIGHTS, max_size=12))
def test_segments_cover_every_letter_of_the_place_once_and_in_order(highlights: list[Highlight]) -> None:
    found = list(segments(PLACE, set(highlights)))

    letters = [offset for segment in found for offset in range(segment.start, segment.end)]
    assert letters == list(range(PLACE.start, PLACE.end))


@given(st.lists(HIGHLIGHTS, max_size=12))
def test_a_segment_names_exactly_the_highlights_that_cover_it(highlights: list[Highlight]) -> None:
    for segment in segments(PLACE, set(highlights)):
        covering = {h for h in highlights if h.start <= segment.start and segment.end <= h.end}

        assert set(segment.highlights) == covering


def test_copy_without_highlights_stays_in_one_piece() -> None:
    assert [(s.start, s.end) for s in segments(PLACE, [])] == [(10, 50)]


def test_a_person_inside_a_finding_cuts_it_in_three_and_no_more() -> None:
    finding = Highlight(12, 30, finding=1)
    person = Highlight(20, 25, Layer.PEOPLE)

    found = list(segments(PLACE, [finding, person]))

    assert [(s.start, s.end, len(s.highlights)) for s in found] == [
        (10, 12, 0),
        (12, 20, 1),
        (20, 25, 2),
        (25, 30, 1),
        (30, 50, 0),
    ]


def test_a_quote_over_two_paragraphs_is_shown_in_both() -> None:
    quote = Highlight(5, 25, Layer.QUOTES)

    first, second, third = by_place([Span(0, 10), Span(11, 30), Span(31, 40)], [quote])

    assert (first, second, third) == ([quote], [quote], [])


def _claim(start: int, end: int, *, worth: bool, reasons: tuple[str, ...] = ()) -> Claim:
    return Claim(start, end, 0.5, worth=worth, reasons=reasons, speaker=None, source_class=SourceClass.NONE)


def test_the_layers_say_who_speaks_and_what_is_counted() -> None:
    text = "Ines Moreau said: “We lost nine barges.”"
    document = Document(
        text,
        mentions=(Mention(0, 11, Label.PERSON, Form.NAME, 0), Mention(0, 4, Label.EVENT, Form.NAME, 0)),
        entities=(Entity("Ines Moreau", Label.PERSON),),
        quantities=(Quantity(27, 38, QuantityKind.COUNT, 9, 9, "barge", of="barges"),),
        quotations=(
            Quotation(
                19, 39, QuotationKind.DIRECT, (Span(19, 39),), None, Speaker(0, 11, "Ines Moreau"), SourceClass.NAMED
            ),
        ),
        claims=(
            _claim(19, 39, worth=True, reasons=("it has a figure",)),
            _claim(0, 11, worth=False),
        ),
    )

    assert [(h.layer, h.label) for h in layers(document, {0: "Ines Moreau"})] == [
        (Layer.PEOPLE, "Ines Moreau"),
        (Layer.OTHER_NAMES, "Ines Moreau"),
        (Layer.QUOTES, "Ines Moreau"),
        (Layer.FIGURES, "count: barges"),
        (Layer.CLAIMS, "Worth checking: it has a figure"),
    ]

"""Copy becomes valid HTML whatever overlaps, and reads as it was written."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from analysis.findings import Severity
from analysis.spans import Span
from review.screen.highlights import Highlight, Layer
from review.screen.kinds import Family
from review.screen.markup import Mark, marked_copy

TEXT = 'Ines Moreau & co. said <b>"nine"</b> barges sank.'


def mark(finding: int, *, severity: Severity = Severity.MAJOR, is_open: bool = True, selected: bool = False) -> Mark:
    return Mark(finding, finding * 10, "date", Family.TIME, severity, f"?finding={finding}", is_open, selected)


MARKS = {number: mark(number) for number in range(1, 6)}


class Reader(HTMLParser):
    """Checks that tags close in order, and that no link stands in another."""

    def __init__(self) -> None:
        super().__init__()
        self.copy = ""
        self.open_tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "a" or "a" not in self.open_tags, "a link inside a link"
        assert len({name for name, _ in attrs}) == len(attrs)
        self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open_tags.pop() == tag

    def handle_data(self, data: str) -> None:
        self.copy += data


@given(
    st.lists(
        st.builds(
            lambda start, length, what: Highlight(start, start + length, *what),
            st.integers(0, len(TEXT)),
            st.integers(1, 20),
            st.sampled_from(
                [(Layer.PEOPLE, 'A "B" <c>', None), (Layer.QUOTES, "", None), *((None, "", n) for n in MARKS)]
            ),
        ),
        max_size=10,
    )
)
def test_any_highlights_give_valid_html_that_reads_as_the_text(highlights: list[Highlight]) -> None:
    reader = Reader()

    reader.feed(marked_copy(TEXT, Span(0, len(TEXT)), set(highlights), MARKS))

    assert reader.copy == TEXT
    assert reader.open_tags == []


def test_copy_without_highlights_is_only_escaped() -> None:
    assert marked_copy("A < B", Span(0, 5), [], {}) == "A &lt; B"


def test_a_finding_with_a_person_in_it_is_one_link() -> None:
    found = marked_copy(TEXT, Span(0, 20), [Highlight(0, 17, finding=1), Highlight(0, 11, Layer.PEOPLE, "Ines")], MARKS)

    assert found.count("<a ") == 1
    assert '<span data-people="Ines">Ines Moreau</span>' in found
    assert 'aria-describedby="finding-1"' in found
    assert found.count('aria-roledescription="finding"') == 1


def test_overlapping_findings_name_both_and_look_like_the_graver() -> None:
    marks = {1: mark(1, severity=Severity.MINOR), 2: mark(2, severity=Severity.BLOCKER)}

    found = marked_copy("nine barges", Span(0, 11), [Highlight(0, 4, finding=1), Highlight(0, 4, finding=2)], marks)

    assert 'class="mark time blocker"' in found
    assert 'data-findings="1 2"' in found


def test_findings_that_run_into_each_other_are_one_link_with_a_part_for_each() -> None:
    text = "the council's flood committee"
    reader = Reader()

    found = marked_copy(text, Span(0, 29), [Highlight(0, 13, finding=1), Highlight(4, 29, finding=2)], MARKS)

    reader.feed(found)
    assert found.count("<a ") == 1
    assert 'aria-describedby="finding-1 finding-2"' in found
    assert re.findall(r'<span class="mark[^>]* data-findings="([^"]*)"', found) == ["1", "1 2", "2"]
    assert reader.copy == text


def test_a_finding_is_numbered_once_where_it_ends() -> None:
    found = marked_copy(
        "nine barges sank", Span(0, 16), [Highlight(0, 16, finding=1), Highlight(5, 11, finding=2)], MARKS
    )

    assert re.findall(r'data-number="([^"]*)"', found) == ["", "20", "10"]


def test_findings_side_by_side_are_two_links() -> None:
    found = marked_copy("nine barges", Span(0, 11), [Highlight(0, 4, finding=1), Highlight(4, 11, finding=2)], MARKS)

    assert found.count("<a ") == 2


def test_an_open_finding_outweighs_a_graver_one_that_was_dismissed() -> None:
    marks = {1: mark(1, severity=Severity.MINOR), 2: mark(2, severity=Severity.BLOCKER, is_open=False)}

    found = marked_copy("nine", Span(0, 4), [Highlight(0, 4, finding=1), Highlight(0, 4, finding=2)], marks)

    assert 'class="mark time minor"' in found


def test_a_decided_finding_and_the_selected_one_can_be_told() -> None:
    marks = {1: mark(1, is_open=False), 2: mark(2, selected=True)}

    found = marked_copy("nine barges", Span(0, 11), [Highlight(0, 4, finding=1), Highlight(5, 11, finding=2)], marks)

    assert 'class="mark time major closed"' in found
    assert 'class="mark time major selected"' in found


def test_a_label_is_told_once_where_its_words_begin() -> None:
    quote = Highlight(0, 11, Layer.QUOTES, "Ines Moreau")

    found = marked_copy("nine barges", Span(0, 11), [quote, Highlight(5, 11, Layer.FIGURES, "count")], {})

    assert found == (
        '<span data-quotes="Ines Moreau">nine </span><span data-quotes="" data-figures="count">barges</span>'
    )

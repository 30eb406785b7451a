"""PDF documents: reading order, paragraphs and hyphens; scans and broken files refused."""

import pytest

from analysis.readers import Damaged, TooLong, WithoutText, read
from tests.analysis.readers.pdf_files import column, drawn, headed, pdf, pdf_of_streams

LEFT = (
    "The council has approved the bridge over",
    "the Wend, nine votes to five, after a mara-",
    "thon debate in Marstow.",
)
RIGHT = ("Work starts in May, the mayor said, and", "cars will pay a pound from the first day", "it is open to them.")
FIRST = "The council has approved the bridge over the Wend, nine votes to five, after a marathon debate in Marstow."
SECOND = "Work starts in May, the mayor said, and cars will pay a pound from the first day it is open to them."


def test_lines_become_paragraphs_where_space_parts_them() -> None:
    content = pdf(column(72, 600, *LEFT) + column(72, 600 - 5 * 14, *RIGHT))

    assert read(content, "a.pdf").body == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("is_row_by_row", [False, True])
def test_two_columns_are_read_one_after_the_other(*, is_row_by_row: bool) -> None:
    left, right = column(60, 700, *LEFT * 4), column(330, 700, *RIGHT * 4)
    words = [word for row in zip(left, right, strict=True) for word in row] if is_row_by_row else left + right

    body = read(pdf(words), "a.pdf").body.replace("\n", " ")

    assert body.startswith(FIRST)
    assert body.endswith(SECOND)
    assert body.index("Work starts") > body.rindex("thon debate in Marstow.")


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [(72, 760, "Marstow Echo, Tuesday"), *column(72, 600, *text), (300, 30, f"Page {number}")]
        for number, text in enumerate((LEFT, RIGHT, LEFT), 1)
    ]

    assert read(pdf(*pages), "a.pdf").body == f"{FIRST}\n{SECOND}\n{FIRST}"


def test_a_paragraph_goes_on_over_the_page() -> None:
    assert read(pdf(column(72, 100, *LEFT[:2]), column(72, 700, LEFT[2])), "a.pdf").body == FIRST


def test_a_compound_keeps_its_hyphen_at_the_end_of_a_line() -> None:
    lines = ("The toll-free bridge was shut on Monday for a toll-", "free day, and nobody in all of Marstow knew why.")

    assert "for a toll-free day" in read(pdf(column(72, 600, *lines)), "a.pdf").body


def test_the_author_of_the_file_is_its_byline() -> None:
    assert read(pdf(column(72, 600, *LEFT), author="Anna Pell"), "a.pdf").byline == "Anna Pell"


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(WithoutText, match=r"a scanned PDF document.* Have its text recognised first"):
        read(pdf([], [(72, 30, "Scan 3")]), "a.pdf")


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.95])
def test_a_document_that_breaks_off_is_damaged(kept: float) -> None:
    whole = pdf(column(72, 600, *LEFT))

    with pytest.raises(Damaged):
        read(whole[: int(len(whole) * kept)], "a.pdf")


def test_a_document_that_is_filled_up_behind_its_end_is_whole() -> None:
    assert read(pdf(column(72, 600, *LEFT)) + b"\0" * 9_000, "a.pdf").body == FIRST


def test_a_document_of_hundreds_of_pages_is_too_long() -> None:
    with pytest.raises(TooLong, match="401 pages"):
        read(pdf(*[column(72, 600, *LEFT)] * 401), "a.pdf")


def test_short_paragraphs_with_space_between_them_stay_apart() -> None:
    texts = ["The bridge is shut.", "Nobody knew why."]
    lines = [(72.0, 700.0 - 28 * number, text) for number, text in enumerate(texts * 5)]

    wrapped = column(72, 400, *LEFT)

    assert read(pdf([*lines, *wrapped]), "a.pdf").body.split("\n") == [*texts * 5, FIRST]


@pytest.mark.parametrize("is_before", [False, True])
def test_an_accent_that_is_drawn_over_its_letter_is_part_of_it(*, is_before: bool) -> None:
    accent, letter = (87.9, 600.0, "´"), (86.7, 600.0, "e")
    over = [accent, letter] if is_before else [letter, accent]
    words = [(72.0, 600.0, "caf"), *over, (92.8, 600.0, "s of Marstow are shut")]

    assert read(pdf([(72, 628, "A line above."), (72, 614, "Then:"), *words]), "a.pdf").body.endswith(
        "cafés of Marstow are shut"
    )


def test_a_line_that_opens_with_a_dash_goes_on_as_the_copy_has_it() -> None:
    lines = ("The bridge is dear and hard to keep, dear or not", "—so the council says at every meeting it has had")

    assert "dear or not—so the council" in read(pdf(column(72, 600, *lines)), "a.pdf").body


def test_a_paragraph_goes_on_over_the_page_with_a_name() -> None:
    lines = ("The bridge will be paid for by the council and the", "European Union, says the mayor of Marstow.")

    assert read(pdf(column(72, 100, *lines[:1]), column(72, 700, *lines[1:])), "a.pdf").body == " ".join(lines)


def test_a_byline_under_a_headline_of_two_lines_is_told_from_both() -> None:
    words = [(72.0, 700.0, "Council backs bridge over the Wend"), (72.0, 672.0, "after long night")]
    text = read(headed(words, column(72, 640, "By Anna Pell", *LEFT)), "a.pdf")

    assert (text.headline, text.byline) == ("Council backs bridge over the Wend after long night", "Anna Pell")


def test_three_columns_are_read_one_after_the_other() -> None:
    lines = ("The council has approved the", "bridge over the Wend by nine", "votes to five in Marstow.")
    columns = [[f"{number} {line}" for line in lines * 4] for number in "ABC"]
    rows = zip(*(column(60 + 180 * place, 700, *texts) for place, texts in enumerate(columns)), strict=True)

    body = read(pdf([word for row in rows for word in row]), "a.pdf").body

    assert body.rindex("A ") < body.index("B ")
    assert body.rindex("B ") < body.index("C ")


def test_the_hidden_text_over_a_recognised_scan_is_read() -> None:
    hidden = drawn(column(72, 600, *LEFT)).replace(b"BT ", b"BT 3 Tr ")

    assert read(pdf_of_streams(hidden), "a.pdf").body == FIRST


@pytest.mark.parametrize("turn", [b"0 -1 1 0 0 612", b"-1 0 0 -1 612 792", b"0 1 -1 0 792 0"])
def test_a_page_whose_text_is_turned_is_read_along_its_lines(turn: bytes) -> None:
    words = column(72, 500, "By Anna Pell", *LEFT) + column(72, 400, *RIGHT)

    text = read(pdf_of_streams(b"q " + turn + b" cm " + drawn(words) + b" Q"), "a.pdf")

    assert (text.byline, text.body) == ("Anna Pell", f"{FIRST}\n{SECOND}")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_was_turned_by_mistake_is_read_all_the_same(turn: int) -> None:
    content = pdf(column(72, 500, "By Anna Pell", *LEFT)).replace(b"/MediaBox", b"/Rotate %d/MediaBox" % turn)

    assert read(content, "a.pdf").body == FIRST

"""Rich text: words without codes, and no file that does not close."""

import pytest

from analysis.readers import Damaged, NestedTooDeep, read


def rich(body: bytes, head: bytes = rb"\ansi\ansicpg1252") -> bytes:
    return rb"{\rtf1" + head + rb"{\fonttbl{\f0 Arial;}}" + body + b"}"


@pytest.mark.parametrize(
    ("body", "read_as"),
    [
        (rb"\pard The bridge {\b is} shut.\par It opens in May.\par", "The bridge is shut.\nIt opens in May."),
        (rb"The bridge is shut.\line It opens in May.", "The bridge is shut.\nIt opens in May."),
        (rb"The caf\'e9 isn\'92t shut.", "The café isn’t shut."),
        (rb"The caf\u233?s are shut.", "The cafés are shut."),
        (rb"\ldblquote We wait,\rdblquote  he said \emdash  and left.", "“We wait,” he said — and left."),
        (rb"{\header Page 4}The bridge is shut.{\footer Draft}", "The bridge is shut."),
        (rb"The bridge {\v hush }is shut.", "The bridge is shut."),
        (rb"The bridge {\rtlch\fcs1 \af4 " + b"\n" + rb"\ltrch\fcs0 \v\f4 hush }is shut.", "The bridge is shut."),
        (
            rb"The bridge\chftn{\footnote \pard {\super\chftn} Of 1911.} is shut.\par So.",
            "The bridge is shut.\nSo.\nOf 1911.",
        ),
        (rb"\uc1\u-3913?\tab The bridge is shut.", "• The bridge is shut."),
        (rb"The bridge is shut.{\pict\jpegblip\bin " + b"ffd8" * 100 + b"}", "The bridge is shut."),
        (rb"The bridge {\pict\bin6 }{}}}{} is shut.", "The bridge is shut."),
        (rb"The vote was {\deleted eight}{\revised nine}.", "The vote was nine."),
        (rb"The bridge is shut.{\pict " + b"8950" * 5_000 + b"}", "The bridge is shut."),
    ],
)
def test_codes_become_words(body: bytes, read_as: str) -> None:
    assert read(rich(body), "a.rtf").body == read_as


def test_other_encodings_are_the_documents_own() -> None:
    assert read(rich("Рада затвердила бюджет.".encode("cp1251"), rb"\ansi\ansicpg1251"), "a.rtf").body.endswith(".")
    escaped = "".join(f"\\'{byte:02x}" for byte in "Рада затвердила бюджет.".encode("cp1251")).encode()
    assert read(rich(escaped, rb"\ansi\ansicpg1251"), "a.rtf").body == "Рада затвердила бюджет."


def test_cells_of_a_row_are_parted_by_bars() -> None:
    content = rich(rb"\trowd Cost\cell \'a34m\cell\row")

    assert read(content, "a.rtf").body == "Cost|£4m|"


def test_the_author_is_the_byline() -> None:
    content = rich(rb"{\info{\author Anna Pell}}The bridge is shut.")

    assert read(content, "a.rtf").byline == "Anna Pell"


def test_two_documents_glued_together_are_both_read() -> None:
    assert read(rich(b"One is here.") + rich(b"Two is here."), "a.rtf").body == "One is here.\nTwo is here."


@pytest.mark.parametrize("content", [rb"{\rtf1 The bridge {\b is", rb"{\rtf1 The bridge \{ is shut.", rb"{\rtf1"])
def test_a_document_that_breaks_off_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        read(content, "a.rtf")


def test_a_document_nested_like_a_bomb_is_not_opened() -> None:
    with pytest.raises(NestedTooDeep, match="more than 1000 deep"):
        read(rich(b"{" * 100_000 + b"}" * 100_000), "a.rtf")

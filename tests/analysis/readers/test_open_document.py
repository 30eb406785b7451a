"""OpenDocument texts: what is kept, what is left out, and which ones are not opened."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from analysis.readers import Damaged, DefinesEntities, EmptyFile, SwellsWhenOpened, read
from tests.analysis.readers.open_document_files import open_document, paragraph
from tests.analysis.readers.word_files import archive

FIRST = "The council has approved the bridge."
SECOND = "Work starts in May."


def test_headings_paragraphs_lists_and_cells_become_lines() -> None:
    content = open_document(
        "<text:h>Tolls</text:h>",
        paragraph(FIRST),
        f"<text:list><text:list-item>{paragraph('A point.')}</text:list-item></text:list>",
        f"<table:table><table:table-row><table:table-cell>{paragraph('£4m')}</table:table-cell>"
        f"<table:table-cell>{paragraph(SECOND)}</table:table-cell></table:table-row></table:table>",
    )

    assert read(content, "a.odt").body.split("\n") == [FIRST, "A point.", "£4m", SECOND]
    assert read(content, "a.odt").headline == "Tolls"


def test_blanks_tabs_and_breaks_written_as_elements_are_text() -> None:
    content = open_document(paragraph("The<text:s/>bridge <text:tab/>is shut.<text:line-break/>It is calm."))

    assert read(content, "a.odt").body == "The bridge \tis shut.\nIt is calm."


def test_tracked_changes_are_read_as_accepted() -> None:
    deleted = f"<text:changed-region><text:deletion>{paragraph('eight')}</text:deletion></text:changed-region>"
    content = open_document(
        f"<text:tracked-changes>{deleted}</text:tracked-changes>",
        paragraph('The vote was <text:change text:change-id="c1"/>nine to five.'),
    )

    assert read(content, "a.odt").body == "The vote was nine to five."


def test_notes_follow_the_text_and_comments_are_left_out_and_that_is_said() -> None:
    words = f"<text:note-body>{paragraph('Audit, p. 4.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{words}</text:note>"
    comment = f"<office:annotation>{paragraph('Sure?')}</office:annotation>"
    content = open_document(paragraph(f"Costs doubled{note} in a year{comment}."), paragraph(SECOND))

    text = read(content, "a.odt")

    assert text.body.split("\n") == ["Costs doubled in a year.", SECOND, "Audit, p. 4."]
    assert text.notes == ("Comments in the margin were left out: 1.",)


def test_title_and_subtitle_are_headline_and_standfirst() -> None:
    content = open_document(
        paragraph("It is on.", style="Title"), paragraph("At last.", style="Subtitle"), paragraph(FIRST)
    )

    text = read(content, "a.odt")

    assert (text.headline, text.standfirst, text.body) == ("It is on.", "At last.", FIRST)


def test_the_author_of_the_file_is_its_byline_where_the_text_names_none() -> None:
    assert read(open_document(paragraph(FIRST), creator="Anna Pell"), "a.odt").byline == "Anna Pell"


@pytest.mark.parametrize("creator", ["LibreOffice User", "apell", "anna@marstow.example"])
def test_what_a_program_filled_in_is_no_byline(creator: str) -> None:
    assert read(open_document(paragraph(FIRST), creator=creator), "a.odt").byline == ""


def test_hidden_text_and_indexes_are_left_out() -> None:
    content = open_document(
        paragraph(FIRST),
        paragraph('Seen.<text:span text:style-name="Secret"> Unseen.</text:span>'),
        f"<text:table-of-content><text:index-body>{paragraph('Tolls 4')}</text:index-body></text:table-of-content>",
        styles='<style:style style:name="Secret"><style:text-properties text:display="none"/></style:style>',
    )

    assert read(content, "a.odt").body == f"{FIRST}\nSeen."


def test_an_open_document_without_words_is_empty() -> None:
    with pytest.raises(EmptyFile):
        read(open_document(paragraph("")), "a.odt")


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.99])
def test_an_open_document_that_breaks_off_is_damaged(kept: float) -> None:
    whole = open_document(*[paragraph(f"{FIRST} {number}") for number in range(300)])

    with pytest.raises(Damaged, match=r"“a\.odt” is damaged: it calls itself an OpenDocument text"):
        read(whole[: int(len(whole) * kept)], "a.odt")


def test_an_open_document_that_swells_is_not_opened() -> None:
    with pytest.raises(SwellsWhenOpened):
        read(open_document(paragraph("a" * 8_000_000)), "a.odt")


def test_an_open_document_with_entities_is_not_opened() -> None:
    with pytest.raises(DefinesEntities):
        read(open_document(paragraph("&a;"), before='<!DOCTYPE x [<!ENTITY a "aaa">]>'), "a.odt")


def test_an_open_document_that_was_packed_anew_is_one_still() -> None:
    with ZipFile(BytesIO(open_document(paragraph(FIRST)))) as packed:
        parts = {name: packed.read(name).decode() for name in sorted(packed.namelist())}

    assert read(archive(parts), "a.odt").body == FIRST
    assert read(archive(parts), "a").body == FIRST

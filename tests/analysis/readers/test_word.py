"""Word documents: what is kept, what is left out, and which ones are not opened."""

import tracemalloc

import pytest

from analysis.readers import (
    Damaged,
    DefinesEntities,
    EmptyFile,
    NestedTooDeep,
    PasswordProtected,
    SwellsWhenOpened,
    read,
)
from tests.analysis.readers.word_files import archive, paragraph, plain, run, word_file

FIRST = "The council has approved the bridge."
SECOND = "Work starts in May."


def test_paragraphs_become_lines() -> None:
    assert read(word_file(plain(FIRST), plain(" "), plain(SECOND)), "a.docx").body == f"{FIRST}\n{SECOND}"


def test_title_and_subtitle_are_headline_and_standfirst_even_as_sentences() -> None:
    content = word_file(plain("It is on.", style="Title"), plain("At last.", style="Subtitle"), plain(FIRST))

    text = read(content, "a.docx")

    assert (text.headline, text.standfirst, text.body) == ("It is on.", "At last.", FIRST)


def test_tracked_insertions_are_kept_and_deletions_dropped() -> None:
    content = word_file(
        paragraph(
            run("The vote was "),
            "<w:del><w:r><w:delText>eight</w:delText></w:r></w:del>",
            f"<w:ins>{run('nine')}</w:ins>",
            run(" to five."),
        )
    )

    assert read(content, "a.docx").body == "The vote was nine to five."


def test_words_side_by_side_in_runs_are_not_torn_apart() -> None:
    assert read(word_file(paragraph(run("Mar"), run("stow"))), "a.docx").body == "Marstow"


def test_a_line_broken_by_hand_ends_a_paragraph() -> None:
    content = word_file(paragraph(run(FIRST), "<w:r><w:br/></w:r>", run(SECOND)))

    assert read(content, "a.docx").body == f"{FIRST}\n{SECOND}"


def test_table_cells_and_lists_are_paragraphs() -> None:
    rows = "".join(f"<w:tr><w:tc>{plain(cell)}</w:tc></w:tr>" for cell in ("Cost.", "£4m."))
    bullet = paragraph("<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>", run("A point."))

    content = word_file(plain(FIRST), f"<w:tbl>{rows}</w:tbl>", bullet)

    assert read(content, "a.docx").body == f"{FIRST}\nCost.\n£4m.\nA point."


def test_footnotes_follow_the_text_without_their_marks() -> None:
    note = f"<w:footnote w:id='2'>{plain('Audit, page 4.')}</w:footnote>"
    content = word_file(
        paragraph(run("Costs doubled"), "<w:r><w:footnoteReference w:id='2'/></w:r>", run(" in a year.")),
        footnotes=f"<w:footnotes {{namespace}}>{note}</w:footnotes>",
    )

    assert read(content, "a.docx").body == "Costs doubled in a year.\nAudit, page 4."


def test_comments_are_left_out_and_that_is_said() -> None:
    content = word_file(
        plain(FIRST),
        comments="<w:comments {namespace}><w:comment w:id='1'>" + plain("Sure?") + "</w:comment></w:comments>",
    )

    text = read(content, "a.docx")

    assert text.body == FIRST
    assert text.notes == ("Comments in the margin were left out: 1.",)


def test_a_word_file_under_another_name_is_read_and_that_is_said() -> None:
    text = read(word_file(plain(FIRST)), "draft.txt")

    assert text.body == FIRST
    assert text.notes == ("The file is a Word document, whatever its name says, and was read as one.",)


def test_a_word_file_without_words_is_empty() -> None:
    with pytest.raises(EmptyFile, match=r"“a\.docx” is empty"):
        read(word_file(plain("")), "a.docx")


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_word_file_that_breaks_off_is_damaged(kept: float) -> None:
    whole = word_file(*[plain(f"{FIRST} {number}") for number in range(200)])

    with pytest.raises(Damaged, match=r"“a\.docx” is damaged"):
        read(whole[: int(len(whole) * kept)], "a.docx")


@pytest.mark.parametrize("body", ["<w:p>", "</w:body>", "a < b", "&undefined;", "<w:r><w:t/></w:p>"])
def test_a_word_file_with_broken_parts_is_damaged(body: str) -> None:
    with pytest.raises(Damaged):
        read(word_file(body), "a.docx")


def test_a_word_file_without_its_main_part_is_damaged() -> None:
    with pytest.raises(Damaged):
        read(archive({"[Content_Types].xml": "", "word/styles.xml": ""}), "a.docx")


def test_a_word_file_locked_by_a_password_is_refused() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

    with pytest.raises(PasswordProtected, match="protected by a password"):
        read(ole + "EncryptedPackage".encode("utf-16-le"), "a.docx")


def test_an_archive_with_locked_members_is_refused() -> None:
    content = bytearray(word_file(plain(FIRST)))
    content[content.index(b"PK\x01\x02") + 8] |= 0x1  # the flag stands in the archive's directory

    with pytest.raises(PasswordProtected):
        read(bytes(content), "a.docx")


@pytest.mark.parametrize("unpacked", [60_000_000, 5_000_000])
def test_a_bomb_is_refused_before_it_is_opened(unpacked: int) -> None:
    bomb = word_file(plain("a" * unpacked))
    tracemalloc.start()

    with pytest.raises(SwellsWhenOpened, match="too large inside"):
        read(bomb, "a.docx")

    _, most_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most_bytes < unpacked / 2


def test_an_entity_bomb_is_refused() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    bomb = archive({"[Content_Types].xml": "<Types/>", "word/document.xml": f"<!DOCTYPE d [{entities}]><d>&e11;</d>"})

    with pytest.raises(DefinesEntities):
        read(bomb, "a.docx")


def test_tables_nested_too_deep_are_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 5_000 + plain(FIRST) + "</w:tc></w:tr></w:tbl>" * 5_000
    noise = "".join(plain(str(number)) for number in range(3_000))  # so that it does not swell like a bomb

    with pytest.raises(NestedTooDeep):
        read(word_file(deep, noise), "a.docx")


def test_hidden_text_and_a_table_of_contents_are_left_out() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hush</w:t></w:r>"
    content = word_file(plain("Tolls 4", style="TOC1"), paragraph(run(FIRST), hidden), plain(SECOND))

    assert read(content, "a.docx").body == f"{FIRST}\n{SECOND}"


def test_a_text_box_is_read_once_though_it_stands_there_twice() -> None:
    box = f"<w:txbxContent>{plain('In brief.')}</w:txbxContent>"
    alternatives = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    content = word_file(
        paragraph(run(FIRST), f"<w:r><mc:AlternateContent {names}>{alternatives}</mc:AlternateContent></w:r>")
    )

    assert sorted(read(content, "a.docx").body.split("\n")) == ["In brief.", FIRST]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"

    assert (
        read(word_file(paragraph(mark, run("The bridge ")), plain("is shut.")), "a.docx").body == "The bridge is shut."
    )


def test_the_author_of_the_file_is_its_byline_where_the_text_names_none() -> None:
    core = '<cp:coreProperties xmlns:cp="p" xmlns:dc="d"><dc:creator>Pell, Anna</dc:creator></cp:coreProperties>'

    assert read(word_file(plain(FIRST), members={"docProps/core.xml": core}), "a.docx").byline == "Anna Pell"
    assert read(
        word_file(plain("By Tom Reyes"), plain(FIRST), members={"docProps/core.xml": core}), "a.docx"
    ).byline == ("Tom Reyes")


def test_headers_and_footers_are_left_out() -> None:
    content = word_file(plain(FIRST), header1="<w:hdr {namespace}>" + plain("Page 4") + "</w:hdr>")

    assert read(content, "a.docx").body == FIRST

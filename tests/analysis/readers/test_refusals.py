"""What is refused, in a sentence that names the file and the reason."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.readers import EmptyFile, NotReadable, Refused, TooLong, WronglyNamed, read
from tests.analysis.readers.word_files import archive, plain, word_file

PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))
TABLE = archive({"xl/workbook.xml": "<workbook/>"})


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", "\n \n".encode("utf-16")])
def test_a_file_without_a_word_is_empty(content: bytes) -> None:
    with pytest.raises(EmptyFile) as refused:
        read(content, "note.txt")

    assert str(refused.value) == "“note.txt” is empty: there is no text in it."


def test_a_text_of_exactly_the_limit_is_read() -> None:
    assert len(read(b"a" * 500_000, "book.txt").body) == 500_000


@pytest.mark.parametrize(
    "content",
    [
        b"a" * 500_001,
        ("\U0001f600" * 500_001).encode(),
        word_file(*(plain(f"Clause {number * 7919 % 99_991}.") for number in range(45_000))),
    ],
)
def test_a_text_over_the_limit_is_too_long(content: bytes) -> None:
    with pytest.raises(TooLong, match=r"too long: it has [56]\d\d,\d{3} characters, and a draft may have at most"):
        read(content, "book.docx" if content.startswith(b"PK") else "book.txt")


def test_an_enormous_file_is_refused_unread() -> None:
    with pytest.raises(TooLong, match="51 million bytes"):
        read(b"a" * 51_000_000, "book.txt")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (PICTURE, "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(64), "a picture"),
        (b"ID3\x03\x00\x00\x00\x00\x00\x00" + bytes(64), "a sound recording"),
        (b'<?xml version="1.0"?><minutes/>', "an XML document"),
        (b'{"headline": "Bridge shut"}', "a JSON document"),
        (b"MZ\x90\x00\x03\x00\x00\x00" + bytes(64), "a program"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "a program"),
        (archive({"photo.raw": "…"}), "an archive of files"),
        (archive({"xl/workbook.xml": "<workbook/>"}), "an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Office document"),
        (bytes(range(256)), "not text"),
    ],
)
def test_what_is_not_a_story_is_refused_by_what_it_is(content: bytes, found: str) -> None:
    with pytest.raises(NotReadable) as refused:
        read(content, "thing")

    assert f"“thing” can’t be read: it is {found}" in str(refused.value)
    assert "Hand in a Word or OpenDocument file, rich text, a PDF" in str(refused.value)


@pytest.mark.parametrize(
    ("content", "filename", "reason"),
    [
        (TABLE, "notes.txt", "it is not plain text but an Excel workbook"),
        (PICTURE, "story.docx", "it is not a Word document but a picture"),
        (b"The bridge is shut.", "story.docx", "it is not a Word document but plain text"),
        (b"The bridge is shut.", "story.pdf", "it is not a PDF document but plain text"),
        (archive({"xl/workbook.xml": "<workbook/>"}), "STORY.DOCX", "it is not a Word document but an Excel workbook"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_wrongly_named(content: bytes, filename: str, reason: str) -> None:
    with pytest.raises(WronglyNamed, match=reason):
        read(content, filename)


@pytest.mark.parametrize("filename", ["story", "story.txt", "story.TXT", "bridge vote 2.0", "story.md"])
def test_plain_text_may_have_any_name_that_claims_nothing_else(filename: str) -> None:
    assert read(b"The bridge is shut.", filename).body == "The bridge is shut."


@example(b"\x1b$B", "a.txt")
@example(b"PK\x03\x04word/", "a.docx")
@given(st.binary(max_size=2_000), st.sampled_from(["a.txt", "a.docx", "a", "{0}.pdf"]))
def test_random_bytes_are_read_or_refused_and_nothing_else(content: bytes, filename: str) -> None:
    assert filename in _refusal(content, filename) or read(content, filename).body


@given(st.integers(0, 900), st.binary(min_size=1, max_size=40))
def test_a_word_file_with_bytes_overwritten_is_read_or_refused(place: int, noise: bytes) -> None:
    content = bytearray(word_file(plain("The bridge is shut."), plain("It opens in May.")))
    content[place : place + len(noise)] = noise

    assert "a.docx" in _refusal(bytes(content), "a.docx") or read(bytes(content), "a.docx").body


@given(st.text(min_size=1, max_size=300))
def test_any_text_in_utf_8_keeps_its_words(text: str) -> None:
    try:
        found = read(text.encode(), "a")
    except Refused:
        return

    kept = " ".join([found.headline, found.body])
    assert not set("\r\x0b\x0c\u2028\u2029\x00") & set(kept)
    assert all(line == line.strip() != "" for line in found.body.split("\n"))


def _refusal(content: bytes, filename: str) -> str:
    """The sentence that refuses it, or nothing."""
    try:
        read(content, filename)
    except Refused as refused:
        return str(refused)
    return ""

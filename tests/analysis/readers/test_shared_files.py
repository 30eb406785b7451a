"""Files of real newsrooms and of other people's tests, where the measuring data is at hand."""

from pathlib import Path

import pytest
from rapidfuzz.distance import Indel

from analysis.readers import ReadText, Refused, read_file

ALIKE = 0.98  # of the characters, blanks aside
SCANNED = "ocr_text"  # the expected text was recognised from pictures
BY_ROWS = "two_column"  # the expected text runs across both columns, row by row, as it was laid out
PICTURES = ("Photo", "image", "audio")


def test_no_file_fails_in_another_way_than_being_refused(shared_data: Path) -> None:
    texts = [_read(path) for path in _files(shared_data)]

    assert any(texts)  # what is neither a text nor refused raises


def test_the_text_is_the_expected_one(shared_data: Path) -> None:
    likeness = {path.name: _likeness(path) for path in _files(shared_data) if _expected(path).exists()}

    assert {name: alike for name, alike in likeness.items() if alike < ALIKE} == {}


def test_a_text_in_columns_has_the_words_of_the_expected_one(shared_data: Path) -> None:
    (path,) = (path for path in _files(shared_data, but=()) if BY_ROWS in path.name)
    found, expected = set(_words(_text(read_file(path)))), set(_words(_expected(path).read_text()))

    assert len(found & expected) > 0.9 * len(found)


@pytest.mark.parametrize("folder", ["ninjs", "newsml-g2", "nitf"])
def test_every_wire_item_with_text_has_headline_date_and_text(shared_data: Path, folder: str) -> None:
    for path in (shared_data / "fixtures" / folder).iterdir():
        text = _read(path)
        assert (text is None) == any(word in path.name for word in PICTURES)
        assert text is None or (text.headline and text.dated and (text.body or "LISTING" in path.name))


def _files(shared: Path, *, but: tuple[str, ...] = (SCANNED, BY_ROWS)) -> list[Path]:
    found = (path for path in (shared / "fixtures").glob("*/*") if not path.name.endswith(".expected.txt"))
    return sorted(path for path in found if not any(name in path.name for name in but))


def _read(path: Path) -> ReadText | None:
    try:
        return read_file(path)
    except Refused:
        return None


def _expected(path: Path) -> Path:
    return path.with_name(f"{path.name}.expected.txt")


def _likeness(path: Path) -> float:
    expected = _expected(path).read_text("utf-8", "replace")
    return Indel.normalized_similarity(" ".join(_words(_text(read_file(path)))), " ".join(_words(expected)))


def _text(read: ReadText) -> str:
    return "\n".join((read.headline, read.standfirst, read.body))


def _words(text: str) -> list[str]:
    return text.split()

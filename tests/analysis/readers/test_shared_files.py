"""Word files from the wild, where the measuring data is at hand."""

from pathlib import Path

import pytest

from analysis.readers import EmptyFile, read_file

WITHOUT_TEXT = ("empty.docx", "external-picture.docx")


def test_every_word_file_is_read_or_has_no_text(shared_data: Path) -> None:
    for path in (shared_data / "fixtures" / "docx").glob("*.docx"):
        if path.name.endswith(WITHOUT_TEXT):
            with pytest.raises(EmptyFile):
                read_file(path)
        else:
            assert read_file(path).body

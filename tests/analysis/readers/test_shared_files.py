"""Word files from the wild, where the shared folder is at hand."""

import os
from pathlib import Path

import pytest

from analysis.readers import EmptyFile, read_file

SHARED = Path(os.environ.get("BACKREAD_SHARED", "../shared"))
FILES = sorted((SHARED / "fixtures" / "docx").glob("*.docx"))
WITHOUT_TEXT = ("empty.docx", "external-picture.docx")


@pytest.mark.skipif(not FILES, reason="needs the shared folder (BACKREAD_SHARED)")
def test_every_word_file_is_read_or_has_no_text() -> None:
    for path in FILES:
        if path.name.endswith(WITHOUT_TEXT):
            with pytest.raises(EmptyFile):
                read_file(path)
        else:
            assert read_file(path).body

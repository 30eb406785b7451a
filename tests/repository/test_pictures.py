"""Every picture of a screen is one that `make pictures` takes, and stands in the documentation with a caption."""

import re

from tests.pages.pictured import AFTERWARDS, AT_FIRST, FILED, SENT_BACK, STALE
from tests.repository import ROOT

PICTURED = [picture.name for picture in (*AT_FIRST, *AFTERWARDS, *SENT_BACK, *STALE, *FILED)]
WANTED = {f"{name}{size}.png" for name in PICTURED for size in ("", "-phone")}


def test_every_picture_is_shown_once_with_a_caption() -> None:
    told = (ROOT / "docs/screens.md").read_text()

    assert sorted(re.findall(r"\]\(screens/([^)]+)\)", told)) == sorted(WANTED)
    assert all(re.findall(r"!\[([^\]]*)\]", told))


def test_no_picture_lies_there_that_is_not_taken_any_more() -> None:
    assert {path.name for path in (ROOT / "docs/screens").glob("*.png")} == WANTED

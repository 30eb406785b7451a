"""House lists are read from files, and refused with a reason."""

from pathlib import Path

import pytest

from analysis.document import HouseEntry, Label
from analysis.house import HouseListError, read_house_list

ENTRY = HouseEntry("Backbeat", Label.ORG, aliases=("BB",), role=None, own_staff=True)
LINE = '{"name": "Backbeat", "label": "ORG", "aliases": ["BB"], "own_staff": true}'


@pytest.mark.parametrize("content", [f"[{LINE}]", LINE, f"{LINE}\n\n"], ids=["list", "line", "lines"])
def test_a_list_is_read_as_json_or_line_by_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "house.json"
    path.write_text(content)

    assert read_house_list(path) == (ENTRY,)


@pytest.mark.parametrize("content", ["[{]", '[{"name": 3}]', '[{"name": "Backbeat", "label": "TEAM"}]', "\x00"])
def test_anything_else_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "house.json"
    path.write_text(content)

    with pytest.raises(HouseListError, match=r"house\.json"):
        read_house_list(path)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(HouseListError, match=r"nowhere\.json: No such file"):
        read_house_list(tmp_path / "nowhere.json")

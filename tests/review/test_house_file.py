"""The house list as a CSV file: what is written is read again, faults are told by line, formulas stay words."""

import pytest

from review.actions.house import Entry
from review.house_file import NotAList, read, written
from tests.factories import HouseEntryFactory

HEAD = "name,what,aliases,title,spelling,own staff,never\n"


def faults(content: str) -> list[str]:
    with pytest.raises(NotAList) as refused:
        read(content.encode())
    return refused.value.faults


@pytest.mark.django_db
def test_what_is_written_is_read_again() -> None:
    entry = HouseEntryFactory.create(
        name="Zoë Quill, OBE",
        aliases=["Z. Quill", "Quill"],
        role="mayor",
        spelling="Not “Zoe”.",
        own_staff=True,
        never=["Zoe Quill", "Zoë Quille"],
    )

    assert read(written([entry]).encode()) == [
        Entry(
            "Zoë Quill, OBE",
            "PERSON",
            ("Z. Quill", "Quill"),
            "mayor",
            "Not “Zoe”.",
            own_staff=True,
            never=("Zoe Quill", "Zoë Quille"),
        )
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["=1+1", "+44 Club", "-ism", "@home", "=HYPERLINK(“x”)"])
def test_no_spreadsheet_runs_what_it_opens_and_nothing_is_lost(name: str) -> None:
    content = written([HouseEntryFactory.create(name=name, role=name)])

    assert f"\n'{name}" in content
    assert (read(content.encode())[0].name, read(content.encode())[0].role) == (name, name)


def test_every_fault_is_told_with_its_line() -> None:
    told = faults(
        HEAD + "Mira Okonjo,person,,,,,\n,person,,,,,\nTarn,river,,,,maybe,\nMira Okonjo,person,,,,,\nshort\n"
    )

    assert [fault.split(":")[0] for fault in told] == ["Line 3", "Line 4", "Line 4", "Line 6", "Line 5"]
    assert told[-1] == "Line 5: “Mira Okonjo” stands in line 2 already."


def test_a_file_without_the_columns_is_refused() -> None:
    assert faults("who,what\n") == [f"Line 1 must name the columns: {HEAD.strip().replace(',', ', ')}."]


def test_a_file_in_another_encoding_is_refused() -> None:
    with pytest.raises(NotAList, match="not UTF-8"):
        read("name\nZoë".encode("cp1252"))


def test_a_mark_at_the_beginning_and_empty_lines_do_no_harm() -> None:
    assert read(("\ufeff" + HEAD + "\nthe Tarn,not a name,,,,no,\n,,,,,,\n").encode()) == [Entry("the Tarn", "")]

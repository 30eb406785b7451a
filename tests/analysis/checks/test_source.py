"""What the source check catches and what it leaves alone."""

import pytest

from analysis.checks import source
from tests.analysis.checks.reading import within

CAUGHT = [
    "“The bridge will hold,” said Joan Harker, our transport correspondent.",
    "“The bridge will hold,” said an official who asked not to be named.",
    "The bridge will hold, sources said.",
    "“It was a bad night,” one of the nurses said.",
    "“The bridge will hold for as long as anybody here remembers,” the company's chief safety officer wrote.",
]

IGNORED = [
    "“The bridge will hold,” said Joan Harker, the county engineer.",
    "The bridge will hold until spring.",
    "“The bridge will hold,” the mayor said.",
    "“The bridge will hold,” said a council spokeswoman.",
    "“The bridge will hold,” said a visitor, Joan Harker.",
    "The mayor told a young woman who said that the bridge would fall to wait.",
    "A reader might now ask who built it.",
    "A judge ruled that the bridge must close.",
    "“The bridge will hold,” said Father John Harker of Our Lady of Sorrows.",
    "“The bridge will hold for as long as anybody here remembers,” the company's chief safety officer, Ann Pye, wrote.",
    "“It will hold,” the company's chief safety officer wrote.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_source_catches_sources_that_are_none(text: str) -> None:
    assert within(source, text)


def test_people_called_alike_are_told_of_once() -> None:
    found = within(source, "“It leaks,” an official said. A second official said that it was safe.")

    assert [len(finding.a) for finding in found] == [2]


@pytest.mark.parametrize("text", IGNORED)
def test_source_leaves_alone_what_is_right(text: str) -> None:
    assert not within(source, text)


def test_several_speak_and_one_speaks() -> None:
    said = ("The bridge will hold, industry insiders said.", "“It leaks,” an official said.")

    assert [within(source, text)[0].message for text in said] == [
        "“industry insiders” speak without a name.",
        "“an official” speaks without a name.",
    ]

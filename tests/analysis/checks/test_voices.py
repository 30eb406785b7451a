"""What the voices check catches and what it leaves alone."""

import pytest

from analysis.checks import voices
from tests.analysis.checks.reading import between

COUNCIL = (
    "The pier will close in May, the council decided. “We looked at every other way and there was none left,” said "
    "Councillor Ruth Adeyemi. The town met on Monday."
)
TOWN = (
    "The council decided to shut the pier in May. “Nobody asked the people of this town what they want,” said Edwin "
    "Pell, the mayor. People were angry at the plan."
)
NOBODY = "In May the pier will be shut. The council looked at the costs on Monday. The town is angry."

CAUGHT = [(COUNCIL, NOBODY), (NOBODY, TOWN)]

IGNORED = [
    (
        COUNCIL,
        NOBODY + " A councillor said that “every other way” had been looked at “and there was none left” by then.",
    ),
    (COUNCIL, NOBODY + " Ruth Adeyemi voted for it."),
    (COUNCIL.replace("Councillor Ruth", "passer-by Ruth"), NOBODY),
    (COUNCIL, COUNCIL.replace("said Councillor Ruth Adeyemi", "the council said")),
    (COUNCIL, TOWN.replace("Edwin Pell, the mayor", "Councillor Edwin Pell")),
    (COUNCIL.replace("We looked at every other way and there was none left", "It must"), NOBODY),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_voices_notes_who_is_heard_in_one_draft_only(a: str, b: str) -> None:
    assert [finding.conflict for finding in between(voices, a, b)] == [False]


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_voices_leaves_alone_whom_both_drafts_know_and_passers_by(a: str, b: str) -> None:
    assert not between(voices, a, b)


def test_the_note_tells_how_the_quotation_begins() -> None:
    finding = between(voices, COUNCIL, NOBODY)[0]

    assert "Councillor Ruth Adeyemi (“We looked at every other way" in finding.message


def test_the_note_calls_a_son_by_the_surname_of_his_father() -> None:
    finding = between(voices, COUNCIL.replace("Ruth Adeyemi", "Samuel Adeyemi Jr."), NOBODY)[0]

    assert finding.message.endswith("the other never names Adeyemi.")


def test_each_draft_has_a_voice_of_its_own() -> None:
    assert [bool(finding.a) for finding in between(voices, COUNCIL, TOWN)] == [True, False]

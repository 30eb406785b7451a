"""A finding keeps its fingerprint when anything but its substance is edited."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison import compare
from analysis.findings import Kind, Values
from analysis.fingerprints import signed
from analysis.pipeline import annotate
from analysis.remarks import remark
from analysis.spans import Span
from tests.analysis.checks.reading import DATED, read

OURS = """Ferry runs aground with 214 aboard

The ferry Morven, carrying 214 passengers, ran aground off Oban on Monday night. Two lifeboats went out.

Captain Iona Reid, the director of Argyll Ferries, spoke in the harbour town. The firm employs 340 people there.

“We heard a grinding noise and then the lights went out,” said Katarina Lindqvist, a passenger.

The ministry has lifted its ban on night sailings, which was imposed in 2019. The new pier will cost £18 million.
"""
THEIRS = """Hundreds taken off ferry at Oban

The ferry Morven, carrying 241 passengers, ran aground off Oban on Tuesday night. Two lifeboats went out.

Captain Iona Reid, the deputy director of Argyll Ferries, spoke in the harbour town. The firm employs 430 people there.

“We heard a grinding noise and then the lights came on,” said Katarina Lindquist, a passenger.

The ministry has kept its ban on night sailings, which was imposed in 2017. The new pier will cost £24 million.
"""
KINDS = {Kind.FIGURE, Kind.DATE, Kind.ROLE, Kind.QUOTE, Kind.NAME, Kind.POLARITY}


def _moved(text: str) -> str:
    """The third paragraph comes last."""
    first, second, third, *rest = text.strip().split("\n\n")
    return "\n\n".join([first, second, *rest, third])


EDITS: dict[str, Callable[[str], str]] = {
    "another headline": lambda text: "A night at sea" + text[text.index("\n") :],
    "a paragraph above": lambda text: text.replace("\n\n", "\n\nIt had rained all week.\n\n", 1),
    "a paragraph moved": _moved,
    "typewriter quotes": lambda text: text.replace("“", '"').replace("”", '"'),
    "guillemets": lambda text: text.replace("“", "«").replace("”", "»"),
    "single quotes": lambda text: text.replace("“", "‘").replace("”", "’"),
    "trailing blanks": lambda text: text.replace("\n\n", "  \n\n") + "   ",
    "another sentence edited": lambda text: text.replace(
        "Two lifeboats went out.", "Lifeboats reached her by midnight."
    ),
    "another spelling beside it": lambda text: text.replace("harbour", "harbor"),
    "a word more beside it": lambda text: text.replace("The new pier", "The long new pier"),
}


@lru_cache
def _between(ours: str, theirs: str) -> frozenset[str]:
    findings = compare(read(ours), annotate(theirs, dated=DATED)).findings
    return frozenset(finding.fingerprint for finding in findings if finding.conflict)


def test_the_two_drafts_disagree_in_every_way() -> None:
    assert {finding.kind for finding in compare(read(OURS), read(THEIRS)).findings} >= KINDS


def test_fingerprints_stay_when_the_sides_change_places() -> None:
    assert _between(OURS, THEIRS) == _between(THEIRS, OURS)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_fingerprints_stay_over(edit: Callable[[str], str]) -> None:
    before = _between(OURS, THEIRS)

    assert _between(edit(OURS), THEIRS) == before
    assert _between(OURS, edit(THEIRS)) == before


@pytest.mark.parametrize(
    ("old", "new"), [("214", "218"), ("Monday", "Sunday"), ("2019", "2018"), ("£18", "£16"), ("Lindqvist", "Lindkvist")]
)
def test_changed_value_changes_a_fingerprint(old: str, new: str) -> None:
    assert _between(OURS.replace(old, new), THEIRS) != _between(OURS, THEIRS)


def test_quote_marks_and_capitals_of_the_values_do_not_count() -> None:
    here, there = (
        signed(remark(Kind.QUOTE, [Span(0, 1)], subject=value, message="", why=""))
        for value in ("“It holds”", "it holds")
    )

    assert here.fingerprint == there.fingerprint


@given(a=st.text(), b=st.text(), subject=st.text(), marks=st.sampled_from(["“”", "«»", "‘’", '""']))
def test_sides_and_quote_marks_never_count(a: str, b: str, subject: str, marks: str) -> None:
    one = replace(remark(Kind.QUOTE, [Span(0, 1)], subject=subject, message="", why=""), values=Values(a, b))
    other = replace(one, values=Values(f"{marks[0]}{b}{marks[1]}", a))

    assert signed(one).fingerprint == signed(other).fingerprint

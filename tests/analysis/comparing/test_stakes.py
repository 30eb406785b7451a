"""How grave a conflict is: what is at stake where it stands, in either draft."""

from types import ModuleType

import pytest

from analysis.checks import date, figure, name
from analysis.findings import Severity
from tests.analysis.checks.reading import conflicts

BLOCKS = [
    (figure, "Two people were hurt when the ferry ran aground.", "Five people were hurt when the ferry ran aground."),
    (figure, "The blast left 12 families homeless.", "The blast left 21 families homeless."),
    (figure, "The wall will cost £18.4 million.", "The wall will cost £16.9 million."),
    (date, "Police detained the mayor on Monday.", "Police detained the mayor on Thursday."),
    (name, "Ruth Adeyami opened the bridge.", "Ruth Adeyemi opened the bridge."),
]
MATTERS = [
    (date, "The bridge opened in 1987.", "The bridge opened in 1978."),
    (figure, "The ferry carried 214 cars to Oban.", "The ferry carried 241 cars to Oban."),
]


@pytest.mark.parametrize(("check", "a", "b"), BLOCKS)
def test_names_money_lives_and_freedom_block(check: ModuleType, a: str, b: str) -> None:
    assert [finding.severity for finding in conflicts(check, a, b)] == [Severity.BLOCKER]


@pytest.mark.parametrize(("check", "a", "b"), MATTERS)
def test_other_conflicts_are_major(check: ModuleType, a: str, b: str) -> None:
    assert [finding.severity for finding in conflicts(check, a, b)] == [Severity.MAJOR]


def test_what_is_at_stake_in_one_draft_counts_for_both() -> None:
    plain, grave = (
        "The trawler sank on Monday off Oban.",
        "The trawler sank on Thursday off Oban, and its crew drowned.",
    )

    assert {conflicts(date, *pair)[0].severity for pair in ((plain, grave), (grave, plain))} == {Severity.BLOCKER}

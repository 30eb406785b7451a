"""What the headcount check catches and what it leaves alone."""

import pytest

from analysis.checks import headcount
from tests.analysis.checks.reading import within

CAUGHT = [
    "Four co-workers, Ann Pye, Carl Dunn and Lucy Marr, raised the alarm.",
    "They had three children, Mary, Peter, Anna and Tom.",
    "The judges fined two men: Sam Orr, 34, Jay Pell, 29, and Kit Nair.",
]

IGNORED = [
    "Three co-workers, Ann Pye, Carl Dunn and Lucy Marr, raised the alarm.",
    "Four co-workers, including Ann Pye, Carl Dunn and Lucy Marr, raised the alarm.",
    "They came from two earlier marriages, Mary, Peter and Tom.",
    "The judges fined three men: Sam Orr, 34, Jay Pell, 29, and Kit Nair.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_headcount_catches_a_list_with_more_or_fewer_names(text: str) -> None:
    assert [finding.conflict for finding in within(headcount, text)] == [True]


@pytest.mark.parametrize("text", IGNORED)
def test_headcount_leaves_alone_what_is_right(text: str) -> None:
    assert not within(headcount, text)

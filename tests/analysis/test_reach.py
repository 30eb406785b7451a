"""Days that nobody can mean: what machines write for none, or for never."""

from datetime import date

import pytest

from analysis.comparison import compare
from analysis.pipeline import annotate
from analysis.quantities.calendar import UNKNOWN
from analysis.readers.moments import day_of, moment_of

NEWS = "The council met yesterday. Last year it closed the pier, and next month it opens the lido."
ENDS = [date.min, date(1, 12, 31), date(9999, 1, 1), date.max]


@pytest.mark.parametrize("dated", ENDS)
def test_draft_of_a_day_that_nobody_means_is_read_as_one_without_a_day(dated: date) -> None:
    document = annotate(NEWS, dated=dated)

    assert document == annotate(NEWS)
    assert {(each.low, each.high) for each in document.quantities} == {(UNKNOWN.low, UNKNOWN.high)}


@pytest.mark.parametrize("dated", [date(1700, 1, 1), date(2199, 12, 31)])
def test_draft_of_the_first_and_the_last_day_is_read_against_it(dated: date) -> None:
    assert {each.low.year for each in annotate(NEWS, dated=dated).quantities if isinstance(each.low, date)} <= {
        dated.year - 1, dated.year, dated.year + 1
    }  # fmt: skip


def test_drafts_of_both_ends_of_the_calendar_are_compared() -> None:
    assert compare(annotate(NEWS, dated=date.min), annotate(NEWS, dated=date.max)).findings == ()


@pytest.mark.parametrize("written", ["0001-01-01", "9999-12-31", "00010101", "1699-12-31", "2200-01-01"])
def test_file_that_states_such_a_day_states_none(written: str) -> None:
    assert day_of(written) is None
    assert moment_of(f"{written}T23:59:59+00:00") is None

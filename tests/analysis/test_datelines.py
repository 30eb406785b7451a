"""The day that a dateline tells without its year."""

from datetime import date

import pytest

from analysis.datelines import day_told


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("MARSTOW, 18 June", date(2026, 6, 18)),
        ("MARSTOW, England, June 18", date(2026, 6, 18)),
        ("MARSTOW, Sept. 3", date(2025, 9, 3)),
        ("MARSTOW, 23 June", date(2026, 6, 23)),
        ("MARSTOW, 3 March (Northern Wire)", date(2026, 3, 3)),
        ("MARSTOW, 29 Feb", None),
        ("MARSTOW, 31 June", None),
        ("MARSTOW", None),
        ("MARSTOW, 18 Junction Road", None),
    ],
)
def test_it_is_the_last_such_day_or_one_that_is_near(dateline: str, day: date | None) -> None:
    assert day_told(dateline, handed_in=date(2026, 6, 20)) == day


def test_the_turn_of_the_year_is_crossed() -> None:
    assert day_told("MARSTOW, 31 December", handed_in=date(2027, 1, 2)) == date(2026, 12, 31)
    assert day_told("MARSTOW, 2 January", handed_in=date(2026, 12, 31)) == date(2027, 1, 2)

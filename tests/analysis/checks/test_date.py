"""What the date check catches and what it leaves alone."""

import pytest

from analysis.checks import date
from tests.analysis.checks.reading import conflicts

CAUGHT = [
    (
        "Joan Harker on Tuesday urged councillors to drop the plan for a toll bridge. On Sunday she had been silent.",
        "Among those who urged the councillors on Sunday to drop their plan was the harbour master, Joan Harker.",
    ),
    (
        "The bridge opened in 1987.",
        "The bridge opened in 1978.",
    ),
    (
        "Ministers will meet on 12 March to settle the fishing quota.",
        "Ministers will meet on 21 March to settle the fishing quota.",
    ),
    (
        "The jury convicted Harmon on Monday after two weeks.",
        "The jury convicted Harmon on Tuesday after two weeks.",
    ),
    (
        "The curfew, imposed under a 2019 decree, emptied the old town at night.",
        "For months the old town has been empty at night. The curfew, imposed last year, is unpopular.",
    ),
]

IGNORED = [
    (
        "Pell joined the harbour board in 2019 and is its treasurer.",
        "Pell, the treasurer, left the harbour board last year.",
    ),
    (
        "The speech on the harbour is to be held on Tuesday, as planned.",
        "This Tuesday the speech on the harbour will not be held, though it was planned.",
    ),
    (
        "The bridge opened in May 1987.",
        "The bridge opened on 4 May 1987.",
    ),
    (
        "The report came out on Sept. 9, the ministry said.",
        "The report came out on September 9, the ministry said.",
    ),
    (
        "The harbour wall was built last year.",
        "The harbour wall was built in 2025.",
    ),
    (
        "The harbour closed on Monday. It opened again on Friday.",
        "The harbour closed on Monday. It opened again on Friday, to cheers.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_date_catches_two_dates_for_one_event(a: str, b: str) -> None:
    assert conflicts(date, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_date_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(date, a, b)

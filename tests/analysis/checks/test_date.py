"""What the date check catches and what it leaves alone."""

from datetime import date

import pytest

from analysis.checks import date as check
from analysis.comparing.pairs import pair_up
from analysis.pipeline import annotate
from tests.analysis.checks.reading import DATED, conflicts

CAUGHT = [
    (
        "The bridge at Thornley will cost £31 million and will open in 2031.",
        "The bridge at Thornley will cost £27 million and will open in 2032.",
    ),
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
    (
        "Harbour master Joan Harker backed a toll for the pier on Tuesday at the spring fair of the fishing guild.",
        "“Let them pay,” the harbour master said at the fair of the guild; Joan Harker argued Sunday for a toll.",
    ),
]

IGNORED = [
    (
        "A young aide to the council of Ashby resigned Monday after her Facebook post on the mayor’s daughters drew "
        "anger.\nRuth Adeyemi apologized for the post before she went.",
        "Ruth Adeyemi, an aide to the council of Ashby, had to apologize Saturday for a Facebook post on the mayor’s "
        "daughters.\nThe town was angry.",
    ),
    (
        "Joan Harker of Ashby said on Monday that the town had a chance of losing the pier in November.\nThe interview "
        "will be shown on Tuesday.",
        "Mayor Joan Harker said there is a chance that the town will lose the pier in November in an interview Tuesday "
        "on Coast News.",
    ),
    (
        "As of September 2025, the council has lent 1,751 boats to fishermen.",
        "As of November 2025, the council has lent 1,790 boats to fishermen.",
    ),
    (
        "The council will hold a vote on the pier in May 2026, Joan Harker said.",
        "Joan Harker will hold her seat on the council until the vote on the pier in June 2026.",
    ),
    (
        "Pell, who led the harbour board from 2010 to 2016, spoke against the plan.",
        "Also against the plan was Ruth Adeyemi, who led the harbour board from 2016 to 2022.",
    ),
    (
        "Joan Harker on Tuesday dismissed the plan for a toll bridge, as in the Dec. 11 debate with Edwin Pell.",
        "Joan Harker and Edwin Pell debated the plan for a toll bridge on Dec. 11.",
    ),
    (
        "The harbour board, whose report came out last month, expects the pier to sink.",
        "The harbour board warned last week that the pier may sink.",
    ),
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
    (
        "Joan Harker backed a toll for the pier on Tuesday at the spring fair of the fishing guild.",
        "At the spring fair of the fishing guild, Edwin Pell argued on Sunday for a toll and a new pier.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_date_catches_two_dates_for_one_event(a: str, b: str) -> None:
    assert conflicts(check, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_date_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(check, a, b)


UNDATED = [
    (
        "The bridge opened on July 13 after a week of storms.",
        "The bridge opened on July 10 after a week of storms.",
        True,
    ),
    ("The jury convicted Harmon on Monday.", "The jury convicted Harmon on Friday.", True),
    ("The jury convicted Harmon on Monday.", "The jury convicted Harmon yesterday.", False),
]


@pytest.mark.parametrize(("a", "b", "differ"), UNDATED)
def test_two_days_differ_though_neither_draft_has_a_date(a: str, b: str, *, differ: bool) -> None:
    assert bool(list(check.compare(pair_up(annotate(a), annotate(b))))) is differ


def test_drafts_of_two_days_each_tell_what_is_new_on_theirs() -> None:
    monday, tuesday = date(2026, 3, 2), date(2026, 3, 3)
    a = annotate("Joan Harker drew fierce criticism for her toll bridge plan on Monday.", dated=monday)
    b = annotate("Councillors kept up their criticism of Joan Harker and her toll bridge plan Tuesday.", dated=tuesday)
    assert not list(check.compare(pair_up(a, b)))


def test_a_day_answers_to_one_day_of_the_other_draft() -> None:
    a = annotate("Harbour pilots voted on Monday to end the strike over the crane on the quay.", dated=DATED)
    b = annotate(
        "A strike over the crane on the quay came to its end on Sunday by a vote of the harbour pilots. The vote of "
        "the harbour pilots on the end of the strike over the crane at the quay had been asked for on Saturday.",
        dated=DATED,
    )

    found = [finding for finding in check.compare(pair_up(a, b)) if finding.conflict]

    assert {finding.values.b for finding in found} == {"2026-03-01 day"}

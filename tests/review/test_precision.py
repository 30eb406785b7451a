"""How precise a check has been: the last word on each finding counts, by the desk's people and in its stories."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from analysis.findings import Kind
from articles.models import Desk
from review.models import Reason, Resolution, ResolutionKind
from review.precision import records, verdicts_on, weeks
from tests.factories import DeskFactory, ResolutionFactory
from tests.review.drafts import Pair, pair_of_drafts


@pytest.fixture
def desk(db: None) -> Desk:
    return DeskFactory.create()


@pytest.fixture
def pair(desk: Desk) -> Pair:
    return pair_of_drafts(desk)


def decided(pair: Pair, kind: ResolutionKind, reason: str = "", **told: object) -> Resolution:
    finding = pair.found("Monday", "Friday", kind=Kind.DATE)
    return ResolutionFactory.create(finding=finding, kind=kind, reason=reason, **told)


def shares(desk: Desk) -> list[tuple[Kind, int, int, int, int | None]]:
    return [(r.kind, r.acted_on, r.wrong, r.otherwise, r.share_right) for r in records(verdicts_on(desk))]


def test_what_was_acted_on_counts_against_what_was_dismissed_as_wrong(pair: Pair, desk: Desk) -> None:
    for kind in (ResolutionKind.TO_FIX, ResolutionKind.FIXED, ResolutionKind.ACCEPTED):
        decided(pair, kind)
    decided(pair, ResolutionKind.DISMISSED, Reason.WRONG)

    assert shares(desk) == [(Kind.DATE, 3, 1, 0, 75)]


def test_another_dismissal_speaks_neither_for_a_check_nor_against_it(pair: Pair, desk: Desk) -> None:
    decided(pair, ResolutionKind.DISMISSED, Reason.BOTH_TRUE)

    assert shares(desk) == [(Kind.DATE, 0, 0, 1, None)]


def test_the_last_word_counts_and_what_is_open_again_not_at_all(pair: Pair, desk: Desk) -> None:
    wrong = decided(pair, ResolutionKind.DISMISSED, Reason.WRONG)
    ResolutionFactory.create(finding=wrong.finding, kind=ResolutionKind.TO_FIX, reason="")
    gone = decided(pair, ResolutionKind.DISMISSED, Reason.WRONG)
    ResolutionFactory.create(finding=gone.finding, kind=ResolutionKind.REOPENED, reason="")

    assert shares(desk) == [(Kind.DATE, 1, 0, 0, 100)]


def test_words_of_long_ago_are_weighed_no_more(pair: Pair, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("review.precision.MOST_WEIGHED", 2)
    decided(pair, ResolutionKind.DISMISSED, Reason.WRONG)
    for _ in range(2):
        decided(pair, ResolutionKind.TO_FIX)

    with CaptureQueriesContext(connection) as asked:
        assert shares(desk) == [(Kind.DATE, 2, 0, 0, 100)]

    assert str(asked.captured_queries[-1]["sql"]).endswith("LIMIT 2")


def test_another_desk_has_its_own_record(pair: Pair) -> None:
    decided(pair, ResolutionKind.TO_FIX)

    assert shares(DeskFactory.create()) == []


def test_the_plot_has_twelve_weeks_and_the_tallest_fills_it(pair: Pair, desk: Desk) -> None:
    decided(pair, ResolutionKind.TO_FIX)
    decided(pair, ResolutionKind.DISMISSED, Reason.WRONG)
    decided(pair, ResolutionKind.TO_FIX, at=now() - timedelta(weeks=1))
    decided(pair, ResolutionKind.TO_FIX, at=now() - timedelta(weeks=40))

    plotted = weeks(verdicts_on(desk), today=now().date())

    assert len(plotted) == 12
    assert [(week.acted_on, week.wrong) for week in plotted[-2:]] == [(1, 0), (1, 1)]
    assert (plotted[-1].acted_y, plotted[-1].wrong_y, plotted[-2].acted_y) == (50, 0, 50)


def test_a_desk_without_decisions_has_an_empty_plot() -> None:
    assert {week.acted_height for week in weeks([], today=date(2026, 7, 1))} == {0}

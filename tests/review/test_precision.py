"""How precise a check has been: the last word on each finding counts, by the desk's people and in its stories."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils.timezone import now

from analysis.findings import Kind
from articles.models import Desk
from review.models import Reason, Resolution, ResolutionKind
from review.precision import Verdict, records, verdicts_on, weeks
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


def verdicts(desk: Desk) -> list[Verdict]:
    return verdicts_on(desk, today=now().date())


def shares(desk: Desk) -> list[tuple[Kind, int, int, int, int | None]]:
    return [(r.kind, r.acted_on, r.wrong, r.otherwise, r.share_right) for r in records(verdicts(desk))]


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

    assert shares(desk) == [(Kind.DATE, 2, 0, 0, 100)]


def test_another_desk_has_its_own_record(pair: Pair) -> None:
    decided(pair, ResolutionKind.TO_FIX)

    assert shares(DeskFactory.create()) == []


def test_the_plot_has_twelve_weeks_and_the_tallest_fills_it(pair: Pair, desk: Desk) -> None:
    decided(pair, ResolutionKind.TO_FIX)
    decided(pair, ResolutionKind.DISMISSED, Reason.WRONG)
    decided(pair, ResolutionKind.TO_FIX, at=now() - timedelta(weeks=1))
    decided(pair, ResolutionKind.TO_FIX, at=now() - timedelta(weeks=40))

    plotted = weeks(verdicts(desk), today=now().date())

    assert len(plotted) == 12
    assert [(week.acted_on, week.wrong) for week in plotted[-2:]] == [(1, 0), (1, 1)]
    assert (plotted[-1].acted_y, plotted[-1].wrong_y, plotted[-2].acted_y) == (50, 0, 50)


def test_a_desk_without_decisions_has_an_empty_plot() -> None:
    assert {week.acted_height for week in weeks([], today=date(2026, 7, 1))} == {0}


@pytest.mark.parametrize("seed", range(5))
def test_the_database_counts_as_whoever_reads_all_words_one_by_one(pair: Pair, desk: Desk, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nobody's secret
    pairs = [pair, pair_of_drafts(desk, slug="harbour"), pair_of_drafts(DeskFactory.create())]
    found = [one.found("Monday", "Friday", kind=kind) for one in pairs for kind in (Kind.DATE, Kind.FIGURE)]
    for _ in range(40):
        ResolutionFactory.create(
            finding=chance.choice(found),
            kind=(kind := chance.choice(list(ResolutionKind))),
            reason=chance.choice([Reason.WRONG, Reason.BOTH_TRUE]) if kind == ResolutionKind.DISMISSED else "",
            at=now() - timedelta(days=chance.randrange(120)),
        )

    counted = Counter({replace(one, findings=0): one.findings for one in verdicts(desk)})

    assert counted == _read_one_by_one(desk)


def _read_one_by_one(desk: Desk) -> Counter[Verdict]:
    last = {(word.story_id, word.fingerprint): word for word in Resolution.objects.order_by("pk")}
    right = {ResolutionKind.TO_FIX, ResolutionKind.FIXED, ResolutionKind.ACCEPTED}
    return Counter(
        Verdict(
            word.finding.kind,
            _weeks_since(word.at.date()),
            findings=0,
            is_right=word.kind in right,
            is_wrong=word.reason == Reason.WRONG,
        )
        for word in last.values()
        if word.story.desk == desk and word.finding and word.kind != ResolutionKind.REOPENED
    )


def _weeks_since(day: date) -> int | None:
    today = now().date()
    weeks_ago = ((today - timedelta(today.weekday())) - (day - timedelta(day.weekday()))).days // 7
    return weeks_ago if weeks_ago < 12 else None

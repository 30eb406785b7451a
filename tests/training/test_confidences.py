"""What is measured of the findings, and how the curve is drawn, on examples of our own."""

from itertools import repeat

from analysis.findings import Evidence, Kind
from training.confidences import Judged, Sort, measured
from training.reliability import Told, drawn, page, points

REVISED: Sort = (Kind.DATE, Evidence.REVISED)
RARE: Sort = (Kind.PLACE, Evidence.REVISED)


def judged(sort: Sort, *, right: int, wrong: int) -> list[Judged]:
    return [*repeat(Judged(sort, right=True, half=0), right), *repeat(Judged(sort, right=False, half=1), wrong)]


def test_what_was_found_often_is_told_with_the_share_that_was_right() -> None:
    shares = measured(judged(REVISED, right=800, wrong=200))
    assert abs(shares[REVISED] - 0.8) < 0.01


def test_what_was_found_seldom_leans_on_the_like() -> None:
    shares = measured([*judged(REVISED, right=30, wrong=70), *judged(RARE, right=4, wrong=0)])
    assert 0.3 < shares[RARE] < 0.7


def test_few_cases_claim_no_more_than_their_number_allows() -> None:
    shares = measured([*judged(REVISED, right=990, wrong=10), *judged(RARE, right=1, wrong=0)])
    assert shares[RARE] == 0.67


def test_nothing_is_told_as_certain() -> None:
    assert measured(judged(REVISED, right=5000, wrong=0))[REVISED] < 1


def test_a_point_of_the_curve_needs_several_findings() -> None:
    told = [*repeat(Told(0.82, right=True), 8), *repeat(Told(0.82, right=False), 2), Told(0.31, right=True)]
    assert [(point.share, point.found) for point in points(told)] == [(0.8, 10)]


def test_page_and_picture_show_every_point() -> None:
    told = [*repeat(Told(0.82, right=True), 8), *repeat(Told(0.82, right=False), 2)]
    assert drawn(told).count("<circle") == 1
    assert "| date | a word exchanged in a revised sentence | 10 | 0.80 | 0.81 |" in page(
        told, {REVISED: (8, 10)}, {REVISED: 0.81}
    )

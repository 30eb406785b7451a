"""The area under the curve is what it is called."""

import pytest

from training.meaning.quality import area_under_curve, confidence_interval


@pytest.mark.parametrize(
    ("scores", "area"),
    [([0.9, 0.8, 0.2, 0.1], 1.0), ([0.1, 0.2, 0.8, 0.9], 0.0), ([0.5] * 4, 0.5), ([0.9, 0.3, 0.6, 0.1], 0.75)],
)
def test_the_area_counts_the_pairs_in_right_order(scores: list[float], area: float) -> None:
    assert area_under_curve(scores, [True, True, False, False]) == pytest.approx(area)


def test_the_interval_holds_the_area_and_narrows_with_more_pairs() -> None:
    scores, clashes = [0.9, 0.3, 0.6, 0.1] * 10, [True, True, False, False] * 10

    low, high = confidence_interval(scores, clashes)
    low_of_many, high_of_many = confidence_interval(scores * 10, clashes * 10)

    assert low < 0.75 < high
    assert high_of_many - low_of_many < high - low

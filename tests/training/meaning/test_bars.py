"""The model is heard from where on it is right often enough, for each way to tell a thing."""

from analysis.comparing.verdicts import NEVER, Way
from training.meaning.bars import bars


def test_the_bar_lies_where_enough_is_right() -> None:
    sure = [(Way.CHANGES, 0.9, True)] * 40
    doubtful = [(Way.CHANGES, 0.5, number % 2 == 0) for number in range(100)]

    assert 0.5 < bars([*sure, *doubtful])[Way.CHANGES] <= 0.91


def test_what_is_surer_counts_with_it() -> None:
    sure = [(Way.CHANGES, 0.9, True)] * 40
    likely = [(Way.CHANGES, 0.7, number % 4 > 0) for number in range(40)]

    assert bars([*sure, *likely])[Way.CHANGES] == 0.7


def test_where_too_few_are_known_it_is_never_heard() -> None:
    assert bars([(Way.APART, 0.99, True)] * 3) == dict.fromkeys(Way, NEVER)


def test_each_way_has_its_own() -> None:
    found = bars([(Way.ONE_CHANGE, 0.4, True)] * 30 + [(Way.APART, 0.9, False)] * 30)

    assert found[Way.ONE_CHANGE] < 0.5
    assert found[Way.APART] > 0.9

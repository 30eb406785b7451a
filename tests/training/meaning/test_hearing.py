"""The model is heard from where on it is right often enough, by signs that tell when it is."""

import random

from analysis.comparing.verdicts import Hearing, Sign, Way
from training.meaning.asked import Asked
from training.meaning.hearing import hearing

SENTENCES = ("The ferry sank.", "The ferry came in.")
PLAIN = dict.fromkeys(Sign, 0.0)


def test_the_bar_lies_where_enough_is_right() -> None:
    sure = [told(3.0, right=True)] * 60
    doubtful = [told(0.0, right=number % 2 == 0) for number in range(100)]

    found = hearing(numbered([*sure, *doubtful]))[Way.REVISED]

    assert heard(found, 3.0)
    assert not heard(found, 0.0)


def test_a_sign_of_error_asks_for_more() -> None:
    good = [told(1.0, right=number % 20 > 0) for number in range(200)]
    bad = [told(1.0, right=number % 4 == 0, lacking=1.0) for number in range(200)]

    found = hearing(numbered([*good, *bad]))[Way.REVISED]

    assert heard(found, 1.0)
    assert not heard(found, 1.0, lacking=1.0)


def test_where_too_few_are_known_it_is_never_heard() -> None:
    assert hearing(numbered([told(3.0, right=True)] * 3)) == {}


def test_where_it_is_hardly_ever_right_it_is_never_heard() -> None:
    assert hearing(numbered([told(float(number % 7), right=number % 5 == 0) for number in range(200)])) == {}


def test_each_way_has_its_own() -> None:
    revised = [told(1.0, right=True)] * 30 + [told(-1.0, right=False)] * 30
    opening = [told(1.0, right=False, way=Way.OPENING)] * 30 + [told(2.0, right=True, way=Way.OPENING)] * 30

    found = hearing(numbered([*revised, *opening]))

    assert heard(found[Way.REVISED], 1.0)
    assert not heard(found[Way.OPENING], 1.0)


def told(sure: float, *, right: bool, lacking: float = 0.0, way: Way = Way.REVISED) -> Asked:
    return Asked(0, way, SENTENCES, PLAIN | {Sign.SURE: sure, Sign.LACKING: lacking}, right)


def numbered(asked: list[Asked]) -> list[Asked]:
    """In an order of their own, as rows of a set."""
    shuffled = random.Random(1).sample(asked, len(asked))
    return [Asked(row, one.way, one.sentences, one.signs, one.right) for row, one in enumerate(shuffled)]


def heard(how: Hearing, sure: float, *, lacking: float = 0.0) -> bool:
    return how.hears(PLAIN | {Sign.SURE: sure, Sign.LACKING: lacking})

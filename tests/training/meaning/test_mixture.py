"""A round holds a share of each origin, the same every time, and nothing that is kept back."""

from collections import Counter

import pytest

from analysis.meaning import Sense
from training.meaning.mixture import ROUND, SHARES, kept_back, round_of
from training.meaning.pairs import Origin, Pair


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return [
        Pair(f"{origin} {number}", f"{sense} {number}", sense, origin, f"group {number}")
        for origin in Origin
        for sense in (Sense.CONTRADICTION, Sense.CONSISTENT)
        for number in range(300)
    ]


def test_a_round_is_the_same_every_time(pairs: list[Pair]) -> None:
    assert round_of(pairs, 1) == round_of(pairs[::-1], 1)


def test_each_origin_has_its_share(pairs: list[Pair]) -> None:
    origins = Counter(pair.origin for pair in round_of(pairs, 1))

    assert {origin: pytest.approx(share * ROUND, abs=2) for origin, share in SHARES.items()} == origins


def test_no_group_stands_on_both_sides(pairs: list[Pair]) -> None:
    learned = {pair.group for pair in kept_back(pairs, check=False)}
    checked = {pair.group for pair in kept_back(pairs, check=True)}

    assert learned
    assert checked
    assert learned & checked == set()


def test_a_rare_rule_has_more_than_its_part() -> None:
    common = [Pair(f"a {n}", "b", Sense.CONSISTENT, Origin.SAME, "g", "synonyms") for n in range(900)]
    rare = [Pair(f"a {n}", "c", Sense.CONSISTENT, Origin.SAME, "g", "order") for n in range(100)]

    rules = Counter(pair.rule for pair in round_of([*common, *rare], 1))

    assert rules["order"] / rules["synonyms"] == pytest.approx(1 / 3, abs=0.01)


def test_a_sentence_in_one_text_alone_makes_two_that_agreed_neutral() -> None:
    agreed = [Pair(f"A stood {n}.", f"B stood {n}.", Sense.CONSISTENT, Origin.SAME, "g") for n in range(400)]

    told = [(longer(pair), pair.label) for pair in round_of(agreed, 1)]

    assert {label for more, label in told if more == 0} == {Sense.CONSISTENT}
    assert {label for more, label in told if more == 1} == {Sense.NEUTRAL}
    assert {label for more, label in told if more == 2} == {Sense.CONSISTENT}


def test_a_contradiction_stays_one_whatever_stands_beside_it() -> None:
    clash = [Pair(f"A stood {n}.", f"A fell {n}.", Sense.CONTRADICTION, Origin.OPPOSED, "g") for n in range(400)]

    labels = Counter(pair.label for pair in round_of(clash, 1))

    assert set(labels) == {Sense.CONTRADICTION}


def longer(pair: Pair) -> int:
    """How many of both texts have a further sentence."""
    return sum(text.count(".") > 1 for text in (pair.a, pair.b))

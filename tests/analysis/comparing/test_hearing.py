"""What is weighed before the meaning model is heard."""

import pytest

from analysis.comparing.hearing import signs
from analysis.comparing.pairs import pair_up
from analysis.comparing.verdicts import Hearing, Sign, Verdict, Way, hearing_from, log_odds
from tests.analysis.checks.reading import read

LIKELY = Verdict(0.9, 0.05, 0.05, flag=True)
MAYOR = "The mayor sold the old ferry to a firm from Orrin."
BRIDGE = "The mayor sold the old bridge to a firm from Orrin."
SHORTER = "The mayor sold the ferry to a firm from Orrin."
SIGNS = [
    (Sign.EXCHANGED, BRIDGE, SHORTER),
    (Sign.LACKING, "The mayor gave the old bridge to a man from Orrin.", MAYOR),
    (Sign.LONG, MAYOR, SHORTER),
    (Sign.UNEVEN, "The mayor sold the old ferry to a firm from Orrin in May.", MAYOR),
    (Sign.ALONE, BRIDGE, "The mayor gave the old bridge to a firm from Orrin."),
    (Sign.DENIED, "The mayor never sold the old ferry to a firm from Orrin.", SHORTER),
]


@pytest.mark.parametrize(("sign", "more", "less"), SIGNS)
def test_a_sign_is_stronger_where_there_is_more_of_it(sign: Sign, more: str, less: str) -> None:
    assert told(MAYOR, more)[sign] > told(MAYOR, less)[sign]


def test_who_denies_in_other_words_denies_alike() -> None:
    assert told("The mayor did not sell it.", "The mayor didn't sell it.")[Sign.DENIED] == 0


def test_a_circumstance_that_is_lacking_denies_nothing() -> None:
    assert told(MAYOR, "The mayor sold the old ferry to a firm without a licence.")[Sign.DENIED] == 0


def test_it_makes_no_difference_which_draft_comes_first() -> None:
    one, other = MAYOR, "The mayor did not sell the old bridge in May."

    assert told(one, other) == told(other, one)


def test_a_threshold_alone_hears_what_is_above_it() -> None:
    how = hearing_from(0.8)

    assert how.hears({Sign.SURE: log_odds(0.81)})
    assert not how.hears({Sign.SURE: log_odds(0.79)})


def test_signs_can_outweigh_what_the_model_says() -> None:
    how = Hearing(1.0, {Sign.SURE: 1.0, Sign.LACKING: -1.0})

    assert how.hears({Sign.SURE: 1.5, Sign.LACKING: 0.0})
    assert not how.hears({Sign.SURE: 1.5, Sign.LACKING: 1.0})


def test_what_the_model_holds_for_unlikely_is_not_heard() -> None:
    how = Hearing(0.0, {Sign.SURE: 1.0, Sign.DENIED: 5.0})

    assert not how.hears({Sign.SURE: log_odds(0.45), Sign.DENIED: 1.0})


def test_the_first_sentences_of_two_drafts_are_an_opening_or_a_revision() -> None:
    revised = pair_up(read(MAYOR), read(MAYOR.replace("sold", "gave")))
    opening = pair_up(read(MAYOR), read("A ferry goes to Orrin: its mayor has sold it to a firm."))

    assert (revised.way(0, 0), opening.way(0, 0)) == (Way.REVISED, Way.OPENING)


def told(a: str, b: str) -> dict[Sign, float]:
    return signs(pair_up(read(a), read(b)), (0, 0), LIKELY)

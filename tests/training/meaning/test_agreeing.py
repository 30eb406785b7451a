"""What is made to agree with a sentence says the same."""

from collections.abc import Callable, Iterator

import pytest

from training.meaning import agreeing
from training.meaning.told import Told

Rule = Callable[[Told], Iterator[str]]
MADE = [
    (agreeing.short_forms, "He did not pay.", "He didn't pay."),
    (agreeing.order, "In May, the mayor resigned.", "The mayor resigned in May."),
    (agreeing.order, "The mayor sued the bank in May.", "The bank was sued by the mayor in May."),
    (agreeing.order, "Spain and France agreed.", "France and Spain agreed."),
    (agreeing.double_negation, "The strike was legal.", "The strike was not illegal."),
    (agreeing.typography, 'He called it "a farce" twice.', "He called it a farce twice."),
]


@pytest.mark.parametrize(("rule", "sentence", "other"), MADE)
def test_the_rule_makes_it(rule: Rule, sentence: str, other: str, told: Callable[[str], Told]) -> None:
    same = told(sentence)

    assert other in {made for _ in range(20) for made in rule(same)}


def test_a_date_turns_round_and_a_figure_is_spelled_out(told: Callable[[str], Told]) -> None:
    (other,) = agreeing.style(told("On March 12, 2010, 7 ships sank."))

    assert other == "On 12 March 2010, seven ships sank."


@pytest.mark.parametrize("sentence", ["They sold 127 boats.", "It cost $4,870 in all."])
def test_a_rounded_figure_holds(sentence: str, told: Callable[[str], Told]) -> None:
    (other,) = agreeing.rounding(told(sentence))

    assert any(bound in other for bound in ("at least", "fewer than", "about", "almost", "up to", "more than"))
    assert "127" not in other
    assert "4,870" not in other


def test_words_are_changed_in_the_form_that_the_sentence_wants(told: Callable[[str], Told]) -> None:
    same = told("The firm bought two ships.")

    made = {other for _ in range(20) for other in agreeing.synonyms(same)}

    assert any("purchased" in other or "acquired" in other for other in made)
    assert not any("purchase " in other for other in made)


def test_a_person_goes_by_the_last_name(told: Callable[[str], Told]) -> None:
    made = list(agreeing.short_names(told("The prize went to Ines Calder.")))

    assert made == ["The prize went to Calder."]

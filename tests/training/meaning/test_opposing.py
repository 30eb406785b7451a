"""What is made to contradict a sentence does, by the one change that the rule makes."""

from collections.abc import Callable, Iterator

import pytest

from training.meaning import opposing
from training.meaning.told import Told

Rule = Callable[[Told], Iterator[str]]
MADE = [
    (opposing.antonym, "The council approved the plan.", "The council rejected the plan."),
    (opposing.scope, "All the doors were shut.", "None of the doors were shut."),
    (opposing.scope, "She never paid.", "She always paid."),
    (opposing.negation, "The ferry sank off Corsica.", "The ferry did not sink off Corsica."),
    (opposing.negation, "The ferry has sunk.", "The ferry has not sunk."),
    (opposing.negation, "The ferry did not sink.", "The ferry did sink."),
    (opposing.swapped, "Spain beat France in Turin.", "France beat Spain in Turin."),
    (opposing.swapped, "The mayor sued the bank in May.", "The mayor was sued by the bank in May."),
]
NOT_MADE = [
    (opposing.figure, "She was born on 4 May 1986."),
    (opposing.date, "It cost 4,000 euros."),
    (opposing.swapped, "Spain met France in Turin."),
    (opposing.role, "The tall woman spoke."),
]


@pytest.mark.parametrize(("rule", "sentence", "other"), MADE)
def test_the_rule_makes_it(rule: Rule, sentence: str, other: str, told: Callable[[str], Told]) -> None:
    same = told(sentence)

    assert other in {made for _ in range(20) for made in rule(same)}


@pytest.mark.parametrize(("rule", "sentence"), NOT_MADE)
def test_the_rule_leaves_it(rule: Rule, sentence: str, told: Callable[[str], Told]) -> None:
    assert list(rule(told(sentence))) == []


def test_a_changed_figure_keeps_its_style(told: Callable[[str], Told]) -> None:
    (other,) = opposing.figure(told("They sold 1,250,000 copies."))

    assert other != "They sold 1,250,000 copies."
    assert other.count(",") >= 1


def test_a_changed_name_is_one_of_the_same_kind(told: Callable[[str], Told]) -> None:
    others = list(opposing.name(told("The film was shot in Paris.")))

    assert [other.removeprefix("The film was shot in ") for other in others if "Paris" not in other]
    assert {other.split()[-1] for other in others} <= {"Lisbon.", "Madrid.", "Oslo."}


def test_a_rival_office_excludes_the_first(told: Callable[[str], Told]) -> None:
    (other,) = opposing.role(told("The governor of Ohio resigned."))

    assert "governor" not in other
    assert other.endswith("of Ohio resigned.")


def test_a_denial_goes_on_in_small_letters(told: Callable[[str], Told]) -> None:
    (other,) = opposing.denial(told("The dam has burst."))

    assert "the dam has burst" in other

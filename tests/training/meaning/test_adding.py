"""What is made to say something else contradicts nothing."""

from collections.abc import Callable

from training.meaning import adding
from training.meaning.told import Told


def test_a_detail_is_left_out_whole(told: Callable[[str], Told]) -> None:
    made = list(adding.detail(told("The mayor, who is 61, resigned.")))

    assert made == ["The mayor resigned."]


def test_an_update_changes_the_day_and_the_figure(told: Callable[[str], Told]) -> None:
    (other,) = adding.update(told("As of 14 March, 127 people were ill."))

    assert "March" not in other or "14" not in other
    assert "127" not in other


def test_an_undated_figure_is_no_update(told: Callable[[str], Told]) -> None:
    assert list(adding.update(told("There were 127 people."))) == []


def test_another_person_has_other_particulars(told: Callable[[str], Told]) -> None:
    (other,) = adding.another_person(told("Nora Blake was born in 1971."))

    assert "Blake" not in other
    assert "1971" not in other


def test_what_is_hedged_was_said_outright(told: Callable[[str], Told]) -> None:
    assert list(adding.hedge(told("The bank will close."))) == ["The bank may close."]
    assert list(adding.hedge(told("The bank will not close."))) == []

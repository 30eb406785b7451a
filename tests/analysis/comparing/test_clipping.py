"""How a long passage is cut where it is shown."""

import pytest

from analysis.comparing.clipping import around, first_clauses, first_words
from analysis.comparing.sides import Side
from analysis.spans import Span
from tests.analysis.checks.reading import read


def shown_around(text: str, *, fact: str, most: int) -> str:
    side, start = Side(read(text)), text.index(fact)
    return side.words(around(side, Span(start, start + len(fact)), most=most))


def test_first_words_never_end_inside_a_number() -> None:
    text = "The town paid for the pier, and it cost more than $4 million in a single year."
    side = Side(read(text))

    shown = first_words(side, Span(0, len(text)), most=11)

    assert side.words(shown) == "The town paid for the pier, and it cost more than"


@pytest.mark.parametrize("opening", ["But", "And", "Still,", "To wit,", "However,"])
def test_a_word_that_joins_the_sentence_to_the_one_before_is_left_off(opening: str) -> None:
    text = f"{opening} the repairs to the pier cost the town £4 million."
    assert shown_around(text, fact="£4 million", most=24) == "the repairs to the pier cost the town £4 million"


def test_a_day_at_the_start_of_a_sentence_is_no_mere_joint() -> None:
    text = "On Friday, the repairs to the pier cost the town £4 million."
    assert shown_around(text, fact="£4 million", most=24).startswith("On Friday")


def test_a_far_figure_is_told_from_the_noun_that_it_belongs_to() -> None:
    text = (
        "The mayor asked for patience while engineers from the county and divers from the harbour looked over the pier "
        "and its rusty legs at a cost of more than £4 million."
    )
    shown = shown_around(text, fact="£4 million", most=12)
    assert shown == "a cost of more than £4 million"


def test_a_figure_far_from_its_subject_is_told_with_the_words_before_it() -> None:
    text = (
        "The pier, which the mayor's grandfather built with timber from the woods above the town when he was young, "
        "had cost £4 million."
    )
    shown = shown_around(text, fact="£4 million", most=12)
    assert shown == "woods above the town when he was young, had cost £4 million"


def test_a_long_statement_ends_with_a_clause() -> None:
    text = "The council will build the wall along the quay from May, when the storms are over and the boats are back."

    assert _first_clauses(text, most=14) == "The council will build the wall along the quay from May"


def test_a_statement_keeps_its_main_verb() -> None:
    text = "Dressed in a long grey coat, cheered by few, the mayor left the wall to the town, which had asked for it."

    assert "the mayor left" in _first_clauses(text, most=14)


def _first_clauses(text: str, *, most: int) -> str:
    side = Side(read(text))
    return side.words(first_clauses(side, Span(0, len(text)), most=most))

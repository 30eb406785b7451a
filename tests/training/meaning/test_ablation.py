"""The figures of the table that sets the rules beside the model."""

import pytest

from analysis.findings import Finding, Kind, Severity, Values
from analysis.spans import Span
from training.meaning.ablation import labelled, with_places
from training.meaning.known import Row

CLASH = {"label": "contradiction", "spans_b": [[4, 8]]}
PEACE: Row = {"label": "consistent", "spans_b": []}
ERRORS: Row = {"errors": [{"a": [[0, 3]], "b": [[0, 3]]}, {"a": [[50, 53]], "b": [[50, 53]]}], "a": "word " * 500}


def test_what_was_found_is_held_against_what_people_said() -> None:
    told = [(CLASH, [found_at(5)]), (CLASH, []), (PEACE, [found_at(5)]), (PEACE, [])]

    figures = dict(labelled(told))

    assert figures["recall"] == figures["precision"] == figures["F1"] == figures["balanced accuracy"] == 0.5
    assert figures["false alarms"] == 0.5


def test_a_conflict_elsewhere_counts_as_found_but_not_in_its_place() -> None:
    figures = dict(labelled([(CLASH, [found_at(5)]), (CLASH, [found_at(40)])]))

    assert (figures["recall"], figures["right place"]) == (1, 0.5)


def test_where_nobody_marked_the_place_there_is_no_figure_for_it() -> None:
    assert "right place" not in dict(labelled([(CLASH | {"spans_b": []}, [found_at(5)])]))


@pytest.mark.parametrize(("row", "missing"), [(CLASH, "false alarms"), (PEACE, "recall")])
def test_a_set_of_one_kind_has_no_figures_of_the_other(row: Row, missing: str) -> None:
    assert missing not in dict(labelled([(row, [])]))


def test_errors_are_found_where_both_places_are_touched_and_all_else_is_stray() -> None:
    figures = dict(with_places([(ERRORS, [found_at(0), found_at(20), found_at(30)])]))

    assert figures == {"recall": 0.5, "conflicts at no error, per 1,000 words": 4, "conflicts a pair": 3}


def found_at(place: int) -> Finding:
    span = Span(place, place + 2)
    about = Values("x", "y")
    return Finding(
        Kind.MEANING,
        conflict=True,
        severity=Severity.MAJOR,
        confidence=0.8,
        message="",
        why="",
        a=(span,),
        b=(span,),
        values=about,
        subject="",
    )

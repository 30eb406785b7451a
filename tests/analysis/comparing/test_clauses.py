"""Who did what to whom, active and passive alike."""

import pytest

from analysis.comparing.clauses import Certainty, Clause
from analysis.comparing.sides import Side
from tests.analysis.checks.reading import read


def clause(text: str, lemma: str) -> Clause:
    """The clause of a text with that verb."""
    return next(found for found in Side(read(text)).clauses.values() if found.lemma == lemma)


@pytest.mark.parametrize("text", ["Norway lifted the ban.", "The ban was lifted by Norway."])
def test_active_and_passive_have_the_same_participants(text: str) -> None:
    found = clause(text, "lift")

    assert found.actors == {"norway"}
    assert found.objects == {"ban"}


def test_a_participle_takes_the_noun_before_it_for_its_object() -> None:
    assert "ban" in clause("The ban, imposed last year, is unpopular.", "impose").objects


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Norway lifted the ban.", False),
        ("Norway has not lifted the ban.", True),
        ("Norway refused to lift the ban.", True),
        ("Norway did not refuse to lift the ban.", True),
    ],
)
def test_denials_are_seen(text: str, denied: bool) -> None:  # noqa: FBT001 - a case
    assert clause(text, "lift").denied is denied


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Norway has lifted the ban.", Certainty.FACT),
        ("Norway will lift the ban.", Certainty.PLAN),
        ("Norway plans to lift the ban.", Certainty.PLAN),
        ("Norway may lift the ban.", Certainty.POSSIBILITY),
        ("It is time to lift the ban.", Certainty.OPEN),
    ],
)
def test_plans_and_possibilities_are_told_from_facts(text: str, certainty: Certainty) -> None:
    assert clause(text, "lift").certainty is certainty

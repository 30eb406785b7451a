"""Which nouns count the same."""

import pytest

from analysis.lexicon.counted import counts_same

HIRED: frozenset[str | None] = frozenset({"employ"})


@pytest.mark.parametrize(("one", "other"), [("passenger", "people"), ("job", "post"), ("home", "home")])
def test_nouns_that_count_the_same(one: str, other: str) -> None:
    assert counts_same(one, other)


@pytest.mark.parametrize(("one", "other"), [("passenger", "home"), ("job", "people"), ("job", None)])
def test_nouns_that_count_different_things(one: str, other: str | None) -> None:
    assert not counts_same(one, other)


def test_people_who_are_employed_count_as_jobs() -> None:
    assert counts_same("job", "people", verbs=HIRED)

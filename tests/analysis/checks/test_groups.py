"""What the groups check catches and what it leaves alone."""

import pytest

from analysis.checks import groups
from tests.analysis.checks.reading import within

CAUGHT = [
    "Critics argue that the wall is too low. Some experts fear that it will not last the winter.",
    "Some residents fear that the wall is too low. Many drivers complain that it is ugly.",
]

IGNORED = [
    "Critics argue that the wall is too low. “It is a joke,” said Ann Pye, who lives there. Experts fear that it "
    "will not last. “It is weak,” said Carl Dunn, an engineer.",
    "Critics argue that the wall is too low. The council will build it.",
    "Officials say that the wall is too low. Prosecutors argue that it is a crime.",
    "Critics argue that the wall is too low. Critics say that it is ugly.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_groups_catches_views_that_nobody_with_a_name_holds(text: str) -> None:
    assert within(groups, text)


@pytest.mark.parametrize("text", IGNORED)
def test_groups_leaves_alone_groups_that_have_a_voice(text: str) -> None:
    assert not within(groups, text)

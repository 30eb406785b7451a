"""What the scores check catches and what it leaves alone."""

import pytest

from analysis.checks import scores
from tests.analysis.checks.reading import within

CAUGHT = [
    "Rovers won 3-1 at Hale on Saturday.\nThey were cheered. The 2-1 win took them to the top.",
    "The council voted 7-2 for the wall on Monday.\nNobody was surprised by the 6-3 vote.",
    "Rovers beat Hale 3-1\nRovers won 2-1 at Hale.",
]

IGNORED = [
    "Rovers won 3-1 at Hale on Saturday.\nThey were cheered. The 3-1 win took them to the top.",
    "Rovers won 3-1 at Hale on Saturday. Last week's 2-1 win was cheered.",
    "Rovers won 3-1 at Hale on Saturday.\nThey had led 1-0 at the break.",
    "Hale lost 1-3 to Rovers.\nFor Rovers the 3-1 win was the first.",
    "Rovers won 3-1 at Hale on Saturday.\n“I put money on the 2-1 win,” said Ann Pye.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_scores_catches_a_result_with_two_scores(text: str) -> None:
    assert within(scores, text)


@pytest.mark.parametrize("text", IGNORED)
def test_scores_leaves_alone_other_games_and_the_other_side(text: str) -> None:
    assert not within(scores, text)

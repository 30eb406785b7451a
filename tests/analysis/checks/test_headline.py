"""What the headline check catches and what it leaves alone."""

import pytest

from analysis.checks import headline
from tests.analysis.checks.reading import within

CAUGHT = [
    "Flood wall to cost £18 million\nThe council will build a flood wall. The wall is to cost £24 million in all.",
    "Ferry with 214 passengers runs aground\nA ferry carrying 241 passengers ran aground off Oban on Monday night.",
    "Treasurer jailed for five years\nMartin Hale was jailed for six years on Tuesday for theft.",
    "Council to spend £18 million on wall\nThe council voted on it. The wall, which will cost £24 million, is long.",
    "Harbour bridge to open in 2028\nThe harbour bridge is due to open in 2029, the council said.",
    "Three die in Harwell mill fire\nFour people were killed when a mill burned down in Harwell.",
]

IGNORED = [
    "Flood wall to cost £18 million\nThe council will build a flood wall. The wall is to cost £18.2 million in all.",
    "Storm cuts power to 30,000 homes\nMore than 30,000 homes lost power. Some 18,400 homes had it back by noon.",
    "Ferry with 214 passengers runs aground\nA ferry ran aground off Oban. It carried 214 passengers and 12 crew.",
    "Mill to close with loss of 90 jobs\nThe mill will close in May. A fair with 300 guests was held in its yard.",
    "The ferry carried 214 passengers.\nThe ferry carried 241 passengers.",
    "Three die in Harwell mill fire\nThree people were killed in the fire at a mill in Harwell. Four others were hurt.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_headline_catches_a_value_that_the_text_contradicts(text: str) -> None:
    assert [finding.conflict for finding in within(headline, text)] == [True]


@pytest.mark.parametrize("text", IGNORED)
def test_headline_leaves_alone_what_the_text_bears_out(text: str) -> None:
    assert not within(headline, text)

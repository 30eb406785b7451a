"""What the sums check catches and what it leaves alone."""

import pytest

from analysis.checks import sums
from tests.analysis.checks.reading import within

CAUGHT = [
    "She took £90,000 in May, £80,000 in June and £60,000 in July, a total of £240,000.",
    "The flood wall protects 300 homes, 200 of them in the east and 150 in the west.",
    "The mill employs 1,400 people, 900 in Leith and 700 in Turin.",
    "They tagged 120 whales, of which 70 were female and 60 male.",
    "In all, 12 of the 15 ports had signed up and four had not.",
    "The bill passed by 62 votes to 31, a majority of 21.",
    "The songs lasted 10, 12 and 14 minutes, an average of 13.",
]

IGNORED = [
    "She took £90,000 in May, £80,000 in June and £70,000 in July, a total of £240,000.",
    "She took £9.4 million in May and £8.4 million in June, a total of £18 million.",
    "The flood wall protects 300 homes, 100 of them in the east and 150 in the west.",
    "The mill has 40 looms, 60 weavers and 90 clerks.",
    "They tagged 120 whales, of which 70 were female and 50 male.",
    "In all, 12 of the 15 ports had signed up and three had not.",
    "The bill passed by 62 votes to 31, a majority of 31.",
    "The songs lasted 10, 12 and 14 minutes, an average of 12.",
    "The songs lasted 1, 2 and 2 minutes, an average of 1.7.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_sums_catches_parts_that_do_not_add_up(text: str) -> None:
    assert [finding.conflict for finding in within(sums, text)] == [True]


@pytest.mark.parametrize("text", IGNORED)
def test_sums_leaves_alone_what_is_right(text: str) -> None:
    assert not within(sums, text)

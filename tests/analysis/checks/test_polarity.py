"""What the polarity check catches and what it leaves alone."""

import pytest

from analysis.checks import polarity
from analysis.comparison import compare
from analysis.findings import Kind
from tests.analysis.checks.reading import conflicts, read

CAUGHT = [
    (
        "The tribunal rejected an appeal by the brewery.",
        "The tribunal allowed an appeal by the brewery.",
    ),
    (
        "The court has lifted the order against the paper.",
        "The court has upheld the order against the paper.",
    ),
    (
        "The union will accept the offer, its leader said.",
        "The union will not accept the offer, its leader said.",
    ),
    (
        "Shares in the brewery rose sharply after the news.",
        "Shares in the brewery fell sharply after the news.",
    ),
    (
        "The jury found him guilty of arson.",
        "The jury found him innocent of arson.",
    ),
    (
        "The senate rejected the fishing treaty after a short debate in Oslo.",
        "After a long night the senate approved the fishing treaty, to loud applause.",
    ),
]

IGNORED = [
    (
        "The mayor resigned two weeks after the vote on the stadium.",
        "The mayor resigned two weeks ahead of the vote on the stadium.",
    ),
    (
        "All schools in the county will close on Friday.",
        "Some schools in the county will close on Friday.",
    ),
    (
        "The mayor did not win the vote.",
        "The mayor lost the vote.",
    ),
    (
        "The union hasn't accepted the offer.",
        "The union has not accepted the offer.",
    ),
    (
        "The union refused the offer.",
        "The union turned down the offer.",
    ),
    (
        "The firm was founded by former teachers.",
        "The firm was co-founded by former teachers.",
    ),
    (
        "Prices rose in March. They fell in April.",
        "Prices rose in March. They fell again in April.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_polarity_catches_yes_against_no(a: str, b: str) -> None:
    assert conflicts(polarity, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_polarity_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(polarity, a, b)


def test_two_headlines_that_turn_the_same_word_are_two_findings() -> None:
    a = "An increase in boats on the river\nThe mayor left on Monday.\nAn increase in dogs on the beach"
    b = "A decrease in boats on the river\nThe mayor left on Monday.\nA decrease in dogs on the beach"
    found = compare(read(a), read(b)).findings
    assert [finding.kind for finding in found] == [Kind.POLARITY, Kind.POLARITY]
    assert len({finding.fingerprint for finding in found}) == 2

"""What the quote check catches and what it leaves alone."""

import pytest

from analysis.checks import quote
from tests.analysis.checks.reading import conflicts

CAUGHT = [
    (
        "“We will rebuild the pier before the summer,” said Joan Harker.",
        "“We will rebuild the pier before the winter,” said Joan Harker.",
    ),
    (
        "“I have never met the man,” Ellis told the court on Monday.",
        "“I have met the man,” Ellis told the court on Monday.",
    ),
    (
        "Harker was angry. “Nobody asked the people of this town what they want,” she said at the quay.",
        "At the quay, the harbour master spoke up: “Nobody asked the people of this town what they need.”",
    ),
]

IGNORED = [
    (
        "“Senator Harker has promised to build the mill again,” said Edwin Pell.",
        "“Sen. Harker has promised to build the mill again,” said Edwin Pell.",
    ),
    (
        "“We have built mills before and we will build them again. This is much bigger than the weather,” he said.",
        "“We have built mills before and we will build them again by making that fuss,” he said.",
    ),
    (
        "“We will rebuild the pier before the summer,” said Joan Harker.",
        '"We will rebuild the pier before the summer," said Joan Harker.',
    ),
    (
        "“We will rebuild the pier before the summer, and nobody will stop us,” said Joan Harker.",
        "Joan Harker said: “We will rebuild the pier before the summer.”",
    ),
    (
        "“They did not ask us about the pier,” said Joan Harker.",
        "“They didn't ask us about the pier,” said Joan Harker.",
    ),
    (
        "“He told me that it was over,” she said of the talks.",
        "“He told me that it [the strike] was over,” she said of the talks.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_quote_catches_a_quotation_in_two_wordings(a: str, b: str) -> None:
    assert conflicts(quote, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_quote_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(quote, a, b)

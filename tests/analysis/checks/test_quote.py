"""What the quote check catches and what it leaves alone."""

import pytest

from analysis.checks import quote
from tests.analysis.checks.reading import between, conflicts

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
    (
        "“The tide will not wait until the town has found its glasses and read the plan,” said Joan Harker. She left.",
        "Joan Harker: “Every winter we lose a metre of the beach. The tide will not wait until the town has found its "
        "courage and read the plan. My father saw it coming, and nobody listened to him at all.”",
    ),
]

IGNORED = [
    (
        "“I am afraid that Mayor Harker’s plan reflects the wishes of his favourite builder, Edwin Sloane, rather than "
        "the needs of the people of this town,” said Ruth Adeyemi.",
        "“Your plan appears to reflect the wishes of your favourite builder, Edwin Sloane, rather than the needs of "
        "the people of this town,” the letter said.",
    ),
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
        "“I hope that Ann Pell, Ruth Adeyemi and the others will vote for the pier,” he said.",
        "“I hope that Pell, Ruth Adeyemi and the others will vote for the pier,” he said.",
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

LEFT_OUT = (
    "“We owe it to the town, to every child in its schools, to open the pool again this year,” said Joan Harker.",
    "“We owe it to the town to open the pool again this year,” said Joan Harker.",
)


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_quote_catches_a_quotation_in_two_wordings(a: str, b: str) -> None:
    assert conflicts(quote, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_quote_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(quote, a, b)


def test_words_left_out_of_a_quotation_are_worth_a_look() -> None:
    found = between(quote, *LEFT_OUT)
    assert [finding.conflict for finding in found] == [False]
    assert "only one draft has “to every child in its schools”" in found[0].message


def test_one_quotation_is_one_finding() -> None:
    a = "“The river took the old bridge and the mill with it on Sunday night,” said Joan Harker."
    b = "“The river took the new bridge and the barn with it on Sunday night,” said Joan Harker."
    assert len(between(quote, a, b)) == 1


def test_two_people_may_say_much_the_same() -> None:
    a = "“I fear that his plan reflects the values of his favourite banker, not those of the town,” said Joan Harker."
    b = "“Your plan seems to reflect the values of your favourite banker, not those of the town,” said Edwin Pell."
    assert not between(quote, a, b)


def test_a_quotation_that_goes_on_behind_its_speaker_has_lost_no_words() -> None:
    kept = "“We must work with the traders and with the anglers, who fear for the quay, to build the best pier possible"
    cut = f"{kept},” Joan Harker said at the quay. “And if we cannot have it, there should be no pier,” she added."
    whole = f"Joan Harker said: {kept} and if we cannot have it, there should be no pier.”"
    assert not between(quote, cut, whole)
    assert not between(quote, whole, cut)


def test_words_that_nobody_is_quoted_with_elsewhere_are_lost() -> None:
    kept = "“We must work with the traders and with the anglers, who fear for the quay, to build the best pier possible"
    cut = f"{kept},” Joan Harker said at the quay. “The weather will not wait,” she added."
    whole = f"Joan Harker said: {kept} and if we cannot have it, there should be no pier.”"
    assert between(quote, cut, whole)

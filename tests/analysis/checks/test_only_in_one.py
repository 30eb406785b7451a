"""What the only_in_one check catches and what it leaves alone."""

import pytest

from analysis.checks import only_in_one
from tests.analysis.checks.reading import between

CAUGHT = [
    (
        "The mayor opened the fair. Unemployment in the county rose to 9 per cent last year, the highest in a decade.",
        "The mayor opened the fair on a sunny day.",
    ),
]

IGNORED = [
    (
        "The mayor opened the fair. “Unemployment rose to 9 per cent last year, the highest in a decade,” she said.",
        "The mayor opened the fair on a sunny day.",
    ),
    (
        "Unemployment in the county rose to 9 per cent last year.",
        "Last year unemployment in the county rose to 9 per cent.",
    ),
    (
        "The mayor opened the fair. It was lovely.",
        "The mayor opened the fair.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_only_in_one_catches_a_claim_that_the_other_draft_lacks(a: str, b: str) -> None:
    assert between(only_in_one, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_only_in_one_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not between(only_in_one, a, b)


TWO_WRITERS = (
    "The mayor closed the pier on Monday.\nTraders on the pier were furious.\nThe mayor opened a fair last year.\n"
    "The pier had cost the town more than £4 million in repairs since the mayor took office, the auditor found.\n"
    "Fishing from the pier will end. The mayor is a keen sailor.",
    "On Monday the mayor shut the pier.\nShops protested loudly.\nNobody knows when the pier will open again.\n"
    "The mayor came to power in spring. Anglers were told to leave the quay.",
)


def test_of_two_writers_a_figure_that_matters_to_both_stories_is_shown() -> None:
    found = between(only_in_one, *TWO_WRITERS)
    assert ["£4 million" in finding.message for finding in found] == [True]


def test_the_words_around_the_figure_are_pointed_at() -> None:
    finding = between(only_in_one, *TWO_WRITERS)[0]
    assert "£4 million" in TWO_WRITERS[0][finding.a[0].start : finding.a[0].end]


def test_the_news_that_both_open_with_is_in_neither_alone() -> None:
    a = "Unemployment in the county rose to 9 per cent last year, the council said. The council was surprised."
    b = "The council has bad news for the county. Fewer people work there, said the council."
    assert not between(only_in_one, a, b)


def test_a_sentence_that_points_back_is_not_told_alone() -> None:
    a, b = TWO_WRITERS
    assert not between(only_in_one, a.replace("The pier had cost", "It had cost"), b)


def test_a_sentence_that_can_be_read_alone_is_told_first() -> None:
    a, b = TWO_WRITERS
    told = a.splitlines()[3]
    leaning = "Her office says the mayor spent £9 million on the pier last year."
    alone = "Under the mayor, repairs to the pier took 80 workers from the town."
    found = between(
        only_in_one, a.replace(told, f"{leaning} {alone}\nVisitors to the pier paid the mayor £3 million."), b
    )
    assert ["80 workers" in finding.message for finding in found] == [True, False]


@pytest.mark.parametrize("opening", ["But the", "Still, the", "To wit, the"])
def test_the_message_leaves_off_what_joins_a_sentence_to_the_one_before(opening: str) -> None:
    a, b = TWO_WRITERS
    finding = between(only_in_one, a.replace("The pier had cost", f"{opening} pier had cost"), b)[0]
    assert "“the pier had cost the town more than £4 million" in finding.message

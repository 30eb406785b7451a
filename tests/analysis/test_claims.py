"""Statements worth checking come before opinions, questions and plans."""

import pytest

from analysis.document import Claim, SourceClass
from analysis.pipeline import annotate


def only(text: str) -> Claim:
    (claim,) = annotate(text).claims
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "The port lost 400 jobs in 2019.",
        "Leeds has the highest rents in Europe.",
        "The company bribed two officials last year.",
    ],
)
def test_statements_of_fact_are_worth_checking(text: str) -> None:
    assert only(text).worth


@pytest.mark.parametrize("text", ["Who will pay for it?", "I think we should all be kinder.", "Thank you, everybody."])
def test_questions_opinions_and_courtesies_are_not(text: str) -> None:
    assert not any(claim.worth for claim in annotate(text).claims)


def test_a_claim_says_why_in_words() -> None:
    reasons = only("The port lost 400 jobs because of the strike.").reasons

    assert "gives a figure" in reasons
    assert "names a cause" in reasons
    assert "names no source" in reasons


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The council met last year.", "claims a first or an extreme"),
        ("The bridge was first proposed in 2019.", "claims a first or an extreme"),
        ("At least 40 people came.", "claims a first or an extreme"),
        ("More than 300 people came.", "compares"),
        ("The mayor left later.", "compares"),
        ("The firm is based in Hull.", "tells an event as a fact"),
        ("She led the race.", "names a cause"),
        ("The book was due back in May.", "names a cause"),
        ("The book was passed along.", "speaks of a law, a rule or a vote"),
        ("They raised their glasses.", "tells of a change in numbers"),
    ],
)
def test_a_reason_is_not_read_into_words_that_mean_something_else(text: str, reason: str) -> None:
    assert reason not in only(text).reasons


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Leeds has the highest rents in Europe.", "claims a first or an extreme"),
        ("She was the first mayor of Leeds.", "claims a first or an extreme"),
        ("Rents are higher than in York.", "compares"),
        ("The strike led to job losses.", "names a cause"),
        ("The court upheld the ban.", "speaks of a law, a rule or a vote"),
        ("The firm bribed an official.", "accuses"),
        ("Rents rose by 5 per cent.", "tells of a change in numbers"),
    ],
)
def test_a_reason_names_what_the_statement_does(text: str, reason: str) -> None:
    assert reason in only(text).reasons


def test_a_claim_knows_who_says_so() -> None:
    claim = only("“The port lost 400 jobs last year,” said Maria Hollins.")

    assert (claim.speaker, claim.source_class) == ("Maria Hollins", SourceClass.NAMED)


def test_at_most_a_third_of_a_draft_is_worth_checking() -> None:
    places = ("Leeds", "York", "Derby", "Bath", "Hull", "Ripon", "Wells", "Ely", "Truro", "Durham", "Exeter", "Lincoln")
    document = annotate(" ".join(f"The mayor of {place} opened a school." for place in places * 2))

    scored_alike = len({claim.score for claim in document.claims}) == 1
    assert scored_alike or sum(claim.worth for claim in document.claims) <= len(document.claims) / 3


def test_a_claim_that_is_sure_is_worth_checking_in_any_draft() -> None:
    document = annotate(" ".join(["The port lost 400 jobs in 2019 and 30 per cent of its trade."] * 12))

    assert all(claim.worth for claim in document.claims)

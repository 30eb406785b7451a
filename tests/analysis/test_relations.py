"""The order of events is read from "after", "before" and "later"."""

import pytest

from analysis.pipeline import annotate


@pytest.mark.parametrize(
    ("text", "before", "after", "gap"),
    [
        ("The mayor resigned weeks after the harbour closed.", "the harbour closed", "The mayor resigned", "weeks"),
        (
            "The mayor resigned two days before the harbour closed.",
            "The mayor resigned",
            "the harbour closed",
            "two days",
        ),
        ("The harbour closed. Hours later, the mayor resigned.", "The harbour closed", "the mayor resigned", "Hours"),
        ("The mayor left. It came days after the harbour closed.", "the harbour closed", "The mayor left", "days"),
        ("Two weeks after the harbour closed, the mayor left.", "the harbour closed", "the mayor left", "Two weeks"),
        ("The mayor left a month after the harbour closed.", "the harbour closed", "The mayor left", "a month"),
        ("The mayor left the day before the vote.", "The mayor left", "the vote", "the day"),
        ("The mayor left a day ahead of the vote.", "The mayor left", "the vote", "a day"),
        ("The harbour closed. The mayor left two weeks later.", "The harbour closed", "The mayor left", "two weeks"),
        ("The harbour closed. A month earlier, the mayor left.", "the mayor left", "The harbour closed", "A month"),
        ("The harbour closed, and days later the mayor left.", "The harbour closed", "the mayor left", "days"),
        ("The harbour closed. The next day, the mayor left.", "The harbour closed", "the mayor left", "The next day"),
    ],
)
def test_events_are_put_in_order(text: str, before: str, after: str, gap: str) -> None:
    document = annotate(text)
    (relation,) = document.relations

    assert (relation.before.of(text), relation.after.of(text)) == (before, after)
    assert relation.gap is not None
    apart = document.quantities[relation.gap]
    assert text[apart.start : apart.end] == gap


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("After closing the harbour, the mayor left.", "closing the harbour", "the mayor left"),
        ("Before the vote, the mayor left.", "the mayor left", "the vote"),
        ("Once the harbour closed, the mayor left.", "the harbour closed", "the mayor left"),
        ("The mayor left prior to the vote.", "The mayor left", "the vote"),
        ("The mayor left in the wake of the vote.", "the vote", "The mayor left"),
        ("The mayor left shortly after the vote.", "the vote", "The mayor left"),
    ],
)
def test_events_are_put_in_order_without_a_gap(text: str, before: str, after: str) -> None:
    (relation,) = annotate(text).relations

    assert (relation.before.of(text), relation.after.of(text), relation.gap) == (before, after, None)


@pytest.mark.parametrize(
    "text",
    [
        "They named the harbour after the mayor.",
        "She looked after the children.",
        "The driver was brought before the court.",
        "Sales were higher than a year earlier.",
        "One after another they left.",
        "The mayor left the day before yesterday.",
        "The team finished ahead of Leeds.",
    ],
)
def test_other_meanings_of_the_words_are_no_order(text: str) -> None:
    assert annotate(text).relations == ()

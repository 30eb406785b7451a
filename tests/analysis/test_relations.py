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
    ],
)
def test_events_are_put_in_order(text: str, before: str, after: str, gap: str) -> None:
    document = annotate(text)
    (relation,) = document.relations

    assert (relation.before.of(text), relation.after.of(text)) == (before, after)
    assert relation.gap is not None
    apart = document.quantities[relation.gap]
    assert text[apart.start : apart.end] == gap


def test_a_search_after_something_is_no_order() -> None:
    assert annotate("They named the harbour.").relations == ()

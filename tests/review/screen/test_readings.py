"""What the card says of how a value was read."""

import pytest

from review.screen.readings import in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-11-17 day", "17 November 2026"),
        ("2027-04-01–2027-04-30 month", "April 2027"),
        ("2019-01-01–2019-12-31 year", "2019"),
        ("2026-11-29–2026-12-02 day", "29 November 2026 to 2 December 2026"),
        ("16,900,000 GBP", "16,900,000 GBP"),
    ],
)
def test_a_value_is_told_as_people_write_it(value: str, words: str) -> None:
    assert in_words(value) == words

"""Times and counts as people say them."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from review.templatetags.telling import ago, of_severity


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=5), "5\xa0minutes ago"),
        (timedelta(hours=3, minutes=50), "3\xa0hours ago"),
    ],
)
def test_a_time_is_told_in_one_unit(since: timedelta, said: str) -> None:
    assert ago(now() - since) == said


@pytest.mark.parametrize(
    ("count", "severity", "said"),
    [(1, "blocker", "1 blocker"), (2, "blocker", "2 blockers"), (2, "major", "2 major"), (3, "note", "3 notes")],
)
def test_only_nouns_are_counted_in_the_plural(count: int, severity: str, said: str) -> None:
    assert of_severity(count, severity) == said

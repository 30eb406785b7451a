"""Times, counts and events as people say them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now

from articles.audit import record
from articles.models import Desk
from review.telling import told
from review.templatetags.telling import ago, of_severity, on_clock
from review.verbs import Verb
from tests.factories import StoryFactory


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


def test_a_time_is_told_on_the_desks_clock_with_its_year_where_it_is_another() -> None:
    assert on_clock(datetime(2020, 7, 1, 12, tzinfo=UTC), Desk(time_zone="Asia/Tokyo")) == "1 Jul 2020, 21:00 JST"


def test_the_clock_is_named_by_the_season() -> None:
    summer = now().replace(month=7, day=1, hour=12, minute=0)

    assert on_clock(summer, Desk(time_zone="Europe/London")) == "1 Jul, 13:00 BST"


def test_a_desk_without_a_time_zone_keeps_the_newsrooms() -> None:
    winter = now().replace(month=1, day=2, hour=12, minute=0)

    assert on_clock(winter, Desk()) == "2 Jan, 12:00 UTC"


@pytest.mark.parametrize(
    ("count", "severity", "said"),
    [(1, "blocker", "1 blocker"), (2, "blocker", "2 blockers"), (2, "major", "2 major"), (3, "note", "3 notes")],
)
def test_only_nouns_are_counted_in_the_plural(count: int, severity: str, said: str) -> None:
    assert of_severity(count, severity) == said


@pytest.mark.parametrize(
    ("verb", "details", "said"),
    [
        (Verb.ANALYSED_DRAFT, {"draft": "A3", "reason": ""}, ("read draft A3", "")),
        (Verb.COMPARED_DRAFTS, {"left": "B2", "right": "A3"}, ("compared B2 with A3", "")),
        (
            Verb.DID_NOT_CHECK,
            {"draft": "A3", "reason": "It is in German."},
            ("did not check draft A3", "It is in German."),
        ),
        (Verb.RECEIVED_DRAFT, {"draft": "A3"}, ("handed in a draft", "draft A3")),
        (Verb.ANALYSED_DRAFT, {}, ("read the draft", "")),
    ],
)
def test_work_is_told_in_one_breath_with_its_draft(
    db: None, verb: Verb, details: dict[str, str], said: tuple[str, str]
) -> None:
    line = told(record(story=StoryFactory.create(), actor=None, verb=verb, details=details))

    assert (line.did, line.what) == said

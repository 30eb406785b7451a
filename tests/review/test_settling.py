"""Where a story stands is worked out several times a draft, so each time asks the database as little as it can."""

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from articles.models import Story, StoryState
from review.runs.carrying import carry_over
from review.states import settle
from tests.factories import found
from tests.review.conftest import Newsroom

WALL, WIRE = "The wall is 40 metres long.", "The wire says that the wall is 50 metres long."


def test_a_story_is_settled_in_few_queries(
    newsroom: Newsroom, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    newsroom.read_in(WALL)
    newsroom.read_in(WIRE)

    with transaction.atomic(), django_assert_max_num_queries(9):
        settle(newsroom.story)

    assert newsroom.story.state == StoryState.READY


def test_nothing_is_looked_for_before_drafts_that_took_nobodys_place(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found()]
    newsroom.read_in(WALL)
    newsroom.read_in(WIRE)

    assert not _asks_for_earlier_findings(newsroom.story)


def test_findings_before_a_revision_are_looked_for(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found()]
    newsroom.read_in("The wall is long.", revises=newsroom.read_in(WALL))

    assert _asks_for_earlier_findings(newsroom.story)


def _asks_for_earlier_findings(story: Story) -> bool:
    with CaptureQueriesContext(connection) as asked, transaction.atomic():
        carry_over(story)
    return any('"review_analysis"."draft_id" < ' in query["sql"] for query in asked.captured_queries)

"""The marks that the board filters by: kept with every act, and never believed where an older release was at work."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from articles.models import Story
from review.actions.decisions import approve
from review.actions.resolutions import dismiss
from review.board.filters import Filters
from review.board.stories import NEWS_FOR, stories_for
from review.models import Reason
from review.standing import standings
from review.tasks import sweep
from tests.factories import StoryFactory, found
from tests.review.conftest import Newsroom

WALL, WIRE = "The wall is 40 metres long.", "The wall is 50 metres long."


@pytest.fixture
def blocked(newsroom: Newsroom) -> Story:
    newsroom.between[frozenset({WALL, WIRE})] = [found()]
    newsroom.read_in(WALL)
    newsroom.read_in(WIRE)
    return newsroom.story


def shown(newsroom: Newsroom, filters: Filters) -> list[Story]:
    return list(stories_for(newsroom.editor, filters).stories)


def lag(story: Story, **left: bool) -> None:
    """As a program of an older release leaves it: with events, and marks as they were."""
    Story.objects.filter(pk=story.pk).update(marked_to=F("marked_to") - 1, **left)


def test_a_blocker_is_marked_when_it_is_found_and_when_it_is_decided(newsroom: Newsroom, blocked: Story) -> None:
    (standing,) = standings(blocked)
    assert blocked.is_blocked

    dismiss(by=newsroom.editor, finding=standing.finding, reason=Reason.WRONG, seen=None)

    blocked.refresh_from_db()
    assert not blocked.is_blocked


def test_an_approval_is_marked_as_stale_when_another_text_comes(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(WALL)
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    newsroom.read_in("The wall is 41 metres long.", revises=draft)

    assert newsroom.story.is_stale


@pytest.mark.parametrize("filters", [Filters(blocking=True), Filters(news=True)])
def test_a_story_that_an_older_release_changed_is_found_all_the_same(
    newsroom: Newsroom, blocked: Story, filters: Filters
) -> None:
    lag(blocked, is_blocked=False)
    Story.objects.update(recorded_at=None)

    assert shown(newsroom, filters) == [blocked]


def test_the_sweep_marks_anew_what_an_older_release_changed(newsroom: Newsroom, blocked: Story) -> None:
    lag(blocked, is_blocked=False, is_stale=True)

    sweep()

    blocked.refresh_from_db()
    assert (blocked.is_blocked, blocked.is_stale) == (True, False)
    assert not Story.objects.lagging().exists()


def test_what_happened_long_ago_is_no_news(newsroom: Newsroom, blocked: Story) -> None:
    assert shown(newsroom, Filters(news=True)) == [blocked]

    Story.objects.update(recorded_at=now() - NEWS_FOR - timedelta(days=1))

    assert shown(newsroom, Filters(news=True)) == []


def test_of_very_much_news_the_latest_are_shown_and_it_says_so(
    client: Client, newsroom: Newsroom, blocked: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("review.board.stories.MOST_NEWS", 1)
    newsroom.read_in(WALL, story=StoryFactory.create(desk=newsroom.desk, slug="pier"))
    client.force_login(newsroom.editor)

    page = client.get(reverse("board"), {"news": "1"})

    assert [row.story.slug for row in page.context["rows"]] == ["pier"]
    assert "More than 1 stories have news for you" in page.content.decode()

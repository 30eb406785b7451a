"""Opening a story."""

import pytest

from articles.models import AuditEvent, Desk, StoryState
from review.actions.stories import open_story
from review.policies import Refused
from review.verbs import Verb
from tests.factories import DeskFactory, StoryFactory, member


@pytest.fixture
def desk(db: None) -> Desk:
    return DeskFactory.create(name="City desk")


def test_member_opens_a_story_and_it_is_recorded(desk: Desk) -> None:
    reporter = member(desk)

    story = open_story(by=reporter, desk=desk, slug="  budget   vote ")

    assert (story.slug, story.state, story.opened_by) == ("budget vote", StoryState.DRAFTING, reporter)
    assert AuditEvent.objects.get(story=story).verb == Verb.OPENED_STORY


def test_nobody_opens_a_story_on_a_desk_that_is_not_theirs(desk: Desk) -> None:
    with pytest.raises(Refused, match="You are not on the desk “City desk”"):
        open_story(by=member(DeskFactory.create()), desk=desk, slug="budget-vote")


@pytest.mark.parametrize("slug", ["budget-vote", "Budget-Vote"])
def test_desk_has_one_story_of_a_slug_line_in_whatever_case(desk: Desk, slug: str) -> None:
    StoryFactory.create(desk=desk, slug="budget-vote")

    with pytest.raises(Refused, match="has a story “budget-vote” already"):
        open_story(by=member(desk), desk=desk, slug=slug)


def test_another_desk_may_use_the_same_slug_line(desk: Desk) -> None:
    StoryFactory.create(slug="budget-vote")

    assert open_story(by=member(desk), desk=desk, slug="budget-vote").pk


def test_story_needs_a_slug_line(desk: Desk) -> None:
    with pytest.raises(Refused, match="needs a slug line"):
        open_story(by=member(desk), desk=desk, slug="  ")

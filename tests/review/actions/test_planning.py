"""Planning a story: what changes is recorded with it, and nobody plans who may not."""

from datetime import UTC, datetime

import pytest

from articles.audit import first_broken
from articles.models import AuditEvent, Desk, Priority, Role, Story, StoryState, User
from review.actions.planning import plan_story
from review.policies import Refused
from review.telling import told
from review.verbs import Verb
from tests.factories import DeskFactory, StoryFactory, member

SIX = datetime(2026, 7, 1, 17, 0, tzinfo=UTC)


@pytest.fixture
def desk(db: None) -> Desk:
    return DeskFactory.create(time_zone="Europe/London")


@pytest.fixture
def story(desk: Desk) -> Story:
    return StoryFactory.create(desk=desk)


@pytest.fixture
def editor(desk: Desk) -> User:
    return member(desk, Role.EDITOR)


def plans(story: Story) -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(story=story, verb=Verb.PLANNED))


def test_a_plan_is_kept_and_recorded_on_the_desks_clock(story: Story, editor: User) -> None:
    planned = plan_story(by=editor, story=story, priority=Priority.URGENT, deadline_at=SIX)

    story.refresh_from_db()
    assert (story.priority, story.deadline_at, story.touched_by) == (Priority.URGENT, SIX, editor)
    (event,) = plans(planned)
    assert told(event).what == "priority urgent (before: routine), deadline 1 Jul, 18:00 (before: none)"
    assert first_broken(story) is None


def test_what_is_not_named_stays(story: Story, editor: User) -> None:
    plan_story(by=editor, story=story, deadline_at=SIX)

    plan_story(by=editor, story=story, priority=Priority.FLASH)

    story.refresh_from_db()
    assert (story.priority, story.deadline_at) == (Priority.FLASH, SIX)


def test_a_plan_that_changes_nothing_leaves_no_trace(story: Story, editor: User) -> None:
    plan_story(by=editor, story=story, priority=Priority.ROUTINE, handover_note="  ")

    assert plans(story) == []
    assert story.touched_by is None


def test_a_hand_over_names_who_wrote_the_note(story: Story, editor: User, desk: Desk) -> None:
    colleague = member(desk, first_name="Nell", last_name="Night")

    plan_story(by=editor, story=story, assignee=colleague, handover_note="The mayor calls back at nine.")

    story.refresh_from_db()
    assert (story.assignee, story.handover_note, story.handover_by) == (
        colleague,
        "The mayor calls back at nine.",
        editor,
    )
    (event,) = plans(story)
    assert told(event).what == "looked after by Nell Night (before: none), “The mayor calls back at nine.”"


def test_nobody_is_handed_a_story_of_a_desk_that_they_are_not_on(story: Story, editor: User) -> None:
    with pytest.raises(Refused, match="cannot look after its stories"):
        plan_story(by=editor, story=story, assignee=member(DeskFactory.create()))


def test_nobody_is_handed_a_story_who_has_left(story: Story, editor: User, desk: Desk) -> None:
    with pytest.raises(Refused, match="cannot look after its stories"):
        plan_story(by=editor, story=story, assignee=member(desk, is_active=False))


def test_a_reporter_plans_only_what_they_look_after(story: Story, desk: Desk) -> None:
    reporter = member(desk)
    with pytest.raises(Refused, match="Only an editor or a chief"):
        plan_story(by=reporter, story=story, priority=Priority.FLASH)
    Story.objects.update(assignee=reporter)

    plan_story(by=reporter, story=story, handover_note="Night desk: call the harbour master.")

    story.refresh_from_db()
    assert story.handover_by == reporter


def test_who_left_the_desk_plans_its_stories_no_more(story: Story) -> None:
    outsider = member(DeskFactory.create())
    Story.objects.update(assignee=outsider)

    with pytest.raises(Refused, match="You are not on the desk"):
        plan_story(by=outsider, story=story, priority=Priority.FLASH)


def test_a_killed_story_is_planned_no_more(story: Story, editor: User) -> None:
    Story.objects.update(state=StoryState.KILLED)

    with pytest.raises(Refused, match="killed"):
        plan_story(by=editor, story=story, priority=Priority.FLASH)

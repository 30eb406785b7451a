"""How far a dismissal reaches: a passage, a story, a desk, and later drafts."""

from dataclasses import replace

import pytest

from analysis.findings import Values
from articles.models import Draft, StoryState
from review.actions.resolutions import (
    dismiss,
    mark_to_fix,
    reopen,
    take_back,
)
from review.models import Finding, Reason, Scope
from review.standing import open_blockers, standings
from review.tasks import settle_story
from tests.factories import StoryFactory, found, member
from tests.review.actions.decided import WALL, draft, finding, stands
from tests.review.conftest import Newsroom

__all__ = ["draft", "finding"]


def test_dismissal_reaches_the_same_finding_in_a_later_draft(
    newsroom: Newsroom, finding: Finding, draft: Draft
) -> None:
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.BOTH_TRUE, seen=None)
    later = f"{WALL} It will be rebuilt."
    newsroom.alone[later] = [found()]

    revision = newsroom.read_in(later, revises=draft)

    assert [standing.label for standing in standings(newsroom.story)] == ["Dismissed: Both are true"]
    assert not open_blockers(revision)


def test_changed_value_opens_the_finding_again_and_says_why(newsroom: Newsroom, finding: Finding, draft: Draft) -> None:
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.BOTH_TRUE, seen=None)
    later = "The wall is 45 metres long."
    newsroom.alone[later] = [replace(found(fingerprint="wall-length-45"), values=Values("45", "50"))]

    revision = newsroom.read_in(later, revises=draft)

    reopened = open_blockers(revision)[0]
    assert reopened.label == "Open again"
    assert reopened.resolution is not None
    assert reopened.resolution.note == "Dismissed: Both are true while it was “40” and “50”; now it is “45” and “50”."


def test_dismissal_of_one_passage_reaches_no_other(newsroom: Newsroom, finding: Finding, draft: Draft) -> None:
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.SAME_THING, scope=Scope.PASSAGE, seen=None)
    elsewhere = "The town paid, says the mayor. The wall is 40 metres long."
    newsroom.alone[elsewhere] = [found()]

    revision = newsroom.read_in(elsewhere, revises=draft)

    assert stands(finding).label == "Dismissed: Both say the same thing"
    assert [standing.label for standing in open_blockers(revision)] == ["Open"]


def test_dismissal_of_one_passage_holds_where_the_passage_stands_unchanged(
    newsroom: Newsroom, finding: Finding, draft: Draft
) -> None:
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.SAME_THING, scope=Scope.PASSAGE, seen=None)
    later = f"{WALL}\nIt will be rebuilt."
    newsroom.alone[later] = [found()]

    revision = newsroom.read_in(later, revises=draft)

    assert not open_blockers(revision)


def test_dismissal_for_the_desk_reaches_its_other_stories_and_no_other_desk(
    newsroom: Newsroom, finding: Finding
) -> None:
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, scope=Scope.DESK, seen=None)
    sister, stranger = StoryFactory.create(desk=newsroom.desk), StoryFactory.create()

    newsroom.read_in(WALL, story=sister)
    newsroom.read_in(WALL, story=stranger, by=member(stranger.desk))

    assert [standing.label for standing in standings(sister)] == ["Dismissed: Known and intended"]
    assert [standing.label for standing in standings(stranger)] == ["Open"]


def test_dismissal_for_the_desk_that_is_taken_back_is_open_everywhere(newsroom: Newsroom, finding: Finding) -> None:
    dismissal = dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, scope=Scope.DESK, seen=None)
    sister = StoryFactory.create(desk=newsroom.desk)
    newsroom.read_in(WALL, story=sister)

    reopen(by=newsroom.editor, finding=finding, seen=dismissal.pk)

    assert [standing.is_open for standing in standings(sister)] == [True]


def test_dismissal_for_the_desk_that_is_taken_back_leaves_what_the_story_had_decided(
    newsroom: Newsroom, finding: Finding
) -> None:
    to_fix = mark_to_fix(by=newsroom.editor, finding=finding, seen=None)
    dismissal = dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, scope=Scope.DESK, seen=to_fix.pk)
    sister = StoryFactory.create(desk=newsroom.desk)
    newsroom.read_in(WALL, story=sister)

    take_back(by=newsroom.editor, finding=finding, seen=dismissal.pk)

    assert stands(finding).label == "To fix"
    assert [standing.is_open for standing in standings(sister)] == [True]


def test_decision_for_the_desk_moves_its_other_stories_too(
    newsroom: Newsroom, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    sister = StoryFactory.create(desk=newsroom.desk)
    newsroom.read_in(WALL, story=sister)
    asked: list[int] = []
    monkeypatch.setattr("review.states.enqueue", lambda _errand, story_id: asked.append(story_id))

    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, scope=Scope.DESK, seen=None)
    for story_id in asked:
        settle_story(story_id)

    sister.refresh_from_db()
    assert (asked, sister.state) == ([sister.pk], StoryState.READY)

"""What editors decide of a finding, and take back."""

import pytest

from articles.models import AuditEvent, Draft, Role, StoryState
from review.actions.decisions import kill
from review.actions.resolutions import (
    DecidedMeanwhile,
    accept,
    dismiss,
    mark_to_fix,
    reopen,
    take_back,
)
from review.models import Finding, Reason, Resolution, ResolutionKind, Scope
from review.policies import Refused
from review.standing import open_blockers, standings
from review.verbs import Verb
from tests.factories import StoryFactory, member
from tests.review.actions.decided import WALL, draft, finding, stands
from tests.review.conftest import Newsroom

__all__ = ["draft", "finding"]


def test_new_finding_is_open_and_blocks(finding: Finding, draft: Draft) -> None:
    assert stands(finding).label == "Open"
    assert [standing.finding for standing in open_blockers(draft)] == [finding]


def test_finding_to_fix_goes_on_blocking(newsroom: Newsroom, finding: Finding, draft: Draft) -> None:
    mark_to_fix(by=newsroom.editor, finding=finding, note="It is 50, the council says.", seen=None)

    assert stands(finding).label == "To fix"
    assert open_blockers(draft)


def test_dismissed_finding_blocks_no_more_and_the_story_is_ready(newsroom: Newsroom, finding: Finding) -> None:
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.BOTH_TRUE, seen=None)

    newsroom.story.refresh_from_db()
    assert stands(finding).label == "Dismissed: Both are true"
    assert newsroom.story.state == StoryState.READY


def test_acceptance_takes_a_note(newsroom: Newsroom, finding: Finding) -> None:
    with pytest.raises(Refused, match="takes a note"):
        accept(by=newsroom.editor, finding=finding, note=" ", seen=None)

    accept(by=newsroom.editor, finding=finding, note="Both councils stand by their figure.", seen=None)

    assert stands(finding).label == "Accepted as is"


def test_decision_can_be_taken_back(newsroom: Newsroom, finding: Finding, draft: Draft) -> None:
    dismissal = dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, seen=None)

    reopen(by=newsroom.chief, finding=finding, seen=dismissal.pk)

    assert stands(finding).label == "Open again"
    assert open_blockers(draft)


def test_open_finding_cannot_be_opened_again(newsroom: Newsroom, finding: Finding) -> None:
    with pytest.raises(Refused, match="open already"):
        reopen(by=newsroom.editor, finding=finding, seen=None)


def test_decision_on_what_somebody_just_decided_is_refused_kindly(newsroom: Newsroom, finding: Finding) -> None:
    mark_to_fix(by=newsroom.chief, finding=finding, seen=None)

    with pytest.raises(DecidedMeanwhile, match="Caro Chief was faster: the finding stands as “To fix” now") as refusal:
        dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, seen=None)

    assert refusal.value.standing.label == "To fix"
    assert Resolution.objects.count() == 1


def test_a_decision_whose_answer_was_lost_is_sent_again_and_made_once(newsroom: Newsroom, finding: Finding) -> None:
    first = dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, note="No wall.", seen=None)

    again = dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, note="No wall. ", seen=None)

    assert again == first
    assert Resolution.objects.count() == 1
    assert AuditEvent.objects.filter(verb=Verb.DISMISSED).count() == 1


def test_opening_again_can_be_sent_again_as_well(newsroom: Newsroom, finding: Finding) -> None:
    closed = dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, seen=None, scope=Scope.PASSAGE)
    opened = reopen(by=newsroom.editor, finding=finding, seen=closed.pk)

    assert reopen(by=newsroom.editor, finding=finding, seen=closed.pk) == opened


def test_what_is_sent_again_of_an_older_look_is_another_decision(newsroom: Newsroom, finding: Finding) -> None:
    first = mark_to_fix(by=newsroom.editor, finding=finding, seen=None)
    closed = dismiss(by=newsroom.chief, finding=finding, reason=Reason.WRONG, seen=first.pk)
    mark_to_fix(by=newsroom.editor, finding=finding, seen=closed.pk)

    with pytest.raises(DecidedMeanwhile, match="You were faster yourself"):
        mark_to_fix(by=newsroom.editor, finding=finding, seen=None)


def test_another_decision_than_the_one_that_was_sent_is_refused_without_naming_oneself(
    newsroom: Newsroom, finding: Finding
) -> None:
    mark_to_fix(by=newsroom.editor, finding=finding, seen=None)

    with pytest.raises(DecidedMeanwhile, match="You were faster yourself, in another window perhaps: the finding"):
        dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, seen=None)


def test_reporter_decides_on_no_finding(newsroom: Newsroom, finding: Finding) -> None:
    with pytest.raises(Refused, match=r"Only an editor or a chief .* can decide on findings"):
        dismiss(by=newsroom.reporter, finding=finding, reason=Reason.WRONG, seen=None)


def test_editor_of_another_desk_decides_on_no_finding(newsroom: Newsroom, finding: Finding) -> None:
    outsider = member(StoryFactory.create().desk, Role.EDITOR)

    with pytest.raises(Refused, match="You are not on the desk"):
        mark_to_fix(by=outsider, finding=finding, seen=None)


def test_nothing_is_decided_in_a_killed_story(newsroom: Newsroom, finding: Finding) -> None:
    kill(by=newsroom.chief, story=newsroom.story, note="It never happened.")

    with pytest.raises(Refused, match="was killed"):
        mark_to_fix(by=newsroom.editor, finding=finding, seen=None)


def test_decision_and_its_reason_are_recorded(newsroom: Newsroom, finding: Finding) -> None:
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, note="Old wall, new wall.", seen=None)

    event = AuditEvent.objects.get(verb=Verb.DISMISSED)
    assert event.actor == newsroom.editor
    assert event.details.content == {
        "finding": finding.fingerprint,
        "message": finding.message,
        "from": "Open",
        "reason": "known",
        "note": "Old wall, new wall.",
        "scope": "story",
    }


def test_no_decision_is_ever_changed(newsroom: Newsroom, finding: Finding) -> None:
    first = mark_to_fix(by=newsroom.editor, finding=finding, seen=None)
    second = dismiss(by=newsroom.chief, finding=finding, reason=Reason.OTHER, seen=first.pk)

    reopen(by=newsroom.editor, finding=finding, seen=second.pk)

    kinds = Resolution.objects.order_by("id").values_list("kind", flat=True)
    assert list(kinds) == [ResolutionKind.TO_FIX, ResolutionKind.DISMISSED, ResolutionKind.REOPENED]


def test_last_word_is_taken_back_and_the_one_before_stands_again(newsroom: Newsroom, finding: Finding) -> None:
    to_fix = mark_to_fix(by=newsroom.editor, finding=finding, note="It is 50.", seen=None)
    dismissal = dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, seen=to_fix.pk)

    take_back(by=newsroom.editor, finding=finding, seen=dismissal.pk)

    standing = stands(finding)
    assert standing.label == "To fix"
    assert standing.resolution is not None
    assert standing.resolution.note == "It is 50."


def test_first_word_taken_back_leaves_the_finding_open(newsroom: Newsroom, finding: Finding) -> None:
    to_fix = mark_to_fix(by=newsroom.editor, finding=finding, seen=None)

    take_back(by=newsroom.editor, finding=finding, seen=to_fix.pk)

    assert stands(finding).label == "Open again"


def test_what_the_drafts_themselves_say_is_taken_back_by_nobody(
    newsroom: Newsroom, finding: Finding, draft: Draft
) -> None:
    changed = newsroom.read_in("Nobody knows.", revises=draft)
    newsroom.read_in(WALL, revises=changed)
    again = standings(newsroom.story)[0]
    assert again.resolution is not None

    with pytest.raises(Refused, match="“Open again” is what the drafts themselves say"):
        take_back(by=newsroom.editor, finding=again.finding, seen=again.resolution.pk)

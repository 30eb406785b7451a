"""What editors decide of findings, and how far it reaches."""

from dataclasses import replace

import pytest

from analysis.findings import Values
from articles.models import AuditEvent, Draft, Role, StoryState
from review.actions.decisions import kill
from review.actions.resolutions import DecidedMeanwhile, accept, dismiss, mark_to_fix, reopen
from review.models import Finding, Reason, Resolution, ResolutionKind, Scope
from review.policies import Refused
from review.standing import Standing, open_blockers, standing_of, standings
from review.verbs import Verb
from tests.factories import StoryFactory, found, member
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long and grey, says the council."


@pytest.fixture
def draft(newsroom: Newsroom) -> Draft:
    newsroom.alone[WALL] = [found()]
    return newsroom.read_in(WALL)


@pytest.fixture
def finding(draft: Draft) -> Finding:
    return standings(draft.story)[0].finding


def stands(finding: Finding) -> Standing:
    return standing_of(finding)


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


def test_reporter_decides_on_no_finding(newsroom: Newsroom, finding: Finding) -> None:
    with pytest.raises(Refused, match=r"Only an editor or a chief .* can decide on findings"):
        dismiss(by=newsroom.reporter, finding=finding, reason=Reason.WRONG, seen=None)


def test_editor_of_another_desk_decides_on_no_finding(newsroom: Newsroom, finding: Finding) -> None:
    outsider = member(StoryFactory.create().desk, Role.EDITOR)

    with pytest.raises(Refused, match="You are not on the desk"):
        mark_to_fix(by=outsider, finding=finding, seen=None)


def test_nothing_is_decided_in_a_killed_story(newsroom: Newsroom, finding: Finding) -> None:
    kill(by=newsroom.chief, story=newsroom.story)

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


def test_no_decision_is_ever_changed(newsroom: Newsroom, finding: Finding) -> None:
    first = mark_to_fix(by=newsroom.editor, finding=finding, seen=None)
    second = dismiss(by=newsroom.chief, finding=finding, reason=Reason.OTHER, seen=first.pk)

    reopen(by=newsroom.editor, finding=finding, seen=second.pk)

    kinds = Resolution.objects.order_by("id").values_list("kind", flat=True)
    assert list(kinds) == [ResolutionKind.TO_FIX, ResolutionKind.DISMISSED, ResolutionKind.REOPENED]

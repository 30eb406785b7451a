"""What editors decide of findings, and how far it reaches."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now

from analysis.findings import Severity, Values
from articles.models import AuditEvent, Draft, Role, StoryState
from review.actions.decisions import approve, kill
from review.actions.resolutions import (
    DecidedMeanwhile,
    accept,
    dismiss,
    dismiss_all,
    mark_to_fix,
    reopen,
    take_back,
    take_back_all,
)
from review.models import Alert, AlertKind, Finding, Reason, Resolution, ResolutionKind, Scope
from review.policies import Refused
from review.runs.lapsing import open_lapsed
from review.standing import Standing, open_blockers, standing_of, standings
from review.tasks import settle_story
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


def test_dismissal_may_hold_for_a_while_and_says_until_when(newsroom: Newsroom, finding: Finding) -> None:
    until = datetime(2126, 7, 4, tzinfo=UTC)

    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, seen=None, until=until)

    assert stands(finding).label == "Dismissed until 3 July 2126: Known and intended"
    assert AuditEvent.objects.get(verb=Verb.DISMISSED).details.content["until"] == "3 July 2126"


def test_dismissal_cannot_run_out_before_it_is_made(newsroom: Newsroom, finding: Finding) -> None:
    with pytest.raises(Refused, match="in time to come"):
        dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, seen=None, until=now())


def lapse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two days pass, and the sweep comes round."""
    monkeypatch.setattr("review.runs.lapsing.now", lambda: now() + timedelta(days=2))
    open_lapsed()


def test_dismissal_whose_time_is_over_opens_the_finding_again_and_says_why(
    newsroom: Newsroom, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, seen=None, until=now() + timedelta(days=1))

    lapse(monkeypatch)

    standing = stands(finding)
    newsroom.story.refresh_from_db()
    assert (standing.label, newsroom.story.state) == ("Open again", StoryState.NEEDS_WORK)
    assert standing.resolution is not None
    assert standing.resolution.note.endswith("Known and intended. That time is over.")
    assert AuditEvent.objects.filter(verb=Verb.FOUND_LAPSED).count() == 1


def test_what_was_decided_after_a_dismissal_for_a_while_outlives_it(
    newsroom: Newsroom, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = dismiss(
        by=newsroom.editor, finding=finding, reason=Reason.KNOWN, seen=None, until=now() + timedelta(days=1)
    )
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, seen=first.pk)

    lapse(monkeypatch)

    assert stands(finding).label == "Dismissed: The finding is wrong"


def test_conflict_that_opens_again_under_a_signature_is_told(
    newsroom: Newsroom, finding: Finding, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, seen=None, until=now() + timedelta(days=1))
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    lapse(monkeypatch)

    assert Alert.objects.filter(kind=AlertKind.NEW_CONFLICT, recipient=newsroom.chief).count() == 1


def test_who_opens_a_finding_under_a_signature_is_not_told_of_it_but_the_signer_is(
    newsroom: Newsroom, finding: Finding, draft: Draft
) -> None:
    dismissal = dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, seen=None)
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    take_back(by=newsroom.editor, finding=finding, seen=dismissal.pk)

    told = Alert.objects.filter(kind=AlertKind.NEW_CONFLICT).values_list("recipient", flat=True)
    assert set(told) == {newsroom.chief.pk, newsroom.reporter.pk}


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


def test_what_the_drafts_themselves_say_is_taken_back_by_nobody(
    newsroom: Newsroom, finding: Finding, draft: Draft
) -> None:
    changed = newsroom.read_in("Nobody knows.", revises=draft)
    newsroom.read_in(WALL, revises=changed)
    again = standings(newsroom.story)[0]
    assert again.resolution is not None

    with pytest.raises(Refused, match="“Open again” is what the drafts themselves say"):
        take_back(by=newsroom.editor, finding=again.finding, seen=again.resolution.pk)


def test_decision_for_the_desk_moves_its_other_stories_too(
    newsroom: Newsroom, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    sister = StoryFactory.create(desk=newsroom.desk)
    newsroom.read_in(WALL, story=sister)
    asked: list[int] = []
    monkeypatch.setattr("review.tasks.enqueue", lambda _task, story_id: asked.append(story_id))

    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, scope=Scope.DESK, seen=None)
    for story_id in asked:
        settle_story(story_id)

    sister.refresh_from_db()
    assert (asked, sister.state) == ([sister.pk], StoryState.READY)


@pytest.fixture
def several(newsroom: Newsroom) -> list[Finding]:
    """Two minor findings and a blocker."""
    newsroom.alone[WALL] = [
        found(severity=Severity.MINOR, fingerprint="minor"),
        found(severity=Severity.NOTE, fingerprint="note"),
        found(fingerprint="blocker"),
    ]
    newsroom.read_in(WALL)
    return [standing.finding for standing in standings(newsroom.story)]


def labels(newsroom: Newsroom) -> dict[str, str]:
    return {standing.finding.fingerprint: standing.label for standing in standings(newsroom.story)}


def test_several_are_dismissed_at_once_but_a_blocker_never(newsroom: Newsroom, several: list[Finding]) -> None:
    done = dismiss_all(by=newsroom.editor, findings=several, reason=Reason.SAME_THING)

    same = "Dismissed: Both say the same thing"
    assert labels(newsroom) == {"minor": same, "note": same, "blocker": "Open"}
    [(finding, why)] = done.refused
    assert finding.fingerprint == "blocker"
    assert why == "A blocker is never dismissed together with others: decide on it by itself."


def test_several_dismissed_at_once_are_one_event(newsroom: Newsroom, several: list[Finding]) -> None:
    dismiss_all(by=newsroom.editor, findings=several, reason=Reason.SAME_THING)

    event = AuditEvent.objects.get(verb=Verb.DISMISSED_SEVERAL)
    assert event.details.content["findings"] == ["minor", "note"]


def test_what_somebody_decided_meanwhile_is_not_dismissed_with_the_others(
    newsroom: Newsroom, several: list[Finding]
) -> None:
    minor = next(finding for finding in several if finding.fingerprint == "minor")
    accept(by=newsroom.chief, finding=minor, note="Both are right.", seen=None)

    done = dismiss_all(by=newsroom.editor, findings=several, reason=Reason.WRONG)

    assert labels(newsroom)["minor"] == "Accepted as is"
    assert (minor, "The finding stands as “Accepted as is” already.") in done.refused


def test_only_findings_of_one_story_are_dismissed_at_once(newsroom: Newsroom, several: list[Finding]) -> None:
    newsroom.read_in(WALL, story=StoryFactory.create(desk=newsroom.desk))

    with pytest.raises(Refused, match="of one story"):
        dismiss_all(by=newsroom.editor, findings=Finding.objects.all(), reason=Reason.WRONG)


def test_several_dismissed_at_once_are_taken_back_at_once_but_for_what_was_decided_since(
    newsroom: Newsroom, several: list[Finding]
) -> None:
    done = dismiss_all(by=newsroom.editor, findings=several, reason=Reason.WRONG)
    minor = next(one for one in done.resolutions if one.fingerprint == "minor")
    assert minor.finding is not None
    reopen(by=newsroom.chief, finding=minor.finding, seen=minor.pk)

    undone = take_back_all(by=newsroom.editor, resolutions=done.resolutions)

    assert labels(newsroom) == {"minor": "Open again", "note": "Open again", "blocker": "Open"}
    [(finding, why)] = undone.refused
    assert (finding, why) == (minor.finding, "Caro Chief was faster: the finding stands as “Open again” now.")


def test_reporter_dismisses_none_of_several(newsroom: Newsroom, several: list[Finding]) -> None:
    with pytest.raises(Refused, match="Only an editor or a chief"):
        dismiss_all(by=newsroom.reporter, findings=several, reason=Reason.WRONG)

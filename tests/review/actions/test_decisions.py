"""Signing, sending back, holding and killing: who may, when, and what it is bound to."""

import pytest

from analysis.findings import Severity
from articles.models import AuditEvent, Draft, Role, StoryState
from review.actions.decisions import approve, hold, kill, release, send_back
from review.actions.drafts import exclude_draft, receive_draft
from review.actions.resolutions import dismiss, mark_to_fix, reopen
from review.actions.uploads import confirm_upload, receive_upload
from review.models import Analysis, Comparison, Decision, Reason, RunState
from review.policies import Refused
from review.standing import ApprovalKind, approval_standing, findings_digest, obstacles, standings
from review.tasks import read_upload
from tests.factories import DeskFactory, found, member
from tests.review.conftest import Newsroom
from tests.tampering import take_the_guard_from

WALL = "The wall is 40 metres long."
LONGER_WALL = "The wall is 50 metres long."
WIRE = "According to the wire, the wall is 50 metres long."


@pytest.fixture
def draft(newsroom: Newsroom) -> Draft:
    return newsroom.read_in(WALL)


def sign(newsroom: Newsroom, draft: Draft) -> Decision:
    return approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)


def approval(newsroom: Newsroom) -> ApprovalKind:
    newsroom.story.refresh_from_db()
    return approval_standing(newsroom.story).kind


def words(newsroom: Newsroom, draft: Draft) -> list[str]:
    draft.refresh_from_db()
    return [obstacle.words for obstacle in obstacles(draft, newsroom.chief)]


def test_chief_signs_exactly_the_text_that_was_checked(newsroom: Newsroom, draft: Draft) -> None:
    decision = sign(newsroom, draft)

    newsroom.story.refresh_from_db()
    assert decision.sha256 == draft.sha256
    assert decision.findings_digest == findings_digest(draft)
    assert newsroom.story.state == StoryState.APPROVED
    assert approval(newsroom) == ApprovalKind.APPROVED


def test_signature_under_a_text_that_was_not_seen_is_refused(newsroom: Newsroom, draft: Draft) -> None:
    with pytest.raises(Refused, match="is not the one that you saw"):
        approve(by=newsroom.chief, draft=draft, seen_sha256="0" * 64)


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR, Role.LEGAL])
def test_only_a_chief_signs(newsroom: Newsroom, draft: Draft, role: Role) -> None:
    with pytest.raises(Refused, match="Only a chief of the desk"):
        approve(by=member(newsroom.desk, role), draft=draft, seen_sha256=draft.sha256)


def test_chief_of_another_desk_does_not_sign(newsroom: Newsroom, draft: Draft) -> None:
    with pytest.raises(Refused, match="Only a chief of the desk"):
        approve(by=member(DeskFactory.create(), Role.CHIEF), draft=draft, seen_sha256=draft.sha256)


def test_writer_signs_no_draft_of_the_story_not_even_another_ones(newsroom: Newsroom) -> None:
    newsroom.read_in(WALL, by=newsroom.chief)
    other = newsroom.read_in(WIRE)

    with pytest.raises(Refused, match="You wrote or handed in draft A1"):
        sign(newsroom, other)


def test_whom_a_draft_was_written_by_does_not_sign_it(newsroom: Newsroom) -> None:
    draft = receive_draft(by=newsroom.reporter, story=newsroom.story, headline="", body=WALL, written_by=newsroom.chief)
    newsroom.work()

    with pytest.raises(Refused, match="You wrote or handed in draft A1"):
        sign(newsroom, draft)


def test_who_handed_the_file_in_does_not_sign_what_a_colleague_confirmed(newsroom: Newsroom) -> None:
    upload = receive_upload(by=newsroom.chief, story=newsroom.story, filename="wall.txt", content=WALL.encode())
    read_upload(upload.pk)
    draft = confirm_upload(
        by=newsroom.editor, upload=upload, headline="", byline="", dated=None, source="", revises=None, written_by=None
    )
    newsroom.work()

    with pytest.raises(Refused, match="You wrote or handed in draft A1"):
        sign(newsroom, draft)


def test_draft_that_is_still_being_read_is_not_signed(newsroom: Newsroom) -> None:
    draft = newsroom.hand_in(WALL)

    with pytest.raises(Refused, match="A1 is still being read"):
        sign(newsroom, draft)


def test_text_that_was_changed_in_the_database_is_signed_by_nobody(newsroom: Newsroom, draft: Draft) -> None:
    take_the_guard_from(Draft)
    Draft.objects.filter(pk=draft.pk).update(text="The wall is gone.")

    with pytest.raises(Refused, match="is not the one that was handed in"):
        approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)


def test_draft_is_not_signed_before_it_is_compared_with_the_other_versions(newsroom: Newsroom, draft: Draft) -> None:
    newsroom.hand_in(WIRE)
    Analysis.objects.update(state=RunState.DONE)

    with pytest.raises(Refused, match="A1 and B2 are still being compared"):
        sign(newsroom, draft)


def test_draft_in_another_language_is_not_signed(newsroom: Newsroom) -> None:
    newsroom.foreign.add("Die Mauer ist 40 Meter lang.")
    draft = newsroom.read_in("Die Mauer ist 40 Meter lang.")

    with pytest.raises(Refused, match=r"A1 was not checked\. This draft seems to be in German"):
        sign(newsroom, draft)


def test_wire_in_another_language_blocks_nobody(newsroom: Newsroom, draft: Draft) -> None:
    newsroom.foreign.add("Die Mauer ist 40 Meter lang.")
    newsroom.read_in("Die Mauer ist 40 Meter lang.")

    assert sign(newsroom, draft)


def test_open_blocker_of_the_draft_alone_blocks(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(message="The wall is 40 metres here and 50 there.")]
    draft = newsroom.read_in(WALL)

    with pytest.raises(Refused, match="Open: The wall is 40 metres here and 50 there"):
        sign(newsroom, draft)


def test_open_blocker_against_another_version_blocks_until_it_is_dismissed(newsroom: Newsroom, draft: Draft) -> None:
    newsroom.between[frozenset({WALL, WIRE})] = [found()]
    newsroom.read_in(WIRE)
    assert words(newsroom, draft) == ["Open: The figure differs."]

    finding = standings(newsroom.story)[0].finding
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.BOTH_TRUE, seen=None)

    assert sign(newsroom, draft)


def test_finding_to_fix_goes_on_blocking(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found()]
    draft = newsroom.read_in(WALL)
    mark_to_fix(by=newsroom.editor, finding=standings(newsroom.story)[0].finding, seen=None)

    with pytest.raises(Refused, match="To fix: The figure differs"):
        sign(newsroom, draft)


def test_finding_below_blocker_does_not_block(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(severity=Severity.MAJOR)]

    assert sign(newsroom, newsroom.read_in(WALL))


def test_excluded_version_blocks_no_more(newsroom: Newsroom, draft: Draft) -> None:
    newsroom.between[frozenset({WALL, WIRE})] = [found()]
    wire = newsroom.read_in(WIRE)

    exclude_draft(by=newsroom.editor, draft=wire)

    assert sign(newsroom, draft)


def test_blocker_against_a_superseded_draft_blocks_no_more(newsroom: Newsroom, draft: Draft) -> None:
    newsroom.between[frozenset({WALL, WIRE})] = [found()]
    wire = newsroom.read_in(WIRE)

    newsroom.read_in("The wire corrects: the wall is 40 metres long.", revises=wire)

    assert sign(newsroom, draft)


def test_superseded_draft_is_not_signed(newsroom: Newsroom, draft: Draft) -> None:
    newsroom.read_in(LONGER_WALL, revises=draft)

    with pytest.raises(Refused, match="A1 has been revised"):
        sign(newsroom, draft)


def test_other_text_makes_an_approval_stale(newsroom: Newsroom, draft: Draft) -> None:
    sign(newsroom, draft)

    revision = newsroom.read_in(LONGER_WALL, revises=draft)

    stale = approval_standing(newsroom.story)
    assert (stale.kind, stale.current) == (ApprovalKind.STALE, revision)
    assert newsroom.story.state == StoryState.READY


def test_same_text_in_a_later_draft_keeps_the_approval(newsroom: Newsroom, draft: Draft) -> None:
    sign(newsroom, draft)
    changed = newsroom.read_in(LONGER_WALL, revises=draft)

    newsroom.read_in(WALL, revises=changed)

    assert approval(newsroom) == ApprovalKind.APPROVED
    assert newsroom.story.state == StoryState.APPROVED


def test_conflict_found_later_leaves_the_signature_and_is_shown(newsroom: Newsroom, draft: Draft) -> None:
    decision = sign(newsroom, draft)
    newsroom.between[frozenset({WALL, WIRE})] = [found()]

    newsroom.read_in(WIRE)

    standing = approval_standing(newsroom.story)
    assert (standing.kind, standing.decision) == (ApprovalKind.NEW_CONFLICT, decision)
    assert newsroom.story.state == StoryState.APPROVED


def test_new_conflict_that_is_dismissed_leaves_the_approval_whole(newsroom: Newsroom, draft: Draft) -> None:
    sign(newsroom, draft)
    newsroom.between[frozenset({WALL, WIRE})] = [found()]
    newsroom.read_in(WIRE)

    dismiss(by=newsroom.editor, finding=standings(newsroom.story)[0].finding, reason=Reason.WRONG, seen=None)

    assert approval(newsroom) == ApprovalKind.APPROVED


def test_finding_that_was_dismissed_before_the_signature_and_opened_after_it_is_a_new_conflict(
    newsroom: Newsroom,
) -> None:
    newsroom.alone[WALL] = [found()]
    draft = newsroom.read_in(WALL)
    finding = standings(newsroom.story)[0].finding
    dismissal = dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, seen=None)
    sign(newsroom, draft)

    reopen(by=newsroom.editor, finding=finding, seen=dismissal.pk)

    assert approval(newsroom) == ApprovalKind.NEW_CONFLICT


def test_minor_finding_that_stood_at_the_signature_is_no_new_conflict(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(severity=Severity.MINOR)]

    sign(newsroom, newsroom.read_in(WALL))

    assert approval(newsroom) == ApprovalKind.APPROVED


def test_nobody_signs_the_same_text_twice(newsroom: Newsroom, draft: Draft) -> None:
    sign(newsroom, draft)

    with pytest.raises(Refused, match="You have signed this text already"):
        sign(newsroom, draft)


def test_desk_that_wants_two_signatures_waits_for_the_second(newsroom: Newsroom, draft: Draft) -> None:
    newsroom.desk.signatures_needed = 2
    newsroom.desk.save()

    sign(newsroom, draft)
    begun = approval_standing(type(newsroom.story).objects.get(pk=newsroom.story.pk))
    approve(by=member(newsroom.desk, Role.CHIEF), draft=draft, seen_sha256=draft.sha256)

    assert (begun.kind, begun.missing, len(begun.signatures)) == (ApprovalKind.NONE, 1, 1)
    assert approval_standing(type(newsroom.story).objects.get(pk=newsroom.story.pk)).kind == ApprovalKind.APPROVED


def test_draft_is_sent_back_with_a_reason_and_needs_work(newsroom: Newsroom, draft: Draft) -> None:
    send_back(by=newsroom.chief, draft=draft, note="Who measured it?")

    newsroom.story.refresh_from_db()
    assert newsroom.story.state == StoryState.NEEDS_WORK


def test_sending_back_takes_a_reason(newsroom: Newsroom, draft: Draft) -> None:
    with pytest.raises(Refused, match="takes a note"):
        send_back(by=newsroom.chief, draft=draft, note="")


def test_signature_under_a_text_that_is_sent_back_is_gone_and_can_be_given_again(
    newsroom: Newsroom, draft: Draft
) -> None:
    sign(newsroom, draft)
    send_back(by=newsroom.chief, draft=draft, note="Who measured it?")
    assert approval(newsroom) == ApprovalKind.NONE

    sign(newsroom, draft)

    assert approval(newsroom) == ApprovalKind.APPROVED


def test_hold_outranks_approval_until_it_is_released(newsroom: Newsroom, draft: Draft) -> None:
    sign(newsroom, draft)

    hold(by=member(newsroom.desk, Role.LEGAL), story=newsroom.story, note="The council's lawyer called.")
    newsroom.story.refresh_from_db()
    assert newsroom.story.state == StoryState.ON_HOLD

    release(by=newsroom.chief, story=newsroom.story)
    newsroom.story.refresh_from_db()
    assert newsroom.story.state == StoryState.APPROVED


def test_story_on_hold_is_not_signed(newsroom: Newsroom, draft: Draft) -> None:
    hold(by=newsroom.chief, story=newsroom.story, note="The council's lawyer called.")

    assert words(newsroom, draft) == ["The story is on hold."]


def test_story_released_from_hold_is_ready_again(newsroom: Newsroom, draft: Draft) -> None:
    hold(by=newsroom.chief, story=newsroom.story, note="The council's lawyer called.")

    release(by=newsroom.chief, story=newsroom.story)

    newsroom.story.refresh_from_db()
    assert newsroom.story.state == StoryState.READY


def test_draft_may_come_in_while_the_story_is_on_hold(newsroom: Newsroom) -> None:
    hold(by=newsroom.chief, story=newsroom.story, note="The council's lawyer called.")

    newsroom.read_in(WALL)

    assert newsroom.story.state == StoryState.ON_HOLD


def test_killed_story_is_not_signed(newsroom: Newsroom, draft: Draft) -> None:
    kill(by=newsroom.chief, story=newsroom.story, note="It never happened.")

    assert words(newsroom, draft) == ["The story was killed."]


def test_reporter_neither_holds_nor_kills(newsroom: Newsroom) -> None:
    with pytest.raises(Refused, match=r"Only a chief or a lawyer .* can put a story on hold"):
        hold(by=newsroom.reporter, story=newsroom.story, note="Because.")
    with pytest.raises(Refused, match=r"Only a chief .* can kill a story"):
        kill(by=newsroom.reporter, story=newsroom.story, note="Because.")


def test_what_is_not_on_hold_is_not_released(newsroom: Newsroom) -> None:
    with pytest.raises(Refused, match="not on hold"):
        release(by=newsroom.chief, story=newsroom.story)


def test_failed_comparison_stands_in_the_way_in_words(newsroom: Newsroom, draft: Draft) -> None:
    newsroom.read_in(WIRE)
    Comparison.objects.update(state=RunState.FAILED, reason="It took longer than a draft may take.")

    assert words(newsroom, draft) == ["Drafts A1 and B2 were not compared. It took longer than a draft may take."]


def test_refused_signature_leaves_neither_decision_nor_event(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found()]
    draft = newsroom.read_in(WALL)
    events = AuditEvent.objects.count()

    with pytest.raises(Refused):
        sign(newsroom, draft)

    assert (Decision.objects.count(), AuditEvent.objects.count()) == (0, events)


def test_signature_counts_no_more_once_its_signer_hands_that_text_in(newsroom: Newsroom, draft: Draft) -> None:
    sign(newsroom, draft)
    changed = newsroom.read_in(LONGER_WALL, revises=draft)

    newsroom.read_in(WALL, revises=changed, by=newsroom.chief)

    assert approval(newsroom) == ApprovalKind.NONE

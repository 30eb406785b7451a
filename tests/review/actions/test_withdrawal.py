"""A draft taken back, or moved: its predecessor stands again, and nothing that was recorded changes."""

import pytest

from articles.audit import first_broken
from articles.models import AuditEvent, Draft, DraftStanding, Role, Story, StoryState, UploadState
from review.actions.decisions import approve
from review.actions.uploads import confirm_upload, receive_upload
from review.actions.withdrawal import move_draft, withdraw_draft
from review.consequences import of_moving, of_withdrawing
from review.policies import Refused
from review.standing import ApprovalKind, approval_standing, obstacles, open_blockers
from review.telling import told
from review.verbs import Verb
from tests.factories import StoryFactory, found, member
from tests.review.conftest import Newsroom

FORTY, FIFTY, PIER = "The wall is 40 metres long.", "The wall is 50 metres long.", "The pier is 9 metres long."


def standing(draft: Draft) -> str:
    return Draft.objects.get(pk=draft.pk).standing


def said(story: Story, verb: Verb) -> tuple[str, str]:
    line = told(AuditEvent.objects.get(story=story, verb=verb))
    return line.what, line.note


def test_a_withdrawn_revision_lets_its_predecessor_stand_again(newsroom: Newsroom) -> None:
    first = newsroom.read_in(FORTY)
    second = newsroom.read_in(FIFTY, revises=first)

    withdraw_draft(by=newsroom.reporter, draft=second, note="The wrong file.")

    assert (standing(first), standing(second)) == (DraftStanding.CURRENT, DraftStanding.WITHDRAWN)
    assert said(newsroom.story, Verb.WITHDREW_DRAFT) == ("draft A2, draft A1 stands again", "The wrong file.")
    assert first_broken(newsroom.story) is None


def test_the_predecessor_can_be_revised_anew(newsroom: Newsroom) -> None:
    first = newsroom.read_in(FORTY)
    withdraw_draft(by=newsroom.reporter, draft=newsroom.read_in(FIFTY, revises=first))

    third = newsroom.read_in(FIFTY, revises=first)

    assert (third.label, third.revises) == ("A3", first)


def test_a_story_without_a_draft_goes_back_to_drafting(newsroom: Newsroom) -> None:
    only = newsroom.read_in(FORTY)

    withdraw_draft(by=newsroom.reporter, draft=only)

    newsroom.story.refresh_from_db()
    assert newsroom.story.state == StoryState.DRAFTING


def test_what_the_withdrawn_draft_had_fixed_is_open_again(newsroom: Newsroom) -> None:
    newsroom.alone[FORTY] = [found()]
    first = newsroom.read_in(FORTY)
    second = newsroom.read_in(FIFTY, revises=first)
    assert open_blockers(second) == []

    withdraw_draft(by=newsroom.reporter, draft=second)

    (blocker,) = open_blockers(Draft.objects.get(pk=first.pk))
    assert blocker.label == "Open again"
    newsroom.story.refresh_from_db()
    assert newsroom.story.state == StoryState.NEEDS_WORK


def test_what_only_the_withdrawn_draft_had_is_nobodys_merit(newsroom: Newsroom) -> None:
    newsroom.alone[FIFTY] = [found()]
    first = newsroom.read_in(FORTY)
    withdraw_draft(by=newsroom.reporter, draft=newsroom.read_in(FIFTY, revises=first))

    newsroom.read_in("The wall is 60 metres long.", revises=first)

    assert not AuditEvent.objects.filter(verb=Verb.FOUND_FIXED).exists()


def test_the_predecessor_is_compared_with_what_came_meanwhile(newsroom: Newsroom) -> None:
    newsroom.between[frozenset({FORTY, PIER})] = [found(fingerprint="meanwhile")]
    first = newsroom.read_in(FORTY)
    second = newsroom.read_in(FIFTY, revises=first)
    newsroom.read_in(PIER)

    withdraw_draft(by=newsroom.reporter, draft=second)
    newsroom.work()

    (blocker,) = open_blockers(Draft.objects.get(pk=first.pk))
    assert blocker.finding.fingerprint == "meanwhile"


def test_a_signature_under_the_predecessor_counts_again(newsroom: Newsroom) -> None:
    first = newsroom.read_in(FORTY)
    approve(by=newsroom.chief, draft=first, seen_sha256=first.sha256)
    second = newsroom.read_in(FIFTY, revises=first)
    assert approval_standing(newsroom.story).kind == ApprovalKind.STALE
    assert f"Draft A1 is signed by {newsroom.chief}: that signature counts again." in of_withdrawing(second)

    withdraw_draft(by=newsroom.reporter, draft=second)

    assert approval_standing(newsroom.story).kind == ApprovalKind.APPROVED


def test_an_approved_draft_that_is_withdrawn_makes_the_approval_stale(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(FORTY)
    newsroom.read_in(PIER)
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)
    assert f"It is signed by {newsroom.chief}: the approval goes stale." in of_withdrawing(draft)

    withdraw_draft(by=newsroom.reporter, draft=draft)

    assert approval_standing(newsroom.story).kind == ApprovalKind.STALE


def test_nobody_signs_a_withdrawn_draft(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(FORTY)
    withdraw_draft(by=newsroom.reporter, draft=draft)

    draft.refresh_from_db()

    assert "Draft A1 was withdrawn." in [obstacle.words for obstacle in obstacles(draft, newsroom.chief)]


def test_another_reporter_withdraws_nobody_elses_draft(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(FORTY)

    with pytest.raises(Refused, match="Only an editor or a chief"):
        withdraw_draft(by=member(newsroom.desk, Role.REPORTER), draft=draft)


def test_a_draft_is_withdrawn_once(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(FORTY)
    withdraw_draft(by=newsroom.editor, draft=draft)

    with pytest.raises(Refused, match="Draft A1 is withdrawn"):
        withdraw_draft(by=newsroom.editor, draft=draft)


@pytest.fixture
def target(newsroom: Newsroom) -> Story:
    return StoryFactory.create(desk=newsroom.desk, slug="pier")


def test_a_moved_draft_stands_in_the_other_story_as_it_was_handed_in(newsroom: Newsroom, target: Story) -> None:
    draft = newsroom.read_in(FORTY)

    moved = move_draft(by=newsroom.editor, draft=draft, to=target, note="Wrong story.")

    assert (moved.story, moved.label, moved.sha256) == (target, "A1", draft.sha256)
    assert (moved.written_by, moved.handed_in_by) == (newsroom.reporter, newsroom.reporter)
    assert standing(draft) == DraftStanding.WITHDRAWN
    assert said(target, Verb.MOVED_HERE) == ("draft A1, before: draft A1, from “harbour-wall”", "Wrong story.")
    assert said(newsroom.story, Verb.MOVED_AWAY) == ("draft A1, to “pier”", "Wrong story.")
    assert [first_broken(story) for story in (newsroom.story, target)] == [None, None]


def test_a_moved_draft_can_revise_one_there(newsroom: Newsroom, target: Story) -> None:
    there = newsroom.read_in(PIER, story=target)

    moved = move_draft(by=newsroom.editor, draft=newsroom.read_in(FORTY), to=target, revises=there)

    assert (moved.label, standing(there)) == ("A2", DraftStanding.SUPERSEDED)


def test_who_moves_a_draft_may_sign_it_and_who_sent_its_file_may_not(newsroom: Newsroom, target: Story) -> None:
    upload = receive_upload(by=newsroom.editor, story=newsroom.story, filename="wall.txt", content=FORTY.encode())
    upload.state, upload.body = UploadState.READ, FORTY
    upload.save()
    read = {"headline": "", "byline": "", "dated": None, "source": "", "revises": None, "written_by": None}
    draft = confirm_upload(by=newsroom.reporter, upload=upload, **read)  # type: ignore[arg-type]
    another = member(newsroom.desk, Role.CHIEF)
    newsroom.desk.memberships.filter(user=newsroom.editor).update(role=Role.CHIEF)

    moved = move_draft(by=another, draft=draft, to=target)
    newsroom.work()

    assert moved.upload is not None
    assert moved.upload.content == upload.content
    assert obstacles(moved, another) == []
    assert "You wrote or handed in draft A1" in obstacles(moved, newsroom.editor)[0].words


def test_a_text_that_the_other_story_has_is_not_moved_there(newsroom: Newsroom, target: Story) -> None:
    newsroom.read_in(FORTY, story=target)
    draft = newsroom.read_in(FORTY)

    with pytest.raises(Refused, match="has this text already, as draft A1"):
        move_draft(by=newsroom.editor, draft=draft, to=target)

    assert standing(draft) == DraftStanding.CURRENT


def test_a_draft_is_not_moved_to_another_desk(newsroom: Newsroom) -> None:
    elsewhere = StoryFactory.create(slug="elsewhere")
    elsewhere.desk.memberships.create(user=newsroom.editor, role=Role.EDITOR)

    with pytest.raises(Refused, match="“elsewhere” belongs to another desk"):
        move_draft(by=newsroom.editor, draft=newsroom.read_in(FORTY), to=elsewhere)


def test_nothing_is_moved_to_a_killed_story(newsroom: Newsroom, target: Story) -> None:
    Story.objects.filter(pk=target.pk).update(state=StoryState.KILLED)

    with pytest.raises(Refused, match="killed"):
        move_draft(by=newsroom.editor, draft=newsroom.read_in(FORTY), to=target)


def test_what_it_does_is_told_before(newsroom: Newsroom, target: Story) -> None:
    newsroom.alone[FORTY] = [found()]
    draft = newsroom.read_in(FORTY)

    assert of_moving(draft, target) == [
        "In “pier” it becomes a new draft under the name of who handed it in, is read there and compared with what "
        "comes next.",
        "The story has no draft left, and goes back to drafting.",
        "1 open finding, 1 blocker among them, in it and against the other versions goes with it.",
        "What was decided about its findings stays here: there they are found and decided anew.",
        "Nothing is deleted: the draft can still be read, and the history tells who did this and why.",
    ]

"""Sign-off: what stands in the way, and acts that say what they did or why they could not."""

import pytest
from django.test import Client
from django.urls import reverse

from analysis.findings import Severity
from articles.models import Desk, Draft, DraftStanding, Role, StoryState, User
from review.actions.decisions import approve, decide
from review.actions.drafts import exclude_draft
from review.actions.resolutions import dismiss, mark_to_fix
from review.actions.uploads import discard_upload, receive_upload
from review.models import Decision, DecisionKind, Reason, Scope
from review.standing import standings
from tests.factories import DeskFactory, found, member
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long."


@pytest.fixture
def chief(client: Client, newsroom: Newsroom) -> Client:
    client.force_login(newsroom.chief)
    return client


@pytest.fixture
def draft(newsroom: Newsroom) -> Draft:
    return newsroom.read_in(WALL)


def page_of(client: Client, newsroom: Newsroom) -> str:
    return client.get(reverse("sign-off", args=[newsroom.story.pk])).content.decode()


def act(client: Client, draft: Draft, kind: DecisionKind, **typed: object) -> tuple[int, str]:
    """Status and page after an act."""
    response = client.post(reverse("decide", args=[draft.story_id, kind]), {"draft": draft.pk} | typed)
    return response.status_code, response.content.decode()


def approval(draft: Draft) -> dict[str, object]:
    return {"seen_sha256": draft.sha256, "agreed": "on"}


def test_a_story_without_a_draft_leads_to_hand_in(chief: Client, newsroom: Newsroom) -> None:
    assert "There is no draft to sign yet" in page_of(chief, newsroom)


def test_an_open_blocker_stands_in_the_way_with_a_link_to_it(chief: Client, newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(message="The wall is 40 or 50 metres long.")]
    newsroom.read_in(WALL)

    page = page_of(chief, newsroom)

    assert "The wall is 40 or 50 metres long." in page
    assert "&amp;finding=" in page
    assert "Approve draft" not in page


def test_what_is_open_and_blocks_nobody_is_named_before_the_signature(chief: Client, newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(message="Is the wall so long?", severity=Severity.MAJOR)]
    newsroom.read_in(WALL)
    mark_to_fix(by=newsroom.editor, finding=standings(newsroom.story)[0].finding, seen=None)

    page = page_of(chief, newsroom)

    assert "1 finding that is open and keeps nobody from signing" in page
    assert "Major, <strong>to fix</strong>: Is the wall so long?" in page
    assert "Approve draft" in page


def test_a_draft_that_was_revised_is_not_said_to_be_read_still(chief: Client, newsroom: Newsroom, draft: Draft) -> None:
    newsroom.read_in("The wall is 41 metres long.", revises=draft)

    page = chief.get(reverse("sign-off", args=[newsroom.story.pk]), {"draft": draft.pk}).content.decode()

    assert "has been revised" in page
    assert "still being read" not in page


def test_a_chief_with_nothing_in_the_way_is_offered_exactly_this_text(
    chief: Client, newsroom: Newsroom, draft: Draft
) -> None:
    page = page_of(chief, newsroom)

    assert "Nothing. You can sign draft A1." in page
    assert draft.sha256[:12] in page
    assert f'name="seen_sha256" value="{draft.sha256}"' in page


def test_approving_signs_the_text_and_says_so(chief: Client, newsroom: Newsroom, draft: Draft) -> None:
    status, _ = act(chief, draft, DecisionKind.APPROVE, **approval(draft))

    decision = Decision.objects.get()
    assert (status, decision.kind, decision.sha256) == (302, DecisionKind.APPROVE, draft.sha256)
    assert "The text of draft A1 is signed" in page_of(chief, newsroom)


def test_an_approval_without_the_tick_is_not_given_and_keeps_the_note(chief: Client, draft: Draft) -> None:
    status, page = act(chief, draft, DecisionKind.APPROVE, seen_sha256=draft.sha256, note="Strong copy.")

    assert status == 422
    assert "Tick the box" in page
    assert "Strong copy." in page
    assert not Decision.objects.exists()


def test_a_text_that_was_revised_meanwhile_is_not_signed(chief: Client, newsroom: Newsroom, draft: Draft) -> None:
    newsroom.read_in("The wall is 50 metres long.", revises=draft)

    status, page = act(chief, draft, DecisionKind.APPROVE, **approval(draft), note="Strong copy.")

    assert status == 409
    assert "Draft A1 has been revised" in page
    assert "Strong copy." in page


def test_the_writer_reads_why_somebody_else_must_sign(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    client.force_login(newsroom.reporter)

    page = page_of(client, newsroom)

    assert "You wrote or handed in draft A1" in page
    assert "Approve draft" not in page


def test_sending_back_takes_a_reason(chief: Client, draft: Draft) -> None:
    status, page = act(chief, draft, DecisionKind.SEND_BACK, note=" ")

    assert status == 422
    assert "This field is required" in page


def test_a_story_sent_back_shows_the_reason_among_the_decisions(
    chief: Client, newsroom: Newsroom, draft: Draft
) -> None:
    act(chief, draft, DecisionKind.SEND_BACK, note="Who measured the wall?")

    page = page_of(chief, newsroom)

    assert "Who measured the wall?" in page
    assert "Sent back" in page


def test_a_story_on_hold_offers_its_release(chief: Client, newsroom: Newsroom, draft: Draft) -> None:
    act(chief, draft, DecisionKind.HOLD, note="Legal reads it.")

    page = page_of(chief, newsroom)

    assert "The story is on hold." in page
    assert "Release from hold" in page


def test_a_release_lets_the_story_go_on(chief: Client, newsroom: Newsroom, draft: Draft) -> None:
    act(chief, draft, DecisionKind.HOLD, note="Legal reads it.")

    act(chief, draft, DecisionKind.RELEASE, note="Legal is content.")

    newsroom.story.refresh_from_db()
    assert newsroom.story.state == StoryState.READY


def test_a_killed_story_offers_no_act_any_more(chief: Client, newsroom: Newsroom, draft: Draft) -> None:
    act(chief, draft, DecisionKind.KILL, note="No second source.")

    page = page_of(chief, newsroom)

    assert "The story was killed." in page
    assert "What happens next" not in page


def test_a_stale_approval_tells_which_draft_came_since(chief: Client, newsroom: Newsroom, draft: Draft) -> None:
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)
    newsroom.read_in("The wall is 50 metres long.", revises=draft)

    page = page_of(chief, newsroom)

    assert "The approval is stale." in page
    assert "See what changed between A1 and A2" in page


def test_a_reporter_cannot_send_back(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    client.force_login(newsroom.reporter)

    status, page = act(client, draft, DecisionKind.SEND_BACK, note="Why?")

    assert status == 409
    assert "can send a draft back" in page
    assert not Decision.objects.exists()


def test_a_version_left_out_stands_in_nobodys_way(chief: Client, newsroom: Newsroom, draft: Draft) -> None:
    response = chief.post(reverse("leave-out", args=[draft.pk]), {"note": "Handed in by mistake."}, follow=True)

    draft.refresh_from_db()
    assert draft.standing == DraftStanding.EXCLUDED
    assert "Draft A1 is left out." in response.content.decode()


def test_a_version_that_was_left_out_is_found_on_the_page_and_taken_in_again(
    chief: Client, newsroom: Newsroom, draft: Draft
) -> None:
    exclude_draft(by=newsroom.editor, draft=draft)
    page = chief.get(reverse("sign-off", args=[newsroom.story.pk])).content.decode()
    shown = chief.get(reverse("sign-off", args=[newsroom.story.pk]), {"draft": draft.pk}).content.decode()

    response = chief.post(reverse("take-in", args=[draft.pk]), {"note": "It is about our wall."}, follow=True)

    draft.refresh_from_db()
    assert f'<a href="?draft={draft.pk}">draft A1' in page
    assert "Take this version in again" in shown
    assert draft.standing == DraftStanding.CURRENT
    assert "Draft A1 counts again." in response.content.decode()


def test_the_sign_off_of_another_desk_is_not_found(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    client.force_login(member(DeskFactory.create()))

    assert client.get(reverse("sign-off", args=[newsroom.story.pk])).status_code == 404
    assert act(client, draft, DecisionKind.KILL, note="Gone.")[0] == 404
    assert client.post(reverse("leave-out", args=[draft.pk])).status_code == 404


def test_an_act_that_nobody_knows_is_not_found(chief: Client, newsroom: Newsroom) -> None:
    assert chief.post(f"/stories/{newsroom.story.pk}/sign-off/publish/").status_code == 404


@pytest.mark.parametrize("written", ["999999", "A1"])
def test_a_draft_that_is_not_there_is_not_found(chief: Client, newsroom: Newsroom, draft: Draft, written: str) -> None:
    assert chief.get(reverse("sign-off", args=[newsroom.story.pk]), {"draft": written}).status_code == 404


def test_a_file_that_is_no_draft_yet_stands_in_the_way_until_it_is_put_aside(
    chief: Client, newsroom: Newsroom, draft: Draft
) -> None:
    upload = receive_upload(by=newsroom.reporter, story=newsroom.story, filename="one.txt", content=b"The pier.")

    waiting = page_of(chief, newsroom)
    discard_upload(by=newsroom.reporter, upload=upload)

    assert "“one.txt” was handed in and is not yet a draft." in waiting
    assert f'href="{reverse("hand-in-to", args=[newsroom.story.pk])}">Look at it' in waiting
    assert "Approve draft" not in waiting
    assert "Approve draft" in page_of(chief, newsroom)


def test_who_signed_is_told_so_once_and_not_as_something_in_the_way(
    chief: Client, newsroom: Newsroom, draft: Draft
) -> None:
    response = chief.post(
        reverse("decide", args=[draft.story_id, DecisionKind.APPROVE]),
        {"draft": draft.pk} | approval(draft),
        follow=True,
    )

    page = response.content.decode()
    assert page.count("Approved.") == 1
    assert "signed this text already" not in page
    assert "What stands in the way" not in page


def test_the_first_of_two_signatures_is_no_obstacle_to_its_own_giver(
    chief: Client, newsroom: Newsroom, draft: Draft
) -> None:
    Desk.objects.update(signatures_needed=2)
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    page = page_of(chief, newsroom)

    assert "Nothing. You have signed this text" in page
    assert "Approve draft" not in page


@pytest.fixture
def lawyer(newsroom: Newsroom) -> User:
    return member(newsroom.desk, Role.LEGAL, first_name="Lena", last_name="Legal")


def test_what_happens_next_is_said_before_each_act(chief: Client, newsroom: Newsroom, draft: Draft) -> None:
    page = page_of(chief, newsroom)

    assert page.count("What happens next:") == page.count('class="card act') > 4
    assert "Told by mail of a decision: Rhea Reporter." in page


def test_reservations_without_a_word_are_asked_for_and_with_one_stand_on_the_page(
    chief: Client, newsroom: Newsroom, draft: Draft
) -> None:
    status, _ = act(chief, draft, DecisionKind.RESERVE, **approval(draft), note="")
    act(chief, draft, DecisionKind.RESERVE, **approval(draft), note="The council has not answered.")

    page = page_of(chief, newsroom)
    assert status == 422
    assert "Approved with reservations." in page
    assert "The council has not answered." in page


def test_it_says_who_signed_which_text_with_its_hash_and_the_checks(
    chief: Client, newsroom: Newsroom, draft: Draft
) -> None:
    decision = approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    page = page_of(chief, newsroom)

    for told in ("Caro Chief", draft.sha256, decision.versions, decision.findings_digest[:12]):
        assert told in page


def test_a_lawyer_is_offered_the_legal_read_that_was_asked_for(
    client: Client, newsroom: Newsroom, draft: Draft, lawyer: User
) -> None:
    decide(by=newsroom.chief, kind=DecisionKind.ASK_LEGAL, story=newsroom.story, note="Is it libel?")
    client.force_login(lawyer)
    before = page_of(client, newsroom)

    act(client, draft, DecisionKind.LEGAL_READ, **approval(draft), note="Safe.")

    assert "Caro Chief asked for it" in before
    assert "Is it libel?" in before
    assert "Give the legal read" in before
    assert "Lena Legal read draft A1" in page_of(client, newsroom)


def test_a_filed_story_offers_its_correction_and_a_correction_says_what_was_wrong(
    chief: Client, newsroom: Newsroom, draft: Draft
) -> None:
    act(chief, draft, DecisionKind.APPROVE, **approval(draft))
    act(chief, draft, DecisionKind.FILE, note="To the wire.")
    filed = page_of(chief, newsroom)
    act(chief, draft, DecisionKind.CORRECT, note="It was 50 metres.")
    corrected = page_of(chief, newsroom)

    assert "Filed." in filed
    assert "Begin a correction" in filed
    assert "this was wrong in it: “It was 50 metres.”" in corrected
    assert "Hand in the corrected draft" in corrected


def test_what_was_dismissed_is_told_with_who_why_and_how_far(chief: Client, newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(message="The wall has two lengths.")]
    newsroom.read_in(WALL)
    finding = standings(newsroom.story)[0].finding
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, note="Old wall, new wall.", seen=None)

    page = page_of(chief, newsroom)

    assert "1 finding that stands in nobody’s way" in page
    assert "Dismissed by Edda Editor" in page
    assert "known and intended. “Old wall, new wall.” · This story" in page


def test_a_decision_on_a_passage_that_is_gone_is_told_as_such(chief: Client, newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(message="The wall has two lengths.")]
    draft = newsroom.read_in(WALL)
    finding = standings(newsroom.story)[0].finding
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, scope=Scope.PASSAGE, seen=None)

    newsroom.read_in("Nobody has measured it.", revises=draft)

    assert "Its passage is gone:" in page_of(chief, newsroom)

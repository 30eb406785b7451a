"""Reservations, withdrawn signatures, legal reads, filing and corrections: who may, when, and what follows."""

import pytest

from articles.models import AuditEvent, Draft, Role, Story, StoryState, User
from review.actions.decisions import approve, decide, hold, kill, release, send_back
from review.actions.drafts import exclude_draft
from review.models import Alert, AlertKind, Decision, DecisionKind
from review.moves import MOVES, is_allowed
from review.policies import Refused
from review.standing import ApprovalKind, approval_standing, correction_of, obstacles
from review.verbs import Verb
from tests.factories import found, member
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long."
LONGER_WALL = "The wall is 50 metres long."
WIRE = "According to the wire, the wall is 50 metres long."


@pytest.fixture
def draft(newsroom: Newsroom) -> Draft:
    return newsroom.read_in(WALL)


@pytest.fixture
def lawyer(newsroom: Newsroom) -> User:
    return member(newsroom.desk, Role.LEGAL, first_name="Lena", last_name="Legal")


def act(kind: DecisionKind, by: User, draft: Draft, note: str = "Because of the wall.") -> Decision:
    return decide(by=by, kind=kind, story=draft.story, draft=draft, note=note, seen_sha256=draft.sha256)


def state(newsroom: Newsroom) -> str:
    newsroom.story.refresh_from_db()
    return newsroom.story.state


def told(kind: AlertKind) -> dict[str, str]:
    """Who was told, and in which words."""
    return {str(alert.recipient): alert.note for alert in Alert.objects.filter(kind=kind).select_related("recipient")}


def test_story_is_approved_with_reservations_that_stand_beside_the_signature(newsroom: Newsroom, draft: Draft) -> None:
    act(DecisionKind.RESERVE, newsroom.chief, draft, "The council has not answered.")

    approval = approval_standing(newsroom.story)
    assert (state(newsroom), approval.kind) == (StoryState.APPROVED, ApprovalKind.APPROVED)
    assert [one.note for one in approval.reservations] == ["The council has not answered."]
    assert told(AlertKind.APPROVED) == {"Rhea Reporter": "With reservations: The council has not answered."}


def test_reservations_are_typed(newsroom: Newsroom, draft: Draft) -> None:
    with pytest.raises(Refused, match="takes a note that says why"):
        act(DecisionKind.RESERVE, newsroom.chief, draft, " ")


def test_nothing_is_approved_with_reservations_while_a_blocker_is_open(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(message="The wall has two lengths.")]
    draft = newsroom.read_in(WALL)

    with pytest.raises(Refused, match="Open: The wall has two lengths"):
        act(DecisionKind.RESERVE, newsroom.chief, draft)


def test_signer_withdraws_their_own_signature_and_the_story_awaits_another(newsroom: Newsroom, draft: Draft) -> None:
    act(DecisionKind.APPROVE, newsroom.chief, draft)

    act(DecisionKind.WITHDRAW, newsroom.chief, draft, "The mayor denies it.")

    assert state(newsroom) == StoryState.READY
    assert approval_standing(newsroom.story).kind == ApprovalKind.NONE
    assert told(AlertKind.WITHDRAWN) == {"Rhea Reporter": "The mayor denies it."}


def test_nobody_withdraws_the_signature_of_another(newsroom: Newsroom, draft: Draft) -> None:
    act(DecisionKind.APPROVE, newsroom.chief, draft)

    with pytest.raises(Refused, match="Your signature does not stand under draft A1"):
        act(DecisionKind.WITHDRAW, member(newsroom.desk, Role.CHIEF), draft)


def test_one_of_two_signatures_withdrawn_leaves_the_other(newsroom: Newsroom, draft: Draft) -> None:
    newsroom.desk.signatures_needed = 2
    newsroom.desk.save()
    second = member(newsroom.desk, Role.CHIEF)
    for chief in (newsroom.chief, second):
        act(DecisionKind.APPROVE, chief, draft)

    act(DecisionKind.WITHDRAW, newsroom.chief, draft)

    approval = approval_standing(Story.objects.get())
    assert (approval.kind, approval.missing) == (ApprovalKind.NONE, 1)
    assert [signature.by for signature in approval.signatures] == [second]


def test_text_is_not_signed_before_legal_has_read_it_when_that_was_asked_for(
    newsroom: Newsroom, draft: Draft, lawyer: User
) -> None:
    act(DecisionKind.ASK_LEGAL, newsroom.editor, draft, "Is it libel?")

    words = [obstacle.words for obstacle in obstacles(Draft.objects.get(), newsroom.chief)]
    assert words == ["Edda Editor asked for a legal read, which draft A1 has not had."]
    assert state(newsroom) == StoryState.NEEDS_WORK
    assert told(AlertKind.LEGAL_ASKED) == {"Lena Legal": "Is it libel?"}


def test_legal_read_is_given_for_one_text_and_told_to_who_asked(newsroom: Newsroom, draft: Draft, lawyer: User) -> None:
    act(DecisionKind.ASK_LEGAL, newsroom.editor, draft)

    act(DecisionKind.LEGAL_READ, lawyer, draft, "Safe.")

    assert state(newsroom) == StoryState.READY
    assert told(AlertKind.LEGAL_READ) == {"Edda Editor": "Safe."}


def test_text_that_changed_since_the_legal_read_needs_another(newsroom: Newsroom, draft: Draft, lawyer: User) -> None:
    act(DecisionKind.ASK_LEGAL, newsroom.editor, draft)
    act(DecisionKind.LEGAL_READ, lawyer, draft)

    changed = newsroom.read_in(LONGER_WALL, revises=draft)

    words = [obstacle.words for obstacle in obstacles(changed, newsroom.chief)]
    assert words == ["Lena Legal read draft A1 for legal; draft A2 has another text."]


def test_only_a_lawyer_who_wrote_none_of_it_reads_for_legal(newsroom: Newsroom, lawyer: User) -> None:
    draft = newsroom.read_in(WALL, by=lawyer)

    with pytest.raises(Refused, match="You wrote or handed in draft A1"):
        act(DecisionKind.LEGAL_READ, lawyer, draft)
    with pytest.raises(Refused, match=r"Only a lawyer of the desk .* can read for legal"):
        act(DecisionKind.LEGAL_READ, newsroom.chief, draft)


def test_legal_read_is_asked_for_only_where_somebody_can_give_it(newsroom: Newsroom, draft: Draft) -> None:
    with pytest.raises(Refused, match=r"Nobody on the desk .* reads for legal"):
        act(DecisionKind.ASK_LEGAL, newsroom.editor, draft)


def test_chief_does_without_a_legal_read_and_says_why(newsroom: Newsroom, draft: Draft, lawyer: User) -> None:
    act(DecisionKind.ASK_LEGAL, newsroom.editor, draft)

    act(DecisionKind.DROP_LEGAL, newsroom.chief, draft, "It names nobody.")

    assert state(newsroom) == StoryState.READY


@pytest.fixture
def filed(newsroom: Newsroom, draft: Draft) -> Draft:
    act(DecisionKind.APPROVE, newsroom.chief, draft)
    act(DecisionKind.FILE, newsroom.editor, draft)
    return draft


def test_approved_text_is_filed(newsroom: Newsroom, filed: Draft) -> None:
    assert state(newsroom) == StoryState.FILED
    assert AuditEvent.objects.get(verb=Verb.FILED).details.content["sha256"] == filed.sha256


def test_what_nobody_approved_is_not_filed(newsroom: Newsroom, draft: Draft) -> None:
    with pytest.raises(Refused, match="The story is not approved"):
        act(DecisionKind.FILE, newsroom.editor, draft)


def test_only_the_text_that_was_approved_is_filed(newsroom: Newsroom, draft: Draft) -> None:
    act(DecisionKind.APPROVE, newsroom.chief, draft)
    wire = newsroom.read_in(WIRE)

    with pytest.raises(Refused, match="B2 is not the text that was approved"):
        act(DecisionKind.FILE, newsroom.editor, wire)


def test_approved_text_with_a_new_conflict_is_not_filed(newsroom: Newsroom, draft: Draft) -> None:
    act(DecisionKind.APPROVE, newsroom.chief, draft)
    newsroom.between[frozenset({WALL, WIRE})] = [found()]
    newsroom.read_in(WIRE)

    with pytest.raises(Refused, match="A conflict came up since"):
        act(DecisionKind.FILE, newsroom.editor, draft)


def test_filed_text_is_revised_and_left_out_by_nobody_before_a_correction_is_begun(
    newsroom: Newsroom, filed: Draft
) -> None:
    with pytest.raises(Refused, match="A1 is filed: begin a correction"):
        newsroom.hand_in(LONGER_WALL, revises=filed)
    with pytest.raises(Refused, match="A1 is filed: begin a correction"):
        exclude_draft(by=newsroom.editor, draft=filed)


def test_version_of_another_writer_may_come_in_after_filing(newsroom: Newsroom, filed: Draft) -> None:
    newsroom.read_in(WIRE)

    assert state(newsroom) == StoryState.FILED


def test_correction_says_what_was_wrong_and_is_checked_signed_and_filed_like_the_first(
    newsroom: Newsroom, filed: Draft
) -> None:
    act(DecisionKind.CORRECT, newsroom.editor, filed, "It was 50 metres.")
    begun = state(newsroom)
    corrected = newsroom.read_in(LONGER_WALL, revises=filed)
    ready = state(newsroom)
    act(DecisionKind.APPROVE, newsroom.chief, corrected)
    correction = correction_of(newsroom.story)
    act(DecisionKind.FILE, newsroom.editor, corrected)

    assert (begun, ready, state(newsroom)) == (StoryState.CORRECTION, StoryState.READY, StoryState.FILED)
    assert correction is not None
    assert correction.note == "It was 50 metres."
    assert correction_of(newsroom.story) is None
    assert told(AlertKind.CORRECTION) == {"Caro Chief": "It was 50 metres.", "Rhea Reporter": "It was 50 metres."}


def test_correction_needs_another_text_than_the_one_that_was_filed(newsroom: Newsroom, filed: Draft) -> None:
    act(DecisionKind.CORRECT, newsroom.editor, filed, "It was 50 metres.")

    with pytest.raises(Refused, match="A correction needs another text"):
        act(DecisionKind.APPROVE, member(newsroom.desk, Role.CHIEF), filed)


def test_correction_without_what_was_wrong_is_not_begun(newsroom: Newsroom, filed: Draft) -> None:
    with pytest.raises(Refused, match="takes a note that says why"):
        act(DecisionKind.CORRECT, newsroom.editor, filed, "")


def test_filed_story_released_from_a_hold_is_filed_again(newsroom: Newsroom, filed: Draft) -> None:
    hold(by=newsroom.chief, story=newsroom.story, note="A lawyer called.")

    release(by=newsroom.chief, story=newsroom.story)

    assert state(newsroom) == StoryState.FILED


def test_killed_story_stays_killed(newsroom: Newsroom, draft: Draft) -> None:
    kill(by=newsroom.chief, story=newsroom.story, note="It never happened.")

    for kind in DecisionKind:
        with pytest.raises(Refused):
            act(kind, newsroom.chief, draft)
    assert state(newsroom) == StoryState.KILLED


def test_legal_read_of_a_text_that_was_sent_back_makes_it_no_readier(
    newsroom: Newsroom, draft: Draft, lawyer: User
) -> None:
    act(DecisionKind.ASK_LEGAL, newsroom.editor, draft)
    send_back(by=newsroom.chief, draft=draft, note="Measure again.")

    act(DecisionKind.LEGAL_READ, lawyer, draft)

    assert state(newsroom) == StoryState.NEEDS_WORK


def test_every_decision_stands_in_the_table_of_moves() -> None:
    assert set(MOVES) == set(DecisionKind)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (StoryState.KILLED, StoryState.READY),
        (StoryState.READY, StoryState.FILED),
        (StoryState.FILED, StoryState.ANALYSING),
        (StoryState.DRAFTING, StoryState.FILED),
    ],
)
def test_move_that_no_act_makes_is_not_allowed(before: StoryState, after: StoryState) -> None:
    assert not is_allowed(before, after)


def test_signature_keeps_which_checks_had_read_the_text(newsroom: Newsroom, draft: Draft) -> None:
    decision = approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    assert decision.versions == draft.analyses.get().versions
    assert AuditEvent.objects.get(verb=Verb.APPROVED).details.content["versions"] == decision.versions

"""The mail of an invitation is a row of the outbox: a mail server that fails loses none."""

from datetime import timedelta

import pytest
from django.contrib.admin.sites import site
from django.core import mail
from django.utils.timezone import now
from pytest_django import Settings

from articles.models import Role
from review.actions.desks import invite, invite_again
from review.alerting.invitations import send_invitations
from review.models import AlertState, Invitation
from review.models.timing import PAUSES
from review.runs.queue import Errand
from tests.review.conftest import Newsroom
from tests.review.errands import Sent
from tests.smtp import Mood, SmtpServer


@pytest.fixture
def invitation(newsroom: Newsroom, settings: Settings) -> Invitation:
    settings.EMAIL_TIMEOUT = 1
    told = {"email": "noor@backread.example", "first_name": "Noor", "last_name": "New"}
    return invite(by=newsroom.chief, desk=newsroom.desk, role=Role.EDITOR, **told).invitations.get()


def test_mail_leads_to_a_password_and_where_there_is_one_to_the_directory(
    invitation: Invitation, settings: Settings
) -> None:
    send_invitations()
    settings.OIDC_ISSUER, settings.OIDC_NAME = "https://directory.example", "the Harbour directory"
    invite_again(by=invitation.membership.desk.memberships.get(role=Role.CHIEF).user, membership=invitation.membership)
    send_invitations()

    without, with_directory = [str(one.body) for one in mail.outbox]
    assert "/accounts/reset/" in without
    assert "directory" not in without
    assert "Or log in with the Harbour directory" in with_directory


def come_round_again() -> None:
    Invitation.objects.filter(state=AlertState.WAITING).update(next_try_at=now() - timedelta(seconds=1))
    send_invitations()


@pytest.mark.parametrize("mood", [Mood.REFUSES, Mood.DIES_BEFORE])
def test_invitation_that_was_not_taken_goes_out_at_the_next_try(
    invitation: Invitation, smtp_server: SmtpServer, mood: Mood
) -> None:
    smtp_server.moods = [mood]
    send_invitations()

    come_round_again()

    invitation.refresh_from_db()
    assert [message["Message-ID"] for message in smtp_server.received] == [invitation.message_id]
    assert invitation.state == AlertState.SENT


def test_invitation_whose_answer_was_lost_is_the_same_message_again(
    invitation: Invitation, smtp_server: SmtpServer
) -> None:
    smtp_server.moods = [Mood.DIES_AFTER]
    send_invitations()

    come_round_again()

    assert [message["Message-ID"] for message in smtp_server.received] == [invitation.message_id] * 2


def test_invitation_that_nobody_takes_is_a_dead_letter_that_an_administrator_sees(
    invitation: Invitation, smtp_server: SmtpServer
) -> None:
    smtp_server.moods = [Mood.REFUSES] * (len(PAUSES) + 1)

    for _ in range(len(PAUSES) + 1):
        come_round_again()

    invitation.refresh_from_db()
    assert (invitation.state, invitation.reason != "") == (AlertState.FAILED, True)
    assert site.is_registered(Invitation)


def test_invitation_is_taken_up_by_the_sweep_where_its_message_was_lost(invitation: Invitation, sent: Sent) -> None:
    assert sent.by_a_sweep() == [(Errand.SEND_INVITATIONS,)]


def test_who_has_a_password_by_now_gets_no_invitation(invitation: Invitation) -> None:
    person = invitation.membership.user
    person.set_password("second-pair-of-eyes")
    person.save()

    send_invitations()

    invitation.refresh_from_db()
    assert mail.outbox == []
    assert invitation.state == AlertState.DROPPED


def test_invitation_that_is_asked_for_again_is_another_message(newsroom: Newsroom, invitation: Invitation) -> None:
    invite_again(by=newsroom.chief, membership=invitation.membership)

    send_invitations()

    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == 2

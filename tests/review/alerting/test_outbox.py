"""A mail server that refuses, hangs or dies loses no alert, and gets none again whose acceptance was read."""

from datetime import timedelta

import pytest
from django.utils.timezone import now
from pytest_django import Settings

from review.alerting.sending import send_alerts
from review.models import Alert, AlertState, Delivery, Preference
from review.models.timing import PAUSES
from tests.factories import AlertFactory, found
from tests.review.conftest import Newsroom
from tests.services import free_port
from tests.smtp import Mood, SmtpServer

WALL = "The wall is 40 metres long."


@pytest.fixture
def alert(newsroom: Newsroom, settings: Settings) -> Alert:
    settings.EMAIL_TIMEOUT = 1
    return AlertFactory.create(recipient=newsroom.chief, story=newsroom.story)


def come_round_again() -> None:
    """The pause is over, and the sweep sends what is due."""
    Alert.objects.filter(state=AlertState.WAITING).update(next_try_at=now() - timedelta(seconds=1))
    send_alerts()


def ids(server: SmtpServer) -> list[str]:
    return [str(message["Message-ID"]) for message in server.received]


@pytest.mark.parametrize("mood", [Mood.REFUSES, Mood.DIES_BEFORE])
def test_mail_that_was_not_taken_goes_out_at_the_next_try(alert: Alert, smtp_server: SmtpServer, mood: Mood) -> None:
    smtp_server.moods = [mood]
    send_alerts()
    alert.refresh_from_db()
    paused = alert.state, alert.reason != ""

    come_round_again()

    alert.refresh_from_db()
    assert paused == (AlertState.WAITING, True)
    assert ids(smtp_server) == [alert.message_id]
    assert alert.state == AlertState.SENT


def test_mail_waits_while_there_is_no_server_at_all(alert: Alert, smtp_server: SmtpServer, settings: Settings) -> None:
    settings.EMAIL_PORT = free_port()
    send_alerts()
    settings.EMAIL_PORT = smtp_server.port

    come_round_again()

    alert.refresh_from_db()
    assert ids(smtp_server) == [alert.message_id]
    assert (alert.state, alert.tries) == (AlertState.SENT, 2)


@pytest.mark.parametrize("mood", [Mood.HANGS, Mood.DIES_AFTER])
def test_mail_whose_answer_was_lost_goes_out_again_as_the_same_message(
    alert: Alert, smtp_server: SmtpServer, mood: Mood
) -> None:
    smtp_server.moods = [mood]
    send_alerts()

    come_round_again()

    assert ids(smtp_server) == [alert.message_id] * 2


def test_mail_whose_acceptance_was_read_never_goes_out_again(alert: Alert, smtp_server: SmtpServer) -> None:
    smtp_server.moods = [Mood.DIES_AT_GOODBYE]
    send_alerts()

    come_round_again()

    alert.refresh_from_db()
    assert ids(smtp_server) == [alert.message_id]
    assert alert.state == AlertState.SENT


def test_mail_that_is_refused_for_good_is_a_dead_letter_with_the_reason(alert: Alert, smtp_server: SmtpServer) -> None:
    smtp_server.moods = [Mood.REFUSES] * (len(PAUSES) + 1)

    for _ in range(len(PAUSES) + 1):
        come_round_again()

    alert.refresh_from_db()
    assert alert.state == AlertState.FAILED
    assert "Too busy" in alert.reason
    assert smtp_server.received == []


def test_two_hundred_findings_on_one_draft_make_one_mail_a_person(newsroom: Newsroom, smtp_server: SmtpServer) -> None:
    newsroom.alone[WALL] = [found(fingerprint=f"finding-{n}") for n in range(200)]
    newsroom.read_in(WALL)

    send_alerts()

    assert sorted(str(message["To"]) for message in smtp_server.received) == sorted(
        [newsroom.reporter.email, newsroom.chief.email]
    )


def test_digest_that_was_lost_on_the_way_goes_out_again_as_the_same_message_and_with_nothing_more(
    alert: Alert, newsroom: Newsroom, smtp_server: SmtpServer
) -> None:
    Alert.objects.update(in_digest=True)
    smtp_server.moods = [Mood.DIES_AFTER]
    send_alerts()
    Preference.objects.create(user=newsroom.chief, kind=alert.kind, delivery=Delivery.DAILY)
    later = AlertFactory.create(recipient=newsroom.chief, story=newsroom.story, in_digest=True)

    come_round_again()

    first, second, third = ids(smtp_server)
    assert first == second != third
    assert Alert.objects.get(pk=later.pk).state == AlertState.SENT

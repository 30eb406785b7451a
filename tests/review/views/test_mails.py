"""Notifications are one's own; a kept mail is shown as text and never as markup."""

from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from newsroom.mail import EmlBackend
from review.models import Alert, AlertKind
from tests.factories import UserFactory
from tests.review.conftest import Newsroom


@pytest.fixture
def alert(newsroom: Newsroom) -> Alert:
    return Alert.objects.create(
        recipient=newsroom.editor, story=newsroom.story, kind=AlertKind.FLAGGED, message_id="<first@backread.example>"
    )


def keep_mail(alert: Alert, text: str, html: str = "") -> None:
    letter = EmailMultiAlternatives(
        "harbour-wall: blocker", text, "desk@backread.example", [alert.recipient.email],
        headers={"Message-ID": alert.message_id},
    )  # fmt: skip
    letter.attach_alternative(html, "text/html")
    EmlBackend().send_messages([letter])


def test_a_person_sees_their_own_notifications_only(client: Client, alert: Alert) -> None:
    client.force_login(alert.recipient)
    mine = client.get(reverse("mails")).context["alerts"]
    client.force_login(UserFactory.create())
    theirs = client.get(reverse("mails")).context["alerts"]

    assert (list(mine), list(theirs)) == ([alert], [])


def test_a_mail_to_somebody_else_is_not_found(client: Client, alert: Alert) -> None:
    client.force_login(UserFactory.create())

    assert client.get(reverse("mail", args=[alert.pk])).status_code == 404


def test_a_kept_mail_is_shown_as_text(client: Client, alert: Alert, settings: Settings, tmp_path: Path) -> None:
    settings.MAIL_DIR = tmp_path
    keep_mail(alert, "One says <b>40</b>, the other 50.", "<script>alert('wall')</script>")
    client.force_login(alert.recipient)

    page = client.get(reverse("mail", args=[alert.pk])).content.decode()

    assert "One says &lt;b&gt;40&lt;/b&gt;, the other 50." in page
    assert "alert('wall')" not in page


def test_a_mail_that_went_out_elsewhere_still_tells_what_it_was(client: Client, alert: Alert) -> None:
    client.force_login(alert.recipient)

    page = client.get(reverse("mail", args=[alert.pk])).content.decode()

    assert "A draft was flagged: harbour-wall" in page
    assert "The mail has not gone out yet." in page


@pytest.mark.parametrize("message_id", ["<../secret@x>", "</etc/passwd>"])
def test_no_message_id_leads_out_of_the_mail_folder(
    client: Client, alert: Alert, settings: Settings, tmp_path: Path, message_id: str
) -> None:
    settings.MAIL_DIR = tmp_path / "mail"
    (tmp_path / "secret@x.eml").write_text("Subject: secret\n\nThe vault's number.")
    Alert.objects.update(message_id=message_id)
    client.force_login(alert.recipient)

    response = client.get(reverse("mail", args=[alert.pk]))

    assert response.context["letter"] is None


def test_opening_a_notification_marks_it_as_read(client: Client, alert: Alert) -> None:
    client.force_login(alert.recipient)
    before = client.get(reverse("board")).content.decode()

    client.get(reverse("mail", args=[alert.pk]))
    after = client.get(reverse("board")).content.decode()

    assert ", unread: </span>1" in before
    assert ", unread: " not in after


def test_all_can_be_marked_as_read_at_once(client: Client, alert: Alert) -> None:
    client.force_login(alert.recipient)

    client.post(reverse("mails-read"))

    assert not Alert.objects.filter(read_at=None).exists()

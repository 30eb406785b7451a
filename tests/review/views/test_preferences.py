"""What comes by mail is chosen on one page, or ended with one click of a mail client."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from articles.models import User
from review.alerting.preferences import choices_of
from review.alerting.sending import send_alerts
from review.alerting.unsubscribing import link_for
from review.models import Alert, AlertKind, AlertState, Delivery, DigestTime, Preference
from tests.factories import AlertFactory, UserFactory
from tests.review.conftest import Newsroom


@pytest.fixture
def person(client: Client, newsroom: Newsroom) -> User:
    client.force_login(newsroom.chief)
    return newsroom.chief


def choices(**other: str) -> dict[str, str]:
    return {kind.value: "at_once" for kind in AlertKind} | {"hour": "7", "time_zone": ""} | other


def test_each_kind_is_chosen_by_itself(client: Client, person: User) -> None:
    response = client.post(reverse("preferences"), choices(held="daily", flagged="never"), follow=True)

    chosen = choices_of(person)
    assert "Saved." in response.content.decode()
    assert (chosen[AlertKind.HELD], chosen[AlertKind.FLAGGED]) == (Delivery.DAILY, Delivery.NEVER)
    assert chosen[AlertKind.APPROVED] == Delivery.AT_ONCE


def test_the_hour_and_clock_of_the_digest_are_ones_own(client: Client, person: User) -> None:
    client.post(reverse("preferences"), choices(hour="18", time_zone="Europe/Oslo"))

    time = DigestTime.objects.get(user=person)
    assert (time.hour, time.time_zone) == (18, "Europe/Oslo")


def test_a_clock_that_the_world_has_not_is_not_saved_and_nothing_else_is(client: Client, person: User) -> None:
    response = client.post(reverse("preferences"), choices(held="never", time_zone="Europe/Atlantis"))

    assert response.status_code == 422
    assert "There is no time zone of that name" in response.content.decode()
    assert not Preference.objects.exists()


def link_in_mail(newsroom: Newsroom) -> str:
    AlertFactory.create(recipient=newsroom.chief, story=newsroom.story, kind=AlertKind.HELD)
    send_alerts()
    headers = mail.outbox[-1].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    [link] = re.findall(r"<https?://[^/]+(/.+)>", headers["List-Unsubscribe"])
    return str(link)


def test_one_click_in_the_mail_client_ends_that_kind_without_logging_in(newsroom: Newsroom) -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post(link_in_mail(newsroom), {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 200
    assert choices_of(newsroom.chief)[AlertKind.HELD] == Delivery.NEVER
    assert choices_of(newsroom.chief)[AlertKind.FLAGGED] == Delivery.AT_ONCE


def test_following_the_link_asks_and_ends_nothing(client: Client, newsroom: Newsroom) -> None:
    page = client.get(link_in_mail(newsroom)).content.decode()

    assert "No more mails of that kind?" in page
    assert newsroom.story.slug not in page
    assert choices_of(newsroom.chief)[AlertKind.HELD] == Delivery.AT_ONCE


def test_the_digest_ends_with_one_click_too(client: Client, newsroom: Newsroom) -> None:
    Preference.objects.create(user=newsroom.chief, kind=AlertKind.HELD, delivery=Delivery.DAILY)

    client.post(link_for(newsroom.chief, None))

    assert choices_of(newsroom.chief)[AlertKind.HELD] == Delivery.NEVER


def test_a_forged_link_ends_nothing(client: Client, newsroom: Newsroom) -> None:
    link = link_for(newsroom.chief, AlertKind.HELD)

    assert client.post(link[:-3] + "xx/").status_code == 404
    assert not Preference.objects.exists()


def test_an_administrator_sees_what_was_given_up_and_sends_it_again_without_reading_it(
    client: Client, newsroom: Newsroom
) -> None:
    alert = AlertFactory.create(
        recipient=newsroom.chief,
        story=newsroom.story,
        state=AlertState.FAILED,
        tries=6,
        reason="No such host",
        note="Secret.",
    )
    client.force_login(UserFactory.create(is_staff=True, is_superuser=True))
    letters = reverse("admin:review_alert_changelist")

    page = client.get(letters, {"state__exact": "failed"}).content.decode()
    client.post(letters, {"action": "send_again", "_selected_action": [alert.pk]})

    assert "No such host" in page
    assert "Secret." not in page
    assert newsroom.story.slug not in page
    assert Alert.objects.get().state == AlertState.WAITING

"""Logging in, and a password that was forgotten."""

import re

from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from tests.factories import UserFactory


def test_a_forgotten_password_is_replaced_over_the_link_in_the_mail(
    client: Client, db: None, mailoutbox: list[EmailMessage]
) -> None:
    person = UserFactory.create(can_log_in=True)
    client.post(reverse("password_reset"), {"email": person.email}, headers={"host": "localhost:99"})
    link = re.search(rf"{settings.SITE_URL}(/\S+)", str(mailoutbox[0].body))
    assert link
    form = client.get(link[1], follow=True)

    new = {"new_password1": "ink-on-paper-42", "new_password2": "ink-on-paper-42"}
    board = client.post(form.redirect_chain[-1][0], new, follow=True)

    assert board.redirect_chain[-1][0] == reverse("board")
    assert board.context["user"] == person
    assert client.login(request=HttpRequest(), username=person.username, password="ink-on-paper-42")


def test_a_password_link_works_once(client: Client, db: None) -> None:
    page = client.get(reverse("password_reset_confirm", args=["MQ", "used-up"])).content.decode()

    assert "This link was used already or is too old." in page


def test_who_waits_for_a_password_mail_is_told_where_it_is_without_a_mail_server(client: Client, db: None) -> None:
    page = client.get(reverse("password_reset_done")).content.decode()

    assert "This newsroom has no mail server yet" in page

"""Logging in, and a password that was forgotten."""

import re

import pytest
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from articles.models import Role
from review.actions.desks import invite
from tests.factories import DeskFactory, MembershipFactory, UserFactory, member


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


def link_asked_for(client: Client, address: str, mailoutbox: list[EmailMessage]) -> str:
    """The one in the mail; empty without one."""
    client.post(reverse("password_reset"), {"email": address})
    links = [re.search(rf"{settings.SITE_URL}(/\S+)", str(mail.body)) for mail in mailoutbox]
    return links[-1][1] if links and links[-1] else ""


def test_who_was_invited_and_lets_the_link_grow_old_gets_another(
    client: Client, db: None, mailoutbox: list[EmailMessage]
) -> None:
    chief = member(DeskFactory.create(), Role.CHIEF)
    told = {"email": "noor@backread.example", "first_name": "Noor", "last_name": "New"}
    noor = invite(by=chief, desk=chief.desks.get(), role=Role.EDITOR, **told).user

    form = client.get(link_asked_for(client, "Noor@backread.example", mailoutbox), follow=True)
    new = {"new_password1": "ink-on-paper-42", "new_password2": "ink-on-paper-42"}
    board = client.post(form.redirect_chain[-1][0], new, follow=True)

    assert board.context["user"] == noor


@pytest.mark.parametrize(
    "told",
    [{"last_login": now()}, {"is_active": False}, {"email": "other@backread.example"}],
    ids=["who logged in", "switched off", "at another address"],
)
def test_nobody_else_without_a_password_gets_one_by_asking(
    client: Client, db: None, mailoutbox: list[EmailMessage], told: dict[str, object]
) -> None:
    noor = UserFactory.create(**{"email": "noor@backread.example", **told})
    MembershipFactory.create(user=noor)

    assert link_asked_for(client, "noor@backread.example", mailoutbox) == ""


def test_whose_account_is_on_no_desk_gets_no_first_password_by_asking(
    client: Client, db: None, mailoutbox: list[EmailMessage]
) -> None:
    person = UserFactory.create()

    assert link_asked_for(client, person.email, mailoutbox) == ""


def test_who_has_no_password_is_told_so_where_it_would_be_changed(client: Client, db: None) -> None:
    client.force_login(UserFactory.create())

    page = client.get(reverse("password_change")).content.decode()

    assert "You have no password here" in page
    assert "Old password" not in page

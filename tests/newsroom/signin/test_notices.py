"""Whoever's way in is changed gets a mail: so they know of it when it was somebody else."""

import getpass
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.models import Group
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from articles.audit import first_broken
from articles.models import AccountEvent, User
from newsroom.admin import PersonAdmin
from newsroom.signin import factors
from review.alerting.notices import SUBJECT, send_notices
from review.models import AlertState, Notice
from review.runs.queue import Errand
from review.verbs import AccountVerb
from tests.factories import PASSWORD, UserFactory
from tests.factors import give_factor
from tests.review.errands import Sent

NEW = "ink-on-paper-42"
ELSEWHERE = "somebody@elsewhere.example"


@pytest.fixture
def administrator(db: None) -> User:
    return UserFactory.create(is_staff=True, is_superuser=True, first_name="Ada", last_name="Admin")


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What is typed where a command asks for a password."""

    def typed(*words: str) -> None:
        left = iter(words)
        monkeypatch.setattr(getpass, "getpass", lambda _: next(left))

    return typed


def mailed(outbox: list[EmailMessage]) -> list[str]:
    """What their mails say, sent as the worker would."""
    send_notices()
    return [str(mail.body) for mail in outbox if mail.subject == SUBJECT]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda person: factors.make_recovery_codes(by=person), "Edda Editor made new recovery codes."),
        (lambda person: factors.switch_off(by=person), "Edda Editor switched the second factor off."),
        (
            lambda person: factors.reset(by=None, person=person),
            "An administrator, by command, reset the second factor.",
        ),
    ],
)
def test_what_is_done_to_the_second_factor_is_told(
    person: User, codes: list[str], mailoutbox: list[EmailMessage], change: Callable[[User], object], told: str
) -> None:
    person.first_name, person.last_name = "Edda", "Editor"

    change(person)

    (mail,) = mailed(mailoutbox)
    assert told in mail
    assert reverse("password_reset") in mail
    assert mailoutbox[-1].to == [person.email]


def test_no_mail_holds_a_code(person: User, mailoutbox: list[EmailMessage]) -> None:
    codes = give_factor(person)
    new = factors.make_recovery_codes(by=person)
    factors.take_code(of=person, code=new[0])

    told = "".join(mailed(mailoutbox))

    assert "used up a recovery code" in told
    assert not [code for code in codes + new if code in told]


def test_a_password_changed_on_its_page_is_recorded_and_told(
    client: Client, person: User, mailoutbox: list[EmailMessage]
) -> None:
    client.force_login(person)

    client.post(reverse("password_change"), {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW})

    assert AccountEvent.objects.get().verb == AccountVerb.CHOSE_PASSWORD
    assert "chose a new password" in mailed(mailoutbox)[0]


def test_a_password_that_was_not_changed_is_not_told(client: Client, person: User) -> None:
    client.force_login(person)

    client.post(reverse("password_change"), {"old_password": "wrong", "new_password1": NEW, "new_password2": NEW})

    assert not AccountEvent.objects.exists()
    assert not Notice.objects.exists()


def test_what_comes_on_record_while_a_password_is_chosen_stays_there(
    client: Client, person: User, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(form: PasswordChangeForm) -> str:
        factors.make_recovery_codes(by=User.objects.get(pk=person.pk))
        return str(form.cleaned_data["old_password"])

    client.force_login(person)
    monkeypatch.setattr(PasswordChangeForm, "clean_old_password", meanwhile)

    client.post(reverse("password_change"), {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW})

    verbs = AccountEvent.objects.order_by("number").values_list("verb", flat=True)
    assert list(verbs) == [AccountVerb.MADE_CODES, AccountVerb.CHOSE_PASSWORD]
    assert first_broken(person) is None


def test_a_password_chosen_by_the_link_of_a_mail_is_told(
    client: Client, person: User, mailoutbox: list[EmailMessage]
) -> None:
    client.post(reverse("password_reset"), {"email": person.email})
    link = re.search(r"https?://[^/]+(/\S+)", str(mailoutbox[0].body))
    assert link
    form = client.get(link[1], follow=True).redirect_chain[-1][0]

    client.post(form, {"new_password1": NEW, "new_password2": NEW})

    assert "chose a new password" in mailed(mailoutbox)[0]


def test_a_password_that_the_administrator_gives_is_told_to_whose_it_is(
    client: Client, administrator: User, person: User, mailoutbox: list[EmailMessage]
) -> None:
    client.force_login(administrator)
    page = reverse("admin:auth_user_password_change", args=[person.pk])

    refused = client.post(page, {"password1": NEW, "password2": "another", "usable_password": "true"})
    done = client.post(page, {"password1": NEW, "password2": NEW, "usable_password": "true"})

    assert (refused.status_code, done.status_code) == (200, 302)
    assert ["Ada Admin changed the password." in mail for mail in mailed(mailoutbox)] == [True]
    assert AccountEvent.objects.get().actor == administrator


def test_an_administrator_changes_their_own_password_on_the_page_that_records_it(
    client: Client, administrator: User
) -> None:
    client.force_login(administrator)

    answer = client.get(reverse("admin:password_change"))

    assert answer.headers["Location"] == reverse("password_change")


def test_a_password_given_by_command_is_recorded_and_told(
    person: User, mailoutbox: list[EmailMessage], types: Callable[..., None]
) -> None:
    types(NEW, NEW)

    call_command("changepassword", "edda", stdout=io.StringIO())

    person.refresh_from_db()
    assert person.check_password(NEW)
    event = AccountEvent.objects.get()
    assert (event.verb, event.actor) == (AccountVerb.CHANGED_PASSWORD, None)
    assert "An administrator, by command, changed the password." in mailed(mailoutbox)[0]


@pytest.mark.parametrize(("typed", "reason"), [((NEW, "another"), "match"), (("12345", "12345"), "common")])
def test_the_command_takes_no_password_that_a_page_would_not(
    person: User, types: Callable[..., None], typed: tuple[str, str], reason: str
) -> None:
    types(*typed)

    with pytest.raises(CommandError, match=reason):
        call_command("changepassword", "edda")

    assert not AccountEvent.objects.exists()


def test_the_command_gives_nobody_a_password(db: None) -> None:
    with pytest.raises(CommandError, match="Nobody is called ghost"):
        call_command("changepassword", "ghost")


def changed_by_hand(client: Client, person: User, **changes: str) -> None:
    """On the administrator's page of the account, whose form sends all that it shows."""
    page = reverse("admin:articles_user_change", args=[person.pk])
    shown = client.get(page).context["adminform"].form.initial
    joined = {"date_joined_0": shown["date_joined"].date(), "date_joined_1": "08:00:00"}
    names = {name: shown[name] for name in ("username", "first_name", "last_name", "email")}
    answer = client.post(page, {"is_active": "on", **joined, **names, **changes})
    assert answer.status_code == 302


def test_another_mail_address_is_recorded_and_told_to_the_one_before(
    client: Client, administrator: User, person: User, mailoutbox: list[EmailMessage]
) -> None:
    client.force_login(administrator)
    before = person.email

    changed_by_hand(client, person, email=ELSEWHERE)

    person.refresh_from_db()
    event = AccountEvent.objects.get()
    assert (event.verb, event.actor) == (AccountVerb.CHANGED_ADDRESS, administrator)
    assert event.details == {"from": before, "to": ELSEWHERE}
    assert (person.email, first_broken(person)) == (ELSEWHERE, None)
    assert ["Ada Admin changed the mail address." in mail for mail in mailed(mailoutbox)] == [True]
    assert mailoutbox[-1].to == [before]


def test_an_address_that_somebody_has_is_given_to_nobody_else(
    client: Client, administrator: User, person: User
) -> None:
    client.force_login(administrator)
    other = UserFactory.create(email="Noor@backread.example", username="noor")

    page = reverse("admin:articles_user_change", args=[person.pk])
    shown = client.get(page).context["adminform"].form.initial
    joined = {"date_joined_0": shown["date_joined"].date(), "date_joined_1": "08:00:00"}
    answer = client.post(page, {"username": "edda", "is_active": "on", "email": "noor@backread.example", **joined})

    assert f"That is the address of {other} (noor)." in answer.content.decode()
    assert not AccountEvent.objects.exists()


def test_other_rights_are_recorded_and_told(
    client: Client, administrator: User, person: User, mailoutbox: list[EmailMessage]
) -> None:
    client.force_login(administrator)
    group = Group.objects.create(name="Librarians")

    changed_by_hand(client, person, is_staff="on", groups=str(group.pk))

    person.refresh_from_db()
    event = AccountEvent.objects.get()
    assert (event.verb, event.actor) == (AccountVerb.CHANGED_RIGHTS, administrator)
    assert event.details == {"is_staff": {"from": False, "to": True}, "groups": {"from": [], "to": ["Librarians"]}}
    assert (person.is_staff, first_broken(person)) == (True, None)
    told = "Ada Admin changed what the account may do, or its user name."
    assert [told in mail for mail in mailed(mailoutbox)] == [True]


def test_an_account_that_is_switched_off_and_on_says_so_in_its_record(
    client: Client, administrator: User, person: User, mailoutbox: list[EmailMessage]
) -> None:
    client.force_login(administrator)

    changed_by_hand(client, person, is_active="")

    changed_by_hand(client, person)

    verbs = [event.verb for event in AccountEvent.objects.filter(person=person)]
    assert verbs == [AccountVerb.SWITCHED_OFF, AccountVerb.SWITCHED_ON]
    assert not mailed(mailoutbox)


def test_who_was_switched_off_logs_in_anew_when_switched_on(client: Client, administrator: User, person: User) -> None:
    theirs = Client()
    theirs.force_login(person)
    client.force_login(administrator)
    assert theirs.get(reverse("board")).status_code == 200

    changed_by_hand(client, person, is_active="")
    changed_by_hand(client, person)

    assert theirs.get(reverse("board")).status_code == 302


def test_another_name_is_recorded_and_not_told(
    client: Client, administrator: User, person: User, mailoutbox: list[EmailMessage]
) -> None:
    client.force_login(administrator)
    before = person.last_name

    changed_by_hand(client, person, last_name="Night")

    event = AccountEvent.objects.get()
    assert (event.verb, event.details) == (AccountVerb.RENAMED, {"last_name": {"from": before, "to": "Night"}})
    assert not mailed(mailoutbox)


def test_what_was_sent_and_not_changed_is_not_recorded(client: Client, administrator: User, person: User) -> None:
    client.force_login(administrator)

    changed_by_hand(client, person)

    assert not AccountEvent.objects.exists()


def test_an_account_that_an_administrator_opens_begins_its_record_with_that(
    client: Client, administrator: User
) -> None:
    client.force_login(administrator)
    typed = {"username": "noor", "usable_password": "true", "password1": NEW, "password2": NEW}

    assert client.post(reverse("admin:articles_user_add"), typed).status_code == 302

    event = AccountEvent.objects.get(person__username="noor")
    assert (event.verb, event.actor) == (AccountVerb.OPENED, administrator)
    assert event.details == {"username": "noor"}


def test_other_rights_are_told_at_the_address_of_before(
    client: Client, administrator: User, person: User, mailoutbox: list[EmailMessage]
) -> None:
    client.force_login(administrator)
    before = person.email

    changed_by_hand(client, person, email=ELSEWHERE, is_superuser="on")

    assert len(mailed(mailoutbox)) == 2
    assert {address for mail in mailoutbox for address in mail.to} == {before}


def test_what_another_administrator_changed_to_the_same_meanwhile_is_no_change(
    client: Client, administrator: User, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(administrator)
    saved = PersonAdmin.save_model

    def save_late(*told: Any) -> None:  # noqa: ANN401 - as Django calls it
        User.objects.filter(pk=person.pk).update(email=ELSEWHERE, is_staff=True)
        saved(*told)

    monkeypatch.setattr(PersonAdmin, "save_model", save_late)
    changed_by_hand(client, person, email=ELSEWHERE, is_staff="on")

    assert not AccountEvent.objects.exists()


def test_an_account_cannot_be_deleted_from_under_its_record(client: Client, administrator: User, person: User) -> None:
    client.force_login(administrator)

    assert client.post(reverse("admin:articles_user_delete", args=[person.pk]), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=person.pk).exists()


def test_a_notice_that_waits_follows_nobody_to_another_address(
    person: User, codes: list[str], mailoutbox: list[EmailMessage]
) -> None:
    before = person.email
    factors.make_recovery_codes(by=person)

    User.objects.filter(pk=person.pk).update(email=ELSEWHERE)

    assert mailed(mailoutbox)
    assert {address for mail in mailoutbox for address in mail.to} == {before}


def test_who_has_no_address_is_told_nothing_and_it_is_noted(person: User, codes: list[str]) -> None:
    User.objects.filter(pk=person.pk).update(email="")
    person.refresh_from_db()
    factors.make_recovery_codes(by=person)

    send_notices()

    assert Notice.objects.get().state == AlertState.DROPPED


def test_a_notice_is_taken_up_by_the_sweep_where_its_message_was_lost(
    person: User,
    codes: list[str],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    factors.make_recovery_codes(by=person)
    sent = Sent(monkeypatch, django_capture_on_commit_callbacks)

    assert sent.by_a_sweep() == [(Errand.SEND_NOTICES,)]

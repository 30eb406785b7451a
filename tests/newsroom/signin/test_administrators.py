"""The first administrator is opened by command, and what a group may do by an administrator: both leave a word."""

import getpass
import io
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from articles.audit import first_broken
from articles.models import AccountEvent, User
from review.alerting.notices import send_notices
from review.verbs import AccountVerb
from tests.factories import UserFactory

NEW = "ink-on-paper-42"
Types = Callable[..., None]


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Types:
    """What is typed where the command asks."""

    def typed(*words: str) -> None:
        left = iter(words)
        monkeypatch.setattr("builtins.input", lambda _: next(left))
        monkeypatch.setattr(getpass, "getpass", lambda _: next(left))

    return typed


def opened(*options: str) -> str:
    told = io.StringIO()
    call_command("createsuperuser", *options, stdout=told)
    return told.getvalue()


def test_the_record_of_an_administrator_begins_with_the_command_that_opened_them(db: None, types: Types) -> None:
    types("ada", "ada@backread.example", NEW, NEW)

    told = opened()

    ada = User.objects.get()
    assert told == "ada is an administrator.\n"
    assert (ada.is_staff, ada.is_superuser, ada.email) == (True, True, "ada@backread.example")
    assert ada.check_password(NEW)
    event = AccountEvent.objects.get(person=ada)
    assert (event.verb, event.actor) == (AccountVerb.OPENED, None)
    assert event.details == {"username": "ada", "is_superuser": True}
    assert first_broken(ada) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("ada", "ada@backread.example", NEW, "another"), "match"),
        (("ada", "ada@backread.example", "12345", "12345"), "common"),
        (("ada", "no address", NEW, NEW), "email address"),
        (("", "", NEW, NEW), "required"),
        (("EDDA", "", NEW, NEW), "already exists"),
    ],
)
def test_no_administrator_is_opened_that_a_page_would_refuse(
    person: User, types: Types, typed: tuple[str, ...], why: str
) -> None:
    types(*typed)

    with pytest.raises(CommandError, match=why):
        opened()

    assert User.objects.get() == person
    assert not AccountEvent.objects.exists()


def test_a_script_opens_an_administrator_by_djangos_own_variables(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_USERNAME", "ada")
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", NEW)

    opened("--noinput", "--email", "ada@backread.example")

    assert User.objects.get(username="ada").check_password(NEW)
    assert AccountEvent.objects.get().verb == AccountVerb.OPENED


def test_an_administrator_without_a_password_is_given_one_later(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DJANGO_SUPERUSER_PASSWORD", raising=False)

    opened("--noinput", "--username", "ada", "--email", "ada@backread.example")

    assert not User.objects.get().has_usable_password()


def test_an_administrator_that_cannot_be_recorded_is_not_opened(
    db: None, types: Types, monkeypatch: pytest.MonkeyPatch
) -> None:
    types("ada", "ada@backread.example", NEW, NEW)
    monkeypatch.setattr(AccountEvent, "save", _fail)

    with pytest.raises(OSError, match="full"):
        opened()

    assert not User.objects.exists()


def _fail(*_args: object, **_row: object) -> None:
    raise OSError("The disk is full.")


@pytest.fixture
def administrator(client: Client, db: None) -> User:
    administrator = UserFactory.create(is_staff=True, is_superuser=True, first_name="Ada", last_name="Admin")
    client.force_login(administrator)
    return administrator


def changed(client: Client, group: Group, *permissions: str, name: str = "") -> None:
    """As the administrator's page of the group sends it."""
    numbers = Permission.objects.filter(codename__in=permissions).values_list("pk", flat=True)
    page = reverse("admin:auth_group_change", args=[group.pk])
    answer = client.post(page, {"name": name or group.name, "permissions": list(numbers)})
    assert answer.status_code == 302


def test_what_a_group_may_do_is_told_on_the_record_of_everybody_in_it_and_of_who_changed_it(
    client: Client, administrator: User, person: User, mailoutbox: list[EmailMessage]
) -> None:
    group = Group.objects.create(name="Mail clerks")
    person.groups.add(group)

    changed(client, group, "change_alert")

    events = {event.person: event for event in AccountEvent.objects.all()}
    assert events.keys() == {administrator, person}
    for event in events.values():
        assert (event.verb, event.actor) == (AccountVerb.CHANGED_GROUP, administrator)
        assert event.details["group"] == "Mail clerks"
        assert event.details["permissions"] == {"from": [], "to": ["Review | alert | Can change alert"]}
        assert first_broken(event.person) is None
    send_notices()
    assert [mail.to for mail in mailoutbox] == [[person.email]]
    assert "Ada Admin changed what a group of people may do." in str(mailoutbox[0].body)


def test_permissions_that_are_taken_away_and_another_name_are_told_too(client: Client, administrator: User) -> None:
    group = Group.objects.create(name="Mail clerks")
    changed(client, group, "change_alert")

    changed(client, group, name="Post room")

    last = AccountEvent.objects.latest("number")
    assert last.details["name"] == {"from": "Mail clerks", "to": "Post room"}
    assert last.details["permissions"]["to"] == []


def test_a_group_that_is_sent_as_it_was_records_nothing(client: Client, administrator: User) -> None:
    group = Group.objects.create(name="Mail clerks")

    changed(client, group)

    assert not AccountEvent.objects.exists()


def test_a_group_that_is_made_says_what_it_may(client: Client, administrator: User) -> None:
    permission = Permission.objects.get(codename="change_alert")

    client.post(reverse("admin:auth_group_add"), {"name": "Mail clerks", "permissions": [permission.pk]})

    assert AccountEvent.objects.get(person=administrator).details["name"] == {"from": "", "to": "Mail clerks"}


def test_a_group_whose_change_cannot_be_recorded_stays_as_it_was(
    client: Client, administrator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = Group.objects.create(name="Mail clerks")
    monkeypatch.setattr(AccountEvent, "save", _fail)

    with pytest.raises(OSError, match="full"):
        changed(client, group, "change_alert")

    assert not group.permissions.exists()


def test_a_group_is_not_deleted_since_records_name_it(client: Client, administrator: User) -> None:
    group = Group.objects.create(name="Mail clerks")

    assert client.post(reverse("admin:auth_group_delete", args=[group.pk]), {"post": "yes"}).status_code == 403
    listed = {"action": "delete_selected", "_selected_action": [group.pk], "post": "yes"}
    client.post(reverse("admin:auth_group_changelist"), listed)

    assert Group.objects.get() == group

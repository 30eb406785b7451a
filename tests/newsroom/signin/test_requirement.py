"""A newsroom that asks for a second factor: who has none sets it up before anything else."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles.models import AccountEvent, Membership, Role, User
from newsroom.signin.asking import Asked
from newsroom.signin.factors import has_second_factor, reset
from review.verbs import AccountVerb
from tests.factories import PASSWORD, DeskFactory, UserFactory, member
from tests.factors import code_for, code_of, give_factor

SET_UP = reverse("second-factor-set-up")


@pytest.fixture
def chief(db: None) -> User:
    return member(DeskFactory.create(), Role.CHIEF, username="caro", can_log_in=True)


@pytest.fixture
def administrator(db: None) -> User:
    return UserFactory.create(is_staff=True, is_superuser=True, can_log_in=True)


@pytest.fixture
def asks_chiefs(settings: Settings) -> None:
    settings.SECOND_FACTOR_FOR = Asked.CHIEFS


@pytest.fixture
def asks_everybody(settings: Settings) -> None:
    settings.SECOND_FACTOR_FOR = Asked.EVERYBODY


def goes_to(client: Client, page: str = "board") -> str:
    return client.get(reverse(page)).headers.get("Location", "")


@pytest.mark.parametrize("page", ["board", "desks", "password_change", "second-factor", "hand-in"])
def test_a_chief_without_one_is_led_to_set_it_up_first(
    client: Client, chief: User, asks_chiefs: None, page: str
) -> None:
    client.force_login(chief)

    assert goes_to(client, page) == SET_UP
    assert client.post(reverse(page)).headers["Location"] == SET_UP


@pytest.mark.parametrize("page", ["admin:index", "admin:articles_user_changelist", "board"])
def test_an_administrator_without_one_is_led_to_set_it_up_first(
    client: Client, administrator: User, asks_chiefs: None, page: str
) -> None:
    client.force_login(administrator)

    assert goes_to(client, page) == SET_UP


def test_a_script_is_led_there_as_well(client: Client, chief: User, asks_chiefs: None) -> None:
    client.force_login(chief)

    answer = client.get(reverse("board"), headers={"HX-Request": "true"})

    assert answer.headers["HX-Redirect"] == SET_UP


def test_after_setting_it_up_all_is_open(client: Client, chief: User, asks_chiefs: None) -> None:
    client.force_login(chief)
    page = client.get(SET_UP)
    assert "Your newsroom asks you for a second factor" in page.content.decode()

    client.post(SET_UP, {"password": PASSWORD, "code": code_for(page.context["secret"].replace(" ", ""))})

    assert client.get(reverse("board")).status_code == 200


def test_they_can_log_out_instead(client: Client, chief: User, asks_chiefs: None) -> None:
    client.force_login(chief)

    assert client.post(reverse("logout")).headers["Location"] == reverse("login")


def test_an_editor_is_asked_only_where_everybody_is(client: Client, person: User, asks_chiefs: None) -> None:
    client.force_login(person)

    assert client.get(reverse("board")).status_code == 200


def test_everybody_is_asked_where_everybody_is(client: Client, person: User, asks_everybody: None) -> None:
    client.force_login(person)

    assert goes_to(client) == SET_UP


def test_who_becomes_a_chief_is_asked_at_once(client: Client, person: User, asks_chiefs: None) -> None:
    client.force_login(person)
    Membership.objects.create(user=person, desk=DeskFactory.create(), role=Role.CHIEF)

    assert goes_to(client) == SET_UP


def test_a_session_from_before_logs_in_again_with_its_code(client: Client, chief: User, asks_chiefs: None) -> None:
    client.force_login(chief)
    give_factor(chief)

    assert goes_to(client).startswith(reverse("login"))
    client.post(reverse("login"), {"username": "caro", "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": code_of(chief)})
    assert client.get(reverse("board")).status_code == 200


def test_who_switches_it_off_sets_up_another_before_anything_else(
    client: Client, chief: User, asks_chiefs: None
) -> None:
    give_factor(chief)
    client.post(reverse("login"), {"username": "caro", "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": code_of(chief)})

    client.post(reverse("second-factor-off"), {"code": code_of(chief)})

    assert goes_to(client) == SET_UP


def logged_in_with_code(person: User) -> Client:
    client = Client()
    client.post(reverse("login"), {"username": person.username, "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": code_of(person)})
    return client


def test_who_switches_it_off_is_logged_out_everywhere_else(chief: User, asks_chiefs: None) -> None:
    recovery_codes = give_factor(chief)
    here, elsewhere = logged_in_with_code(chief), logged_in_with_code(chief)

    here.post(reverse("second-factor-off"), {"code": recovery_codes[0]})

    assert goes_to(here) == SET_UP
    assert goes_to(elsewhere).startswith(reverse("login"))


def test_a_log_in_that_was_under_way_while_the_factor_was_reset_ends_with_it(client: Client, chief: User) -> None:
    give_factor(chief)
    as_read_before = User.objects.get(pk=chief.pk)
    reset(by=None, person=chief)

    client.force_login(as_read_before)

    assert goes_to(client).startswith(reverse("login"))


def test_a_reset_ends_the_sessions_of_that_person_alone(
    client: Client, chief: User, person: User, asks_chiefs: None
) -> None:
    give_factor(chief)
    stolen = logged_in_with_code(chief)
    client.force_login(person)

    reset(by=None, person=chief)

    assert goes_to(stolen).startswith(reverse("login"))
    assert client.get(reverse("board")).status_code == 200


def test_an_administrator_who_resets_their_own_is_led_to_the_log_in(administrator: User, asks_chiefs: None) -> None:
    give_factor(administrator)
    client = logged_in_with_code(administrator)
    chosen = {"action": "reset_second_factor", "_selected_action": [administrator.pk]}

    client.post(reverse("admin:articles_user_changelist"), chosen)

    assert goes_to(client).startswith(reverse("login"))


def test_nobody_is_asked_by_default(client: Client, administrator: User) -> None:
    client.force_login(administrator)

    assert client.get(reverse("board")).status_code == 200


def test_the_command_resets_a_lost_one(person: User, codes: list[str]) -> None:
    call_command("reset_second_factor", "edda", stdout=_Silent())

    assert not has_second_factor(person)
    event = AccountEvent.objects.get()
    assert (event.verb, event.actor) == (AccountVerb.RESET_FACTOR, None)


def test_the_command_refuses_a_name_that_nobody_has(db: None) -> None:
    with pytest.raises(CommandError, match="Nobody is called ghost"):
        call_command("reset_second_factor", "ghost")


def test_the_administrator_resets_a_lost_one(
    client: Client, administrator: User, person: User, codes: list[str]
) -> None:
    client.force_login(administrator)
    chosen = {"action": "reset_second_factor", "_selected_action": [person.pk]}

    client.post(reverse("admin:articles_user_changelist"), chosen)

    assert not has_second_factor(person)
    event = AccountEvent.objects.get(person=person)
    assert (event.verb, event.actor) == (AccountVerb.RESET_FACTOR, administrator)


def test_the_administrators_pages_show_no_secret(client: Client, administrator: User) -> None:
    client.force_login(administrator)

    shown = client.get(reverse("admin:index")).content.decode()

    assert not [name for name in ("authenticator", "socialapp", "socialtoken", "emailaddress") if name in shown]


class _Silent:
    def write(self, _text: str) -> None: ...

"""Deny by default: every address there is, asked by everybody, answers what its row says and nothing else."""

import pytest
from django.contrib import admin
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from articles.models import Desk, Role, User
from tests.factories import UserFactory, member
from tests.review.views.answers import ANSWERS, OPEN_TO_ALL, Answers
from tests.review.views.test_access import addresses, names

__all__ = ["addresses"]


def everybody(desk: Desk, answers: Answers) -> dict[str, tuple[User, int]]:
    """Who asks, and what each is to be answered; the administrator is on no desk."""
    elsewhere = Desk.objects.create(name="Elsewhere", slug="elsewhere")
    on_desk = {role.value: (member(desk, role), getattr(answers, role.value)) for role in Role}
    return on_desk | {
        "chief elsewhere": (member(elsewhere, Role.CHIEF), answers.others),
        "administrator": (UserFactory.create(is_staff=True, is_superuser=True), answers.administrator),
    }


def asked(client: Client, address: str, answers: Answers) -> int:
    """The answer's status; what the asking changed is undone."""
    save = transaction.savepoint()
    answer = client.get(address) if answers.sends is None else client.post(address, answers.sends)
    transaction.savepoint_rollback(save)
    return answer.status_code


def test_no_address_is_without_a_row() -> None:
    assert names(get_resolver().url_patterns) == ANSWERS.keys() | OPEN_TO_ALL.keys(), "tests/review/views/answers.py"


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_everybody_is_answered_by_their_place(name: str, addresses: dict[str, str], desk: Desk, client: Client) -> None:
    answers = ANSWERS[name]
    for who, (person, answer) in everybody(desk, answers).items():
        client.force_login(person)
        assert asked(client, addresses[name], answers) == answer, who
    client.logout()
    to_log_in = client.get(addresses[name])
    assert to_log_in.headers["Location"] == f"{reverse('login')}?next={addresses[name]}"


def test_the_administrators_pages_are_for_administrators_alone(desk: Desk, client: Client) -> None:
    pages = [reverse(f"admin:{name}") for name in names_of_admin_pages()]
    chief, staff = member(desk, Role.CHIEF), UserFactory.create(is_staff=True)
    client.force_login(chief)
    for page in pages:
        assert client.get(page).headers["Location"].startswith(reverse("admin:login")), page
    client.force_login(staff)

    assert {client.get(page).status_code for page in pages if page != reverse("admin:index")} == {403}


def names_of_admin_pages() -> list[str]:
    """The lists of rows and the first page: what a person without rights could ask for by a plain address."""
    models = [model._meta for model in admin.site._registry]
    return [
        "index",
        *(f"{meta.app_label}_{meta.model_name}_{page}" for meta in models for page in ("changelist", "add")),
    ]

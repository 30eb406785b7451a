"""Where only a button leads, a person who comes by another way gets a page, and a program what programs get."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

A_PAGE = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture
def address(client: Client) -> str:
    client.force_login(UserFactory.create())
    return reverse("finding-to-fix", args=[1])


def test_a_person_gets_a_page(client: Client, address: str) -> None:
    answer = client.get(address, headers=A_PAGE)

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Nothing was changed by opening it." in answer.content.decode()


@pytest.mark.parametrize("headers", [{}, {"Accept": "application/json"}, {**A_PAGE, "HX-Request": "true"}])
def test_a_program_and_a_part_of_a_page_get_the_bare_answer(
    client: Client, address: str, headers: dict[str, str]
) -> None:
    answer = client.get(address, headers=headers)

    assert (answer.status_code, answer.content) == (405, b"")

"""Unpublished copy stays out of caches."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_a_page_of_a_logged_in_person_is_stored_nowhere(client: Client) -> None:
    client.force_login(UserFactory.create())

    assert client.get(reverse("board"))["Cache-Control"] == "private, no-store"

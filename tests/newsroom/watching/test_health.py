"""A process that lives says so without asking anybody; one that is ready has all that it needs."""

from unittest import mock

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

READY = {"database": True, "queue": True, "migrations": True}


def test_a_process_lives_whatever_becomes_of_its_database(client: Client) -> None:
    """This test asks for no database, and so is given none."""
    answer = client.get(reverse("healthz"))

    assert (answer.status_code, answer.content) == (200, b"ok\n")


def test_a_newsroom_with_all_it_needs_is_ready(client: Client, db: None) -> None:
    answer = client.get(reverse("readyz"))

    assert (answer.status_code, answer.json()) == (200, READY)


def test_without_its_queue_it_is_not_ready(client: Client, db: None, settings: Settings) -> None:
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}}

    answer = client.get(reverse("readyz"))

    assert (answer.status_code, answer.json()) == (503, READY | {"queue": False})


def test_before_its_tables_are_brought_up_to_date_it_is_not_ready(client: Client, db: None) -> None:
    MigrationRecorder.Migration.objects.filter(app="review").order_by("-id")[0].delete()

    answer = client.get(reverse("readyz"))

    assert (answer.status_code, answer.json()) == (503, READY | {"migrations": False})


def test_an_old_process_stays_ready_while_the_next_ones_tables_are_there(client: Client, db: None) -> None:
    MigrationRecorder.Migration.objects.create(app="review", name="9999_of_tomorrow")

    assert client.get(reverse("readyz")).status_code == 200


def test_without_a_database_it_is_not_ready(client: Client, db: None) -> None:
    with mock.patch.object(connection, "cursor", side_effect=OperationalError("no such server")):
        answer = client.get(reverse("readyz"))

    assert (answer.status_code, answer.json()) == (503, {"database": False, "queue": True, "migrations": False})


@pytest.mark.parametrize("name", ["healthz", "readyz"])
def test_it_is_asked_without_tls_and_changes_nothing(client: Client, db: None, settings: Settings, name: str) -> None:
    settings.SECURE_SSL_REDIRECT = True

    assert client.get(reverse(name)).status_code == 200
    assert client.post(reverse(name)).status_code == 405

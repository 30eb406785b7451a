"""Administrators read what was done to accounts and desks, by whom and when; nobody else does."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import StreamingHttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import audit
from articles.audit import record_on_account, record_on_desk
from articles.models import AccountEvent, Desk, DeskEvent, Role, User
from review.actions.desks import give_role, invite
from review.actions.house import Entry, keep_entry
from review.telling_records import RecordLine
from review.verbs import AccountVerb, DeskVerb
from review.views import records as view
from tests.factories import DeskFactory, UserFactory, member

RECORDS, EXPORT = reverse("records"), reverse("records-export")
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)

At = Callable[[datetime], None]


@pytest.fixture
def administrator(client: Client, db: None) -> User:
    administrator = UserFactory.create(is_staff=True, is_superuser=True, first_name="Ada", last_name="Admin")
    client.force_login(administrator)
    return administrator


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> At:
    """Sets the clock that events are recorded by."""
    return lambda moment: monkeypatch.setattr(audit, "now", lambda: moment)


def shown(client: Client, address: str = RECORDS, **wanted: str | int) -> list[RecordLine]:
    lines: list[RecordLine] = client.get(address, wanted).context["lines"]
    return lines


@transaction.atomic
def switch_off(person: User, *, by: User | None) -> None:
    record_on_account(person=person, actor=by, verb=AccountVerb.SWITCHED_OFF, details={})


@transaction.atomic
def rename(desk: Desk, *, by: User) -> None:
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.RENAMED_DESK, details={"name": {"from": "Old", "to": "New"}})


def test_what_was_done_to_accounts_and_desks_stands_there_the_latest_first(
    client: Client, administrator: User, at: At
) -> None:
    desk, edda = DeskFactory.create(name="City desk"), UserFactory.create(first_name="Edda", last_name="Editor")
    at(NOON)
    rename(desk, by=administrator)
    at(NOON + timedelta(hours=1))
    switch_off(edda, by=None)

    assert shown(client) == [
        RecordLine(
            "Edda Editor", NOON + timedelta(hours=1), "An administrator, by command,", "switched the account off", ""
        ),
        RecordLine("City desk", NOON, "Ada Admin", "renamed the desk", "New (before: Old)"),
    ]


def test_steps_of_an_account_are_told_in_words(client: Client, administrator: User) -> None:
    edda, address = UserFactory.create(), {"from": "a@backread.example", "to": "b@backread.example"}
    rights, staff = {"groups": {"from": [], "to": ["Mail clerks"]}}, {"is_staff": {"from": False, "to": True}}
    told: list[tuple[AccountVerb, dict[str, Any]]] = [
        (AccountVerb.CHANGED_RIGHTS, rights),
        (AccountVerb.CHANGED_RIGHTS, staff),
        (AccountVerb.CHANGED_ADDRESS, address),
        (AccountVerb.USED_CODE, {"left": 0}),
    ]
    with transaction.atomic():
        for verb, details in told:
            record_on_account(person=edda, actor=administrator, verb=verb, details=details)

    assert [line.what for line in shown(client)] == [
        "recovery codes left: 0",
        "b@backread.example (before: a@backread.example)",
        "may open the administrator’s pages: yes (before: no)",
        "groups: Mail clerks (before: none)",
    ]


def test_a_person_is_found_by_what_they_did_and_by_what_was_done_to_them(client: Client, administrator: User) -> None:
    desk, other = DeskFactory.create(), UserFactory.create()
    told = {"email": "edda@backread.example", "first_name": "Edda", "last_name": "Editor"}
    edda = invite(by=administrator, desk=desk, role=Role.CHIEF, **told).user
    give_role(by=edda, membership=member(desk).memberships.get(), role=Role.EDITOR)
    switch_off(edda, by=administrator)
    switch_off(other, by=administrator)

    did = {line.did for line in shown(client, person=edda.pk)}

    assert {"invited", "gave another role to", "switched the account off"} <= did
    assert other.first_name not in {line.of for line in shown(client, person=edda.pk)}


def test_whom_an_older_record_names_by_name_alone_is_found_by_it(client: Client, administrator: User) -> None:
    edda = UserFactory.create(first_name="Edda", last_name="Editor")
    with transaction.atomic():
        record_on_desk(
            desk=DeskFactory.create(), actor=administrator, verb=DeskVerb.TOOK_OFF, details={"person": "Edda Editor"}
        )

    assert [line.did for line in shown(client, person=edda.pk)] == ["took off the desk"]


def test_a_desk_is_found_without_the_others_and_without_accounts(client: Client, administrator: User) -> None:
    city, night = DeskFactory.create(), DeskFactory.create()
    for desk in (city, night):
        rename(desk, by=administrator)
    switch_off(UserFactory.create(), by=administrator)

    assert [line.of for line in shown(client, desk=city.pk)] == [city.name]


def test_a_period_holds_both_its_days(client: Client, administrator: User, at: At) -> None:
    desk = DeskFactory.create()
    for days in range(5):
        at(NOON + timedelta(days=days))
        rename(desk, by=administrator)

    lines = shown(client, since="2026-03-05", until="2026-03-06")

    assert [line.at.day for line in lines] == [6, 5]


def test_house_lists_of_other_desks_stay_there(client: Client, administrator: User) -> None:
    desk = DeskFactory.create()
    keep_entry(by=member(desk, Role.EDITOR), desk=desk, entry=Entry("Otto Secret", "PERSON"))

    told = client.get(RECORDS).content.decode() + text_of(client)

    assert "Otto Secret" not in told


def test_every_event_stands_on_one_page_also_those_of_one_moment(
    client: Client, administrator: User, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "SHOWN_AT_ONCE", 3)
    desk, people = DeskFactory.create(), UserFactory.create_batch(5)
    at(NOON)
    for person in people:
        switch_off(person, by=administrator)
        rename(desk, by=administrator)

    address, met = RECORDS, []
    while address:
        page = client.get(address)
        met += [(line.of, line.did) for line in page.context["lines"]]
        address = f"{RECORDS}?beyond={page.context['older']}" if page.context["older"] else ""

    assert len(met) == 10
    assert {of for of, _ in met} == {str(person) for person in people} | {desk.name}


def test_what_happens_meanwhile_moves_no_page(
    client: Client, administrator: User, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "SHOWN_AT_ONCE", 1)
    desk = DeskFactory.create()
    for hours in range(2):
        at(NOON + timedelta(hours=hours))
        rename(desk, by=administrator)
    older = client.get(RECORDS).context["older"]
    at(NOON + timedelta(hours=5))
    rename(desk, by=administrator)

    assert [line.at for line in shown(client, beyond=older)] == [NOON]


@pytest.mark.parametrize("beyond", ["", "soon", "1.a", "1.x.1", "9" * 40, "9999999999999999.a.1", "-1.a.1", "١.a.١"])
def test_a_place_that_no_page_named_is_no_error(client: Client, administrator: User, beyond: str) -> None:
    assert client.get(RECORDS, {"beyond": beyond}).status_code == 200


@pytest.mark.parametrize(
    "wanted",
    [
        {"person": "9" * 30}, {"person": "1\x00"}, {"desk": "none"}, {"since": "soon"}, {"until": "9999-12-31"},
        {"since": "0001-01-01"}, {"since": "2026-03-04\x00"},
    ],
)  # fmt: skip
def test_a_filter_that_is_mistyped_says_so_and_is_no_error(
    client: Client, administrator: User, wanted: dict[str, str]
) -> None:
    assert "errorlist" in client.get(RECORDS, wanted).content.decode()
    assert client.get(EXPORT, wanted).status_code == 200


def text_of(client: Client, **wanted: str | int) -> str:
    response = client.get(EXPORT, wanted)
    assert isinstance(response, StreamingHttpResponse)
    return response.getvalue().decode("utf-8-sig")


def test_the_file_holds_what_the_page_is_filtered_by(client: Client, administrator: User) -> None:
    desk, edda = DeskFactory.create(name="City desk"), UserFactory.create(first_name="Edda", last_name="Editor")
    rename(desk, by=administrator)
    switch_off(edda, by=administrator)

    (row,) = csv.DictReader(io.StringIO(text_of(client, desk=desk.pk)))

    event = DeskEvent.objects.get()
    assert row["at"] == event.at.astimezone(UTC).isoformat()
    assert (row["record"], row["of"], row["number"], row["by"]) == ("desk", "City desk", "1", "Ada Admin")
    assert (row["did"], row["what"], row["digest"]) == ("renamed the desk", "New (before: Old)", event.digest)
    assert len(text_of(client).splitlines()) == 3


def test_no_spreadsheet_runs_the_file(client: Client, administrator: User) -> None:
    switch_off(UserFactory.create(first_name="=HYPERLINK(1)", last_name=""), by=administrator)

    (row,) = csv.DictReader(io.StringIO(text_of(client)))

    assert row["of"] == "'=HYPERLINK(1)"


def test_who_runs_no_newsroom_finds_neither_page_nor_link(client: Client, db: None) -> None:
    for person in (member(DeskFactory.create(), Role.CHIEF), UserFactory.create(is_staff=True)):
        client.force_login(person)

        assert [client.get(address).status_code for address in (RECORDS, EXPORT)] == [404, 404]
        assert RECORDS not in client.get(reverse("board")).content.decode()


def test_administrators_are_led_there_from_where_they_look(client: Client, administrator: User) -> None:
    desk = DeskFactory.create()

    assert f'"{RECORDS}"' in client.get(reverse("board")).content.decode()
    assert f'"{RECORDS}"' in client.get(reverse("admin:index")).content.decode()
    assert f'"{RECORDS}?desk={desk.pk}"' in client.get(reverse("desk", args=[desk.slug])).content.decode()
    of_desk = client.get(reverse("admin:articles_desk_history", args=[desk.pk]))
    of_person = client.get(reverse("admin:articles_user_history", args=[administrator.pk]))
    assert of_desk.headers["Location"] == f"{RECORDS}?desk={desk.pk}"
    assert of_person.headers["Location"] == f"{RECORDS}?person={administrator.pk}"


@pytest.mark.any_database
def test_more_events_cost_no_more_queries(client: Client, administrator: User) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(RECORDS).status_code == 200
        return len(captured)

    desk = DeskFactory.create()
    rename(desk, by=administrator)
    switch_off(UserFactory.create(), by=administrator)
    few = asked()
    for person in UserFactory.create_batch(5):
        switch_off(person, by=person)
        rename(DeskFactory.create(), by=person)

    assert asked() == few
    assert AccountEvent.objects.count() == 6

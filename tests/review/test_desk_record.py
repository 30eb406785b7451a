"""No change of a desk without its event, and no event without its change; its record is one whole chain."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from django.test import Client
from django.urls import reverse

from analysis.findings import Kind
from articles.audit import first_broken
from articles.models import DeskEvent, Role, User
from review.actions.connections import add_webhook, make_token, remove_webhook, revoke_token, send_again
from review.actions.desks import change_settings, give_role, invite, take_off, tune_check
from review.actions.house import Entry, keep_entry, strike_entry, take_in
from review.models import CallState, Loudness, TokenScope, WebhookEvent
from review.telling_records import told
from review.verbs import DeskVerb
from tests.factories import (
    CallFactory,
    DeskFactory,
    HouseEntryFactory,
    TokenFactory,
    UserFactory,
    WebhookFactory,
    member,
)
from tests.review.conftest import Newsroom
from tests.review.test_record import everything

Prepared = Callable[[], object]


def change_the_settings(room: Newsroom) -> Prepared:
    return lambda: change_settings(by=room.chief, desk=room.desk, signatures_needed=2)


def invite_somebody(room: Newsroom) -> Prepared:
    told = {"email": "ada@backread.example", "first_name": "Ada", "last_name": "Lund"}
    return lambda: invite(by=room.chief, desk=room.desk, role=Role.EDITOR, **told)


def give_a_role(room: Newsroom) -> Prepared:
    membership = room.desk.memberships.get(user=room.reporter)
    return lambda: give_role(by=room.chief, membership=membership, role=Role.EDITOR)


def take_somebody_off(room: Newsroom) -> Prepared:
    membership = member(room.desk).memberships.get()
    return lambda: take_off(by=room.chief, membership=membership)


def silence_a_check(room: Newsroom) -> Prepared:
    reason = "The subs look after style."
    return lambda: tune_check(by=room.chief, desk=room.desk, kind=Kind.STYLE, loudness=Loudness.SILENCED, reason=reason)


def list_a_name(room: Newsroom) -> Prepared:
    return lambda: keep_entry(by=room.editor, desk=room.desk, entry=Entry("Mira Okonjo", "PERSON"))


def change_a_name(room: Newsroom) -> Prepared:
    listed = HouseEntryFactory.create(desk=room.desk)
    entry = Entry(listed.name, "PERSON", role="harbour master")
    return lambda: keep_entry(by=room.editor, desk=room.desk, entry=entry, of=listed)


def strike_a_name(room: Newsroom) -> Prepared:
    listed = HouseEntryFactory.create(desk=room.desk)
    return lambda: strike_entry(by=room.editor, entry=listed)


def take_a_list_in(room: Newsroom) -> Prepared:
    return lambda: take_in(by=room.editor, desk=room.desk, entries=[Entry("Mira Okonjo", "PERSON")])


def make_a_token(room: Newsroom) -> Prepared:
    return lambda: make_token(by=room.chief, desk=room.desk, name="CMS", scopes=[TokenScope.DRAFTS])


def revoke_a_token(room: Newsroom) -> Prepared:
    token = TokenFactory.create(desk=room.desk)
    return lambda: revoke_token(by=room.chief, token=token)


def add_a_webhook(room: Newsroom) -> Prepared:
    return lambda: add_webhook(
        by=room.chief, desk=room.desk, url="https://cms.example/backread", events=[WebhookEvent.STALE]
    )


def remove_a_webhook(room: Newsroom) -> Prepared:
    webhook = WebhookFactory.create(desk=room.desk)
    return lambda: remove_webhook(by=room.chief, webhook=webhook)


def call_a_webhook_again(room: Newsroom) -> Prepared:
    call = CallFactory.create(webhook__desk=room.desk, story=room.story, state=CallState.FAILED)
    return lambda: send_again(by=room.chief, call=call)


def rename_the_desk(room: Newsroom) -> Prepared:
    page = Client()
    page.force_login(UserFactory.create(is_staff=True, is_superuser=True))
    address = reverse("admin:articles_desk_change", args=[room.desk.pk])
    return lambda: page.post(address, {"name": "Late desk", "slug": room.desk.slug})


class DiskFull(Exception):
    """Meets whoever writes an event."""


ACTS: dict[Callable[[Newsroom], Prepared], DeskVerb] = {
    rename_the_desk: DeskVerb.RENAMED_DESK,
    change_the_settings: DeskVerb.CHANGED_SETTINGS,
    invite_somebody: DeskVerb.INVITED,
    give_a_role: DeskVerb.GAVE_ROLE,
    take_somebody_off: DeskVerb.TOOK_OFF,
    silence_a_check: DeskVerb.TUNED_CHECK,
    list_a_name: DeskVerb.LISTED,
    change_a_name: DeskVerb.CHANGED_ENTRY,
    strike_a_name: DeskVerb.STRUCK,
    take_a_list_in: DeskVerb.TOOK_IN_LIST,
    make_a_token: DeskVerb.MADE_TOKEN,
    revoke_a_token: DeskVerb.REVOKED_TOKEN,
    add_a_webhook: DeskVerb.ADDED_WEBHOOK,
    remove_a_webhook: DeskVerb.REMOVED_WEBHOOK,
    call_a_webhook_again: DeskVerb.SENT_CALL_AGAIN,
}
named = pytest.mark.parametrize("prepare", ACTS, ids=lambda act: str(act.__name__))


def test_every_verb_of_a_desk_is_walked_here() -> None:
    """But for how a desk begins, which is below."""
    assert {*ACTS.values(), DeskVerb.OPENED_DESK} == set(DeskVerb)


@named
def test_every_act_writes_one_event_and_the_chain_stays_whole(
    newsroom: Newsroom, prepare: Callable[[Newsroom], Prepared]
) -> None:
    act = prepare(newsroom)

    act()

    assert [event.verb for event in newsroom.desk.events.all()] == [ACTS[prepare]]
    assert first_broken(newsroom.desk) is None


@named
def test_act_that_cannot_be_recorded_changes_nothing_of_the_desk(
    newsroom: Newsroom, prepare: Callable[[Newsroom], Prepared], monkeypatch: pytest.MonkeyPatch
) -> None:
    act = prepare(newsroom)
    before = everything()

    def break_off(*_args: object, **_row: object) -> None:
        raise DiskFull

    monkeypatch.setattr(DeskEvent, "save", break_off)
    with suppress(DiskFull):
        act()

    assert everything() == before


@pytest.fixture
def administrator(client: Client, db: None) -> User:
    administrator = UserFactory.create(is_staff=True, is_superuser=True)
    client.force_login(administrator)
    return administrator


def test_a_desk_that_an_administrator_opens_begins_its_record_with_that(client: Client, administrator: User) -> None:
    assert (
        client.post(reverse("admin:articles_desk_add"), {"name": "Night desk", "slug": "night_desk"}).status_code == 302
    )

    event = DeskEvent.objects.get(desk__slug="night_desk")
    assert (event.verb, event.actor) == (DeskVerb.OPENED_DESK, administrator)
    assert (told(event).did, told(event).what) == ("opened the desk", "Night desk; night_desk")


def test_a_desk_that_is_renamed_says_from_what(client: Client, administrator: User) -> None:
    desk = DeskFactory.create(name="Night desk", slug="night")

    page = reverse("admin:articles_desk_change", args=[desk.pk])
    assert client.post(page, {"name": "Late desk", "slug": "night"}).status_code == 302

    event = DeskEvent.objects.get(desk=desk)
    assert event.verb == DeskVerb.RENAMED_DESK
    assert told(event).what == "Late desk (before: Night desk)"
    desk.refresh_from_db()
    assert (desk.name, first_broken(desk)) == ("Late desk", None)


def test_a_desk_that_is_sent_as_it_was_records_nothing(client: Client, administrator: User) -> None:
    desk = DeskFactory.create(name="Night desk", slug="night")

    page = reverse("admin:articles_desk_change", args=[desk.pk])
    assert client.post(page, {"name": "Night desk", "slug": "night"}).status_code == 302

    assert not DeskEvent.objects.exists()


def test_a_desk_cannot_be_deleted_from_under_its_record(client: Client, administrator: User) -> None:
    desk = DeskFactory.create()

    assert client.post(reverse("admin:articles_desk_delete", args=[desk.pk]), {"post": "yes"}).status_code == 403

"""Who is on a desk, how it is run, and how loud its checks are: chiefs change it, and the record has it."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse

from analysis.findings import Kind, Severity
from articles.audit import first_broken, record_on_account
from articles.models import AccountEvent, Desk, DeskEvent, Membership, Role, StoryState, User
from review.actions.decisions import approve
from review.actions.desks import Settings, change_settings, give_role, invite, take_off, tune_check
from review.alerting.invitations import send_invitations
from review.models import Finding, Loudness
from review.policies import Refused
from review.runs.queue import Errand
from review.tasks import settle_story
from review.verbs import AccountVerb, DeskVerb
from tests.factories import DeskFactory, StoryFactory, UserFactory, found, member
from tests.review.conftest import Newsroom
from tests.review.errands import Sent

WALL = "The wall is 40 metres long."


@pytest.fixture
def desk(db: None) -> Desk:
    return DeskFactory.create(name="City desk")


@pytest.fixture
def chief(desk: Desk) -> User:
    return member(desk, Role.CHIEF)


def invited(desk: Desk, by: User, email: str = "noor@backread.example") -> Membership:
    return invite(by=by, desk=desk, email=email, first_name="Noor", last_name="New", role=Role.EDITOR)


def recorded(desk: Desk) -> list[str]:
    return [event.verb for event in desk.events.order_by("id")]


def quiet(room: Newsroom, loudness: Loudness) -> None:
    tune_check(by=room.chief, desk=room.desk, kind=Kind.FIGURE, loudness=loudness, reason="It misreads tables.")


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR, Role.LEGAL])
def test_only_a_chief_runs_a_desk(desk: Desk, chief: User, role: Role) -> None:
    person = member(desk, role)
    acts: list[Callable[[], object]] = [
        lambda: change_settings(by=person, desk=desk, signatures_needed=2),
        lambda: invited(desk, person),
        lambda: give_role(by=person, membership=person.memberships.get(), role=Role.CHIEF),
        lambda: take_off(by=person, membership=chief.memberships.get()),
        lambda: tune_check(by=person, desk=desk, kind=Kind.DATE, loudness=Loudness.SILENCED, reason="Too loud."),
    ]

    for act in acts:
        with pytest.raises(Refused, match="Only a chief"):
            act()

    assert not DeskEvent.objects.exists()


def test_a_changed_setting_is_recorded_from_what_to_what(desk: Desk, chief: User) -> None:
    change_settings(by=chief, desk=desk, signatures_needed=2, mails_quote=True)

    assert desk.events.get().details == {"signatures_needed": {"from": 1, "to": 2}}
    assert Desk.objects.get().signatures_needed == 2


@pytest.mark.parametrize(
    ("changed", "asked"),
    [({"signatures_needed": 2}, True), ({"claims_must_be_checked": True}, True), ({"mails_quote": False}, False)],
)
def test_workers_look_anew_where_each_story_stands_when_the_rules_of_signing_change(
    newsroom: Newsroom,
    changed: Settings,
    asked: bool,  # noqa: FBT001 - a case
    sent: Sent,
) -> None:
    StoryFactory.create(desk=newsroom.desk, state=StoryState.KILLED)

    settled = sent.by(lambda: change_settings(by=newsroom.chief, desk=newsroom.desk, **changed))

    assert settled == ([(Errand.SETTLE_STORY, newsroom.story.pk)] if asked else [])


def test_approval_by_one_is_none_any_more_where_the_desk_wants_two(newsroom: Newsroom) -> None:
    draft = newsroom.read_in("The wall is 40 metres long.")
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)
    change_settings(by=newsroom.chief, desk=newsroom.desk, signatures_needed=2)

    settle_story(newsroom.story.pk)

    newsroom.story.refresh_from_db()
    assert newsroom.story.state == StoryState.READY


def test_who_is_invited_gets_an_account_and_a_mail_that_leads_to_a_password(desk: Desk, chief: User) -> None:
    membership = invited(desk, chief)
    send_invitations()

    assert not membership.user.has_usable_password()
    assert mail.outbox[0].to == ["noor@backread.example"]
    assert "/accounts/reset/" in mail.outbox[0].body
    assert recorded(desk) == [DeskVerb.INVITED]


def test_who_has_an_account_is_put_on_the_desk_and_gets_no_second_one(desk: Desk, chief: User) -> None:
    known = UserFactory.create(email="Noor@backread.example")

    assert invited(desk, chief).user == known


def test_nobody_is_invited_twice(desk: Desk, chief: User) -> None:
    invited(desk, chief)

    with pytest.raises(Refused, match="on the desk already"):
        invited(desk, chief)


def test_who_leaves_the_last_desk_cannot_log_in_and_can_once_invited_again(desk: Desk, chief: User) -> None:
    membership = invited(desk, chief)

    assert take_off(by=chief, membership=membership)
    assert not User.objects.get(pk=membership.user_id).is_active

    assert invited(desk, chief).user.is_active


def test_accounts_that_chiefs_open_and_close_say_so_on_their_own_record(desk: Desk, chief: User) -> None:
    membership = invited(desk, chief)
    take_off(by=chief, membership=membership)
    invited(desk, chief)

    events = list(AccountEvent.objects.filter(person=membership.user_id).order_by("number"))
    assert [event.verb for event in events] == [
        AccountVerb.OPENED, AccountVerb.SWITCHED_OFF, AccountVerb.SWITCHED_ON
    ]  # fmt: skip
    assert {event.actor for event in events} == {chief}
    assert first_broken(membership.user) is None


def test_who_leaves_the_last_desk_logs_in_anew_once_invited_again(desk: Desk, chief: User, client: Client) -> None:
    membership = invited(desk, chief)
    client.force_login(membership.user)

    take_off(by=chief, membership=membership)
    invited(desk, chief)

    assert client.get(reverse("board")).status_code == 302


def test_whom_an_administrator_switched_off_no_chief_lets_in_again(desk: Desk, chief: User) -> None:
    person = member(desk, email="noor@backread.example")
    with transaction.atomic():
        record_on_account(person=person, actor=None, verb=AccountVerb.SWITCHED_OFF, details={})
    User.objects.filter(pk=person.pk).update(is_active=False)
    take_off(by=chief, membership=person.memberships.get())

    with pytest.raises(Refused, match="An administrator switched off the account"):
        invited(desk, chief)

    administrator = UserFactory.create(is_staff=True, is_superuser=True)
    assert invited(desk, administrator).user.is_active


def test_who_is_on_another_desk_keeps_the_account(desk: Desk, chief: User) -> None:
    person = member(desk)
    Membership.objects.create(user=person, desk=DeskFactory.create(), role=Role.EDITOR)

    assert not take_off(by=chief, membership=person.memberships.get(desk=desk))
    assert User.objects.get(pk=person.pk).is_active


def test_the_last_chief_stays_one(desk: Desk, chief: User) -> None:
    membership = chief.memberships.get()

    with pytest.raises(Refused, match="A desk needs a chief"):
        give_role(by=chief, membership=membership, role=Role.EDITOR)
    with pytest.raises(Refused, match="A desk needs a chief"):
        take_off(by=chief, membership=membership)


def test_a_check_is_not_silenced_without_a_reason(desk: Desk, chief: User) -> None:
    with pytest.raises(Refused, match="takes a reason"):
        tune_check(by=chief, desk=desk, kind=Kind.DATE, loudness=Loudness.SILENCED, reason=" ")


def test_what_a_desk_silenced_is_not_found_and_named_as_not_checked_with_the_reason(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(kind=Kind.FIGURE)]
    quiet(newsroom, Loudness.SILENCED)

    draft = newsroom.read_in(WALL)

    assert not Finding.objects.exists()
    told = draft.analyses.get().document or {}
    assert told["not_checked"] == ["Silenced on this desk by Caro Chief: figure. It misreads tables."]


def test_what_a_desk_lowered_is_a_note_that_says_why(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(kind=Kind.FIGURE)]
    quiet(newsroom, Loudness.LOWERED)

    newsroom.read_in(WALL)

    finding = Finding.objects.get()
    assert (finding.severity, finding.conflict) == (Severity.NOTE, False)
    assert "It misreads tables." in finding.why


def test_what_was_silenced_is_not_called_fixed_by_the_next_draft(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(kind=Kind.FIGURE)]
    first = newsroom.read_in(WALL)
    quiet(newsroom, Loudness.SILENCED)

    newsroom.read_in("The wall is long.", revises=first)

    assert not newsroom.story.resolutions.exists()


def test_a_check_told_as_found_again_finds_again(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(kind=Kind.FIGURE)]
    quiet(newsroom, Loudness.SILENCED)
    quiet(newsroom, Loudness.AS_FOUND)

    newsroom.read_in(WALL)

    assert Finding.objects.get().severity == Severity.BLOCKER

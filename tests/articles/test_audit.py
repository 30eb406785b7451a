"""The record of every change: one chain a story, which shows where somebody tampered with it."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from articles import audit
from articles.audit import OutsideTransaction, first_broken, record, record_on_account, record_on_desk
from articles.models import AccountEvent, AuditDetails, AuditEvent, Desk, DeskEvent, Story
from tests.factories import DeskFactory, StoryFactory, UserFactory
from tests.tampering import take_the_guard_from


@pytest.fixture
def story(db: None) -> Story:
    story = StoryFactory.create(slug="harbour-wall")
    take_the_guard_from(AuditEvent)
    take_the_guard_from(AuditDetails)
    for verb in ("opened_story", "received_draft", "approved"):
        record(story=story, actor=story.opened_by, verb=verb, details={"note": f"It was {verb}."})
    return story


def test_chain_as_written_is_whole(story: Story) -> None:
    assert first_broken(story) is None


def test_each_event_holds_the_digest_of_the_one_before(story: Story) -> None:
    events = list(story.audit_events.all())

    assert [event.number for event in events] == [1, 2, 3]
    assert [event.previous for event in events[1:]] == [event.digest for event in events[:2]]


@pytest.mark.parametrize("change", [{"verb": "killed"}, {"actor": None}, {"details_digest": "0" * 64}])
def test_changed_event_is_the_first_broken(story: Story, change: dict[str, object]) -> None:
    AuditEvent.objects.filter(story=story, number=2).update(**change)

    assert first_broken(story) == 2


def test_changed_details_break_their_event(story: Story) -> None:
    AuditDetails.objects.filter(event__number=3).update(content={"note": "Nothing happened."})

    assert first_broken(story) == 3


@pytest.mark.parametrize("cut_off", [1, 2, 3])
def test_missing_event_is_broken_also_at_the_end(story: Story, cut_off: int) -> None:
    AuditEvent.objects.filter(story=story, number__gte=cut_off).delete()

    assert first_broken(story) == cut_off


def test_event_missing_in_the_middle_is_broken(story: Story) -> None:
    AuditEvent.objects.get(story=story, number=2).delete()

    assert first_broken(story) == 2


def test_event_that_is_recorded_while_the_chain_is_read_breaks_nothing(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_written = audit._is_as_written

    def look_while_somebody_acts(event: AuditEvent | DeskEvent) -> bool:
        if event.number == 1:
            record(story=story, actor=None, verb="approved", details={})
        return as_written(event)

    monkeypatch.setattr(audit, "_is_as_written", look_while_somebody_acts)

    assert first_broken(story) is None
    assert story.audit_events.count() == 4


def test_event_that_the_chain_does_not_know_of_is_broken(story: Story) -> None:
    event = AuditEvent.objects.get(story=story, number=3)
    event.pk, event.number, event.previous, event.digest = None, 4, event.digest, "1" * 64
    event.save(force_insert=True)

    assert first_broken(story) == 4


def test_purged_details_leave_the_chain_whole(story: Story) -> None:
    AuditDetails.objects.all().delete()

    assert first_broken(story) is None


def test_stories_have_chains_of_their_own(story: Story) -> None:
    other = record(story=StoryFactory.create(), actor=None, verb="opened_story", details={})

    assert (other.number, other.previous) == (1, "")


@pytest.mark.django_db(transaction=True)
def test_event_outside_a_transaction_is_refused() -> None:
    story = StoryFactory.create()

    with pytest.raises(OutsideTransaction):
        record(story=story, actor=None, verb="opened_story", details={})
    with transaction.atomic():
        record(story=story, actor=None, verb="opened_story", details={})


def test_command_says_that_chains_are_whole(story: Story) -> None:
    said = StringIO()

    call_command("verify_audit", stdout=said)

    assert said.getvalue() == "3 chains are whole.\n"  # the story's, its desk's and its editor's


def test_command_names_the_first_broken_row(story: Story) -> None:
    AuditEvent.objects.filter(number__gte=2).update(verb="killed")
    said = StringIO()

    with pytest.raises(CommandError, match="1 of 3 chains are broken"):
        call_command("verify_audit", stderr=said)

    assert said.getvalue() == f"harbour-wall (story {story.pk}): row 2 is missing or not as it was written.\n"


@pytest.fixture
def desk(story: Story) -> Desk:
    take_the_guard_from(DeskEvent)
    for verb in ("invited", "listed", "tuned_check"):
        record_on_desk(desk=story.desk, actor=story.opened_by, verb=verb, details={"name": verb})
    return story.desk


def test_record_of_a_desk_is_a_chain_of_its_own(desk: Desk) -> None:
    events = list(desk.events.all())

    assert first_broken(desk) is None
    assert [event.number for event in events] == [1, 2, 3]
    assert [event.previous for event in events] == ["", *(event.digest for event in events[:2])]


@pytest.mark.parametrize(
    "change", [{"verb": "struck"}, {"actor": None}, {"details": {"name": "nothing"}}, {"details_digest": "0" * 64}]
)
def test_changed_event_of_a_desk_is_broken(desk: Desk, change: dict[str, object]) -> None:
    DeskEvent.objects.filter(number=2).update(**change)

    assert first_broken(desk) == 2


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_missing_event_of_a_desk_is_broken_also_at_the_end(desk: Desk, missing: int) -> None:
    DeskEvent.objects.filter(number=missing).delete()

    assert first_broken(desk) == missing


def test_event_of_another_desk_is_no_event_of_this_one(desk: Desk) -> None:
    other = DeskFactory.create()
    Desk.objects.filter(pk=other.pk).update(audit_length=desk.audit_length, audit_end=desk.audit_end)
    DeskEvent.objects.update(desk=other)

    assert first_broken(other) == 1


def test_command_names_the_first_broken_row_of_a_desk(desk: Desk) -> None:
    DeskEvent.objects.filter(number=3).update(verb="invited")
    said = StringIO()

    with pytest.raises(CommandError, match="1 of 3 chains are broken"):
        call_command("verify_audit", stderr=said)

    assert said.getvalue() == f"{desk} (desk {desk.pk}): row 3 is missing or not as it was written.\n"


def test_command_exports_the_records_of_the_desks(desk: Desk) -> None:
    said = StringIO()

    call_command("export_audit", "--desks", stdout=said)

    rows = [json.loads(line) for line in said.getvalue().splitlines()]
    assert [(row["desk"], row["number"], row["verb"], row["details"]) for row in rows] == [
        (desk.pk, number, verb, {"name": verb})
        for number, verb in enumerate(("invited", "listed", "tuned_check"), start=1)
    ]


def test_command_exports_the_record_of_the_stories_that_are_named(story: Story) -> None:
    record(story=StoryFactory.create(), actor=None, verb="opened_story", details={})
    said = StringIO()

    call_command("export_audit", str(story.pk), stdout=said)

    rows = [json.loads(line) for line in said.getvalue().splitlines()]
    assert [(row["slug"], row["number"], row["verb"]) for row in rows] == [
        ("harbour-wall", 1, "opened_story"),
        ("harbour-wall", 2, "received_draft"),
        ("harbour-wall", 3, "approved"),
    ]
    assert rows[2]["details"] == {"note": "It was approved."}


def test_command_names_a_story_that_is_not_there(story: Story) -> None:
    with pytest.raises(CommandError, match="There is no story 999"):
        call_command("export_audit", "999")


def test_an_account_has_a_chain_of_its_own(db: None) -> None:
    person = UserFactory.create()
    take_the_guard_from(AccountEvent)
    for verb in ("set_up_factor", "used_code"):
        record_on_account(person=person, actor=person, verb=verb, details={})

    assert first_broken(person) is None
    AccountEvent.objects.filter(number=2).update(actor=None)
    assert first_broken(person) == 2


def test_command_writes_the_records_of_accounts(db: None) -> None:
    person = UserFactory.create(first_name="Edda")
    record_on_account(person=person, actor=None, verb="reset_factor", details={})
    said = StringIO()

    call_command("export_audit", "--accounts", stdout=said)

    line = json.loads(said.getvalue())
    assert (line["account"], line["verb"], line["actor"]) == (person.pk, "reset_factor", None)
